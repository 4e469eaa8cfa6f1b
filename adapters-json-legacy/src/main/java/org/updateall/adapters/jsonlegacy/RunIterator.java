package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.LegacyFileChanged;
import org.updateall.domain.history.Run;

/**
 * A walk through a surveyed file as an iterator. The file is opened with the first question, and
 * closed after the last run or any failure; a failure is told again to whoever asks again, so that
 * it is never taken for the end.
 */
final class RunIterator implements Iterator<Run> {

  /** Begins the walk. */
  interface Beginning {
    RunWalk open() throws IOException;
  }

  private final Path file;
  private final Beginning beginning;
  private @Nullable RunWalk walk;
  private @Nullable Run upcoming;
  private @Nullable RuntimeException failure;
  private boolean ended;

  RunIterator(Path file, Beginning beginning) {
    this.file = file;
    this.beginning = beginning;
  }

  @Override
  public boolean hasNext() {
    return upcoming() != null;
  }

  @Override
  public Run next() {
    Run run = upcoming();
    if (run == null) {
      throw new NoSuchElementException("no more runs in " + file);
    }
    upcoming = null;
    return run;
  }

  private @Nullable Run upcoming() {
    if (failure != null) {
      throw failure;
    }
    if (upcoming == null && !ended) {
      advance();
    }
    return upcoming;
  }

  private void advance() {
    try {
      RunWalk current = walk == null ? beginning.open() : walk;
      walk = current;
      upcoming = current.next().getOrNull();
      ended = upcoming == null;
    } catch (BrokenFileException changed) {
      failure = new LegacyFileChanged(file, changed);
    } catch (IOException unreadable) {
      failure = new UncheckedIOException(unreadable);
    } catch (RuntimeException unforeseen) {
      failure = unforeseen;
    }
    endOrFail();
  }

  private void endOrFail() {
    if (ended || failure != null) {
      close();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void close() {
    try {
      if (walk != null) {
        walk.close();
      }
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
