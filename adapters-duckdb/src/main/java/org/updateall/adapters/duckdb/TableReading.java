package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.Run;

/** Reads an export that is a directory of tables. */
final class TableReading implements ExportReading {

  private static final Logger LOG = LoggerFactory.getLogger(TableReading.class);

  private final Manifest manifest;
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final RunAllowance allowance = new RunAllowance();
  private final WholeRuns runs;
  private final TableCursor<ModelRow> models;
  private boolean inModels;

  /** Opens the rows of a table. */
  private interface Opening {
    RowSource open(ExportTable<?> table) throws IOException, SQLException;
  }

  private TableReading(Path directory, Manifest manifest) throws IOException, SQLException {
    this.manifest = manifest;
    try {
      Opening opening = opening(directory, manifest.format());
      runs =
          new WholeRuns(
              cursor(ExportTable.RUNS, opening),
              cursor(ExportTable.EXECUTIONS, opening),
              cursor(ExportTable.STEPS, opening),
              cursor(ExportTable.ESTIMATES, opening));
      models = cursor(ExportTable.MODELS, opening);
    } catch (IOException | SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * @throws ExportFault if it is not an export as it was written
   */
  static TableReading open(Path directory) throws IOException, SQLException {
    Manifest manifest = Manifest.read(directory);
    manifest.requireAsWritten(directory);
    return new TableReading(directory, manifest);
  }

  @Override
  public ExchangeFormat format() {
    return manifest.format();
  }

  @Override
  public Instant exportedAt() {
    return manifest.exportedAt();
  }

  @Override
  public @Nullable Run nextRun() {
    allowance.begin();
    return runs.next();
  }

  @Override
  public void skipRuns() {
    inModels = true;
  }

  @Override
  public @Nullable TrainedModel nextModel() {
    inModels = true;
    allowance.begin();
    return models.hasNext() ? models.take(ModelRow::toModel) : null;
  }

  @Override
  public Manifest.Counts end() {
    return new Manifest.Counts(manifest.counts(), manifest.models());
  }

  @Override
  public ExportFault fault(String reason) {
    return inModels ? models.fault(reason, null) : runs.fault(reason);
  }

  @Override
  public void close() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        LOG.debug("A table of an export did not close in order", e);
      }
    }
  }

  private Opening opening(Path directory, ExchangeFormat format) throws SQLException {
    if (format == ExchangeFormat.CSV) {
      return table -> CsvSource.open(directory.resolve(table.fileName(format)), table);
    }
    DuckDBConnection engine = Engine.fileReader();
    resources.push(engine);
    return table -> ParquetSource.open(directory.resolve(table.fileName(format)), table, engine);
  }

  private <R extends Record> TableCursor<R> cursor(ExportTable<R> table, Opening opening)
      throws IOException, SQLException {
    RowSource source = opening.open(table);
    resources.push(source);
    return new TableCursor<>(table, source, allowance);
  }
}
