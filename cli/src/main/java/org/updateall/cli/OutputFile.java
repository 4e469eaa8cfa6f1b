package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.exchange.TargetRefused;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A place for one file of a certain kind, that its owner alone may read unless its content says
 * otherwise.
 *
 * <p>It is written under a hidden name beside its place, which ends in {@code .tmp}, and renamed
 * when it is whole. What stands there is only replaced if it is of that kind, too, or empty.
 */
final class OutputFile {

  /** Writes the whole content. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path draft) throws IOException;
  }

  private static final int FIRST_BYTES = 64 * 1024;

  private final Path file;
  private final String kind;
  private final Predicate<byte[]> beginning;

  /**
   * @param kind what it is, such as {@code table of forecasts}
   * @param firstLine by which files of that kind are known
   */
  OutputFile(Path file, String kind, Predicate<String> firstLine) {
    this(kind, bytes -> firstLine.test(firstLine(bytes)), file);
  }

  /**
   * @param kind what it is, such as {@code picture of a plugin}
   * @param beginning by which files of that kind are known: their first bytes, or all
   */
  OutputFile(String kind, Predicate<byte[]> beginning, Path file) {
    this.file = file;
    this.kind = kind;
    this.beginning = beginning;
  }

  private static String firstLine(byte[] bytes) {
    return new String(bytes, UTF_8).lines().findFirst().orElse("");
  }

  Path file() {
    return file;
  }

  /**
   * Complains if nothing can be written there, as far as is known beforehand; the exit code that
   * follows from it.
   */
  int check(Session session) {
    return told(session, refusal());
  }

  /**
   * Writes the file, or complains; the exit code that follows from it. What was there is there
   * still if it fails.
   */
  int write(Session session, Content content) {
    return told(session, write(content));
  }

  private static int told(Session session, Option<TargetRefused> refusal) {
    refusal.map(TargetRefused::message).forEach(session::complain);
    return refusal.isEmpty() ? ExitCode.DONE : ExitCode.FILE_REFUSED;
  }

  private Option<TargetRefused> refusal() {
    if (Files.isDirectory(file)) {
      return refused("is a directory", "Name a file");
    }
    Path directory = directoryOf(file);
    if (!Files.isDirectory(directory)) {
      return refused("lies in no directory", "Make the directory first, or name another");
    }
    if (!Files.isWritable(directory)) {
      return refused(
          "lies where nothing may be written", "Name a directory in which you may write");
    }
    return Files.exists(file) && !isOneOfThese()
        ? refused("is there already, and no " + kind, "Remove it, or name another file")
        : Option.none();
  }

  private Option<TargetRefused> write(Content content) {
    try {
      Path place = place();
      Path draft =
          Files.createTempFile(directoryOf(place), "." + place.getFileName() + ".", ".tmp");
      try {
        content.writeTo(draft);
        Files.move(
            draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      return Option.none();
    } catch (JacksonIOException e) {
      return unwritable(e.getCause());
    } catch (IOException e) {
      return unwritable(e);
    }
  }

  /** Where the file really is, also behind a link. */
  private Path place() throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  private static Path directoryOf(Path place) {
    Path parent = place.toAbsolutePath().getParent();
    return parent == null ? place : parent;
  }

  /** Whether what stands there begins as this does, or is empty. */
  private boolean isOneOfThese() {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] first = stream.readNBytes(FIRST_BYTES);
      return first.length == 0 || beginning.test(first);
    } catch (IOException e) {
      return false;
    }
  }

  private Option<TargetRefused> unwritable(@Nullable Throwable failure) {
    IOException cause =
        failure instanceof IOException known ? known : new IOException("unknown", failure);
    return refused(
        "cannot be written (%s)".formatted(Text.inWords(new UncheckedIOException(cause))),
        "Make room there, or name another file");
  }

  private Option<TargetRefused> refused(String reason, String remedy) {
    return Option.some(new TargetRefused(file, reason, remedy + "."));
  }
}
