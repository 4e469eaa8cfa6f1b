package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.exchange.ExchangeFormat;

/** The tables of an export as CSV files. */
final class CsvTables implements TableSink.TableWriter {

  private final Map<ExportTable<?>, CsvWriter> writers = new LinkedHashMap<>();

  CsvTables(Path directory) throws IOException {
    try {
      for (ExportTable<?> table : ExportTable.all()) {
        writers.put(
            table,
            new CsvWriter(
                directory.resolve(table.fileName(ExchangeFormat.CSV)), table.columnNames()));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public <R extends Record> void write(ExportTable<R> table, List<R> rows) throws IOException {
    CsvWriter writer = writers.get(table);
    if (writer == null) {
      throw new IllegalStateException("the files are at their end");
    }
    RecordComponent[] components = table.type().getRecordComponents();
    for (R row : rows) {
      writer.write(row, components);
    }
  }

  @Override
  public void finish() throws IOException {
    for (CsvWriter writer : writers.values()) {
      writer.close();
    }
    writers.clear();
  }

  /** Closes every one, whatever happens to another. */
  @Override
  public void close() throws IOException {
    IOException first = null;
    for (CsvWriter writer : writers.values()) {
      try {
        writer.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    writers.clear();
    if (first != null) {
      throw first;
    }
  }
}
