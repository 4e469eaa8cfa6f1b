package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * One history.json, read whole and replaced whole, as it may be used together with the Python
 * update-all. Readers take no lock. Writers of ours wait for one another; the Python program waits
 * for nobody and writes in place, so before a file is replaced it is read again, and if it is not
 * what it was, the change starts over from what it then is.
 *
 * <p>A file that is no history from beginning to end is looked at again after a while, for it may
 * be in the middle of being written; if it stays the same it is refused, and never written to.
 */
final class LegacyStore {

  private static final Logger LOG = LoggerFactory.getLogger(LegacyStore.class);
  private static final Duration WHILE_WRITTEN = Duration.ofMillis(100);
  static final long MAX_BYTES = 1L << 30;

  private final JsonLegacySettings settings;
  private final Interval interval;
  private final AtomicBoolean unreadableTold = new AtomicBoolean();

  /** Stands between two looks at a file; tests let something happen there. */
  interface Interval {
    void pass() throws InterruptedException;
  }

  /** What is made of a history. */
  @FunctionalInterface
  interface Reading<T> {
    T result(HistoryDocument document) throws IOException;
  }

  /** What is done to a history; it may be done again, to another draft. */
  @FunctionalInterface
  interface Change<T> {
    T result(Draft draft) throws IOException;
  }

  LegacyStore(JsonLegacySettings settings) {
    this(settings, () -> TimeUnit.NANOSECONDS.sleep(WHILE_WRITTEN.toNanos()));
  }

  LegacyStore(JsonLegacySettings settings, Interval interval) {
    this.settings = settings;
    this.interval = interval;
  }

  /**
   * @throws HistoryUnavailable if the file cannot be used
   */
  <T> T read(Reading<T> reading) {
    try {
      return reading.result(document(settings.file()));
    } catch (IOException failure) {
      throw Breakdown.of(settings.file(), failure);
    }
  }

  /**
   * Changes the file, whole or not at all; one that the change leaves as it is, is not written.
   *
   * @throws HistoryUnavailable if the file cannot be used
   */
  <T> T change(Change<T> change) {
    try {
      Path place = JsonLegacyHistoryWriter.realPath(settings.file());
      Replacement.makeDirectory(Replacement.directoryOf(place));
      return SidecarLock.whileHeld(
          place, settings.patience(), () -> changeUnderLock(place, change));
    } catch (IOException failure) {
      throw Breakdown.of(settings.file(), failure);
    }
  }

  HistoryUnavailable unavailable(IOException failure) {
    return Breakdown.of(settings.file(), failure);
  }

  RunRecords records() {
    return new RunRecords(settings.reading());
  }

  /** A spool beside the file. */
  Spool spool() throws IOException {
    Path directory = Replacement.directoryOf(settings.file());
    Replacement.makeDirectory(directory);
    return Spool.in(directory);
  }

  private record Outcome<T>(boolean isDone, T result) {}

  private <T> T changeUnderLock(Path place, Change<T> change) throws IOException {
    Outcome<T> outcome = tryToChange(place, change);
    while (!outcome.isDone()) {
      LOG.atInfo().log("the history was changed by another program; starting over");
      outcome = tryToChange(place, change);
    }
    return outcome.result();
  }

  private <T> Outcome<T> tryToChange(Path place, Change<T> change) throws IOException {
    HistoryDocument before = document(place);
    try (Spool spool = Spool.in(Replacement.directoryOf(place))) {
      Draft draft = new Draft(before, records(), spool);
      T result = change.result(draft);
      return new Outcome<>(!draft.isChanged() || replace(place, draft), result);
    }
  }

  /** Whether the file was still what it had been, and so was replaced. */
  private static boolean replace(Path place, Draft draft) throws IOException {
    try (Replacement replacement = Replacement.of(place)) {
      draft.write(replacement.output());
      replacement.force();
      if (!draft.before().isOf(bytes(place))) {
        return false;
      }
      replacement.install();
      return true;
    }
  }

  private HistoryDocument document(Path place) throws IOException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    byte[] bytes = bytes(place);
    while (true) {
      try {
        return document(bytes);
      } catch (BrokenFileException fault) {
        byte[] later = bytesLater(place);
        if (Arrays.equals(bytes, later) || System.nanoTime() - deadline > 0) {
          throw fault;
        }
        bytes = later;
      }
    }
  }

  private HistoryDocument document(byte @Nullable [] bytes) throws IOException {
    HistoryDocument document =
        bytes == null
            ? HistoryDocument.empty(settings.reading())
            : HistoryDocument.of(bytes, settings.reading());
    if (document.unreadable() > 0 && unreadableTold.compareAndSet(false, true)) {
      LOG.atWarn()
          .addKeyValue("file", settings.file())
          .addKeyValue("records", document.unreadable())
          .log("records that cannot be read are left out and kept; import --dry-run tells why");
    }
    return document;
  }

  private byte @Nullable [] bytesLater(Path place) throws IOException {
    try {
      interval.pass();
      return bytes(place);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new HistoryUnavailable(
          "The history %s was waited for, until the wait was interrupted.".formatted(place),
          interruption);
    }
  }

  /** What is in the file; null where there is none. */
  private static byte @Nullable [] bytes(Path place) throws IOException {
    HistoryBytes.requireRegularFile(place);
    try {
      if (Files.size(place) > MAX_BYTES) {
        throw Breakdown.tooLarge(place);
      }
      return Files.readAllBytes(place);
    } catch (NoSuchFileException none) {
      return null;
    }
  }
}
