package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.exchange.TargetRefused;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A table of forecasts in a CSV file of its own, that its owner alone may read.
 *
 * <p>It is written under a hidden name beside its place and renamed when it is whole. What stands
 * there is only replaced if it is such a table, too, or empty.
 */
final class OutputTable {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private final Path file;
  private final List<String> columns;

  OutputTable(Path file, List<String> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
  }

  /**
   * Complains if nothing can be written there, as far as is known beforehand; the exit code that
   * follows from it.
   */
  int check(Session session) {
    return told(session, refusal());
  }

  /**
   * Writes the table and says so, or complains; the exit code that follows from it. What was there
   * is there still if it fails.
   *
   * @param rows texts and numbers in the order of the columns
   * @param count how many rows they are
   */
  int write(Session session, Stream<List<Object>> rows, int count) {
    int code = told(session, write(rows));
    if (code == ExitCode.DONE) {
      session.remark("Wrote %s to %s.".formatted(Count.of(count, "forecast"), file));
    }
    return code;
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
        ? refused("is there already, and no table of forecasts", "Remove it, or name another file")
        : Option.none();
  }

  private Option<TargetRefused> write(Stream<List<Object>> rows) {
    try {
      Path place = place();
      Path draft =
          Files.createTempFile(directoryOf(place), "." + place.getFileName() + ".", ".tmp");
      try {
        writeTo(draft, rows);
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

  private void writeTo(Path draft, Stream<List<Object>> rows) throws IOException {
    try (Writer writer = Files.newBufferedWriter(draft, UTF_8);
        SequenceWriter sequence = MAPPER.writer().writeValues(writer)) {
      sequence.write(columns);
      rows.forEach(sequence::write);
    }
  }

  /** Whether what stands there begins as this does, or is empty. */
  private boolean isOneOfThese() {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, UTF_8)) {
      String first = reader.readLine();
      return first == null || first.equals(String.join(",", columns));
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
