package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** A table of forecasts in a CSV file of its own. */
final class OutputTable {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private final OutputFile file;
  private final List<String> columns;

  /** A table of exactly these columns, which may take the place of one that has them, too. */
  OutputTable(Path file, List<String> columns) {
    this(file, columns, columns);
  }

  /**
   * @param known the columns with which every such table begins; those after them are of intervals
   */
  OutputTable(Path file, List<String> columns, List<String> known) {
    String beginning = String.join(",", known);
    this.file =
        new OutputFile(
            file,
            "table of forecasts",
            line -> line.equals(beginning) || line.startsWith(beginning + ",lower_"));
    this.columns = List.copyOf(columns);
  }

  /**
   * Complains if nothing can be written there, as far as is known beforehand; the exit code that
   * follows from it.
   */
  int check(Session session) {
    return file.check(session);
  }

  /**
   * Writes the table and says so, or complains; the exit code that follows from it. What was there
   * is there still if it fails.
   *
   * @param rows texts and numbers in the order of the columns
   * @param count how many rows they are
   */
  int write(Session session, Stream<List<Object>> rows, int count) {
    int code = file.write(session, draft -> writeTo(draft, rows));
    if (code == ExitCode.DONE) {
      session.remark("Wrote %s to %s.".formatted(Count.of(count, "forecast"), file.file()));
    }
    return code;
  }

  private void writeTo(Path draft, Stream<List<Object>> rows) throws IOException {
    try (Writer writer = Files.newBufferedWriter(draft, UTF_8);
        SequenceWriter sequence = MAPPER.writer().writeValues(writer)) {
      sequence.write(columns);
      rows.forEach(sequence::write);
    }
  }
}
