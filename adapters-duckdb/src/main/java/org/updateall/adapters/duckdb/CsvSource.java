package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of a CSV file whose first line names exactly the columns of the table. */
final class CsvSource implements RowSource {

  private static final Logger LOG = LoggerFactory.getLogger(CsvSource.class);

  private final Path file;
  private final ExportTable<?> table;
  private final CsvReader reader;
  private int width;
  private long row;

  private CsvSource(Path file, ExportTable<?> table, CsvReader reader) {
    this.file = file;
    this.table = table;
    this.reader = reader;
  }

  static CsvSource open(Path file, ExportTable<?> table) throws IOException {
    CsvSource source =
        new CsvSource(
            file,
            table,
            new CsvReader(
                Files.newInputStream(file), table.columns().size(), ExportReading.MAX_RUN_LENGTH));
    try {
      source.requireColumns();
      return source;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    row++;
    List<@Nullable String> fields = fields();
    return fields == null ? null : values(fields);
  }

  @Override
  public ExportFault fault(String reason, @Nullable Throwable cause) {
    String place = row == 0 ? "line 1" : "row %d (line %d)".formatted(row, reader.firstLine());
    return new ExportFault(file, place, reason, cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      LOG.debug("{} did not close in order", file, e);
    }
  }

  private void requireColumns() {
    List<@Nullable String> names = fields();
    if (names == null || !table.isWrittenAs(names, ExportColumn::name)) {
      throw fault("it does not name the columns of " + table.name(), null);
    }
    width = names.size();
  }

  private @Nullable List<@Nullable String> fields() {
    try {
      return reader.next();
    } catch (CsvReader.Malformed e) {
      throw fault("it " + e.getMessage(), e);
    } catch (IOException e) {
      throw fault("it cannot be read: " + Breakdown.clause(e), e);
    }
  }

  private @Nullable Object[] values(List<@Nullable String> fields) {
    if (fields.size() != width) {
      throw fault("it has %d fields, not %d".formatted(fields.size(), width), null);
    }
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    for (int i = 0; i < width; i++) {
      String text = fields.get(i);
      values[i] = text == null ? null : value(table.columns().get(i), text);
    }
    return values;
  }

  private Object value(ExportColumn column, String text) {
    try {
      return column.type().parse(text);
    } catch (IllegalArgumentException e) {
      throw fault(column.name() + " " + e.getMessage(), e);
    }
  }
}
