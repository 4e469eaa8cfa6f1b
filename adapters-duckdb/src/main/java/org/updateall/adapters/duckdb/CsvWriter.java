package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV after RFC 4180, in UTF-8 and with line feeds: a first line of names, texts
 * always in quotes, everything else never, and nothing at all for what is absent, so that it is
 * told from an empty text.
 */
final class CsvWriter implements AutoCloseable {

  private final BufferedWriter out;

  CsvWriter(Path file, List<String> names) throws IOException {
    out = Files.newBufferedWriter(file, UTF_8);
    out.write(String.join(",", names));
    out.write('\n');
  }

  /** Writes a row; its components are the fields. */
  void write(Record row, RecordComponent[] components) throws IOException {
    for (int i = 0; i < components.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      write(Columns.valueOf(row, components[i]));
    }
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(@Nullable Object value) throws IOException {
    if (value instanceof String text) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else if (value != null) {
      out.write(value.toString());
    }
  }
}
