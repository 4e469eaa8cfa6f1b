package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * Reads an export that is a directory of tables. All tables have the runs in one order, so that one
 * walk through each of them puts the runs together: a part that is not met on the way belongs to no
 * run, or does not stand in its place.
 */
final class TableReading implements ExportReading {

  private static final Logger LOG = LoggerFactory.getLogger(TableReading.class);

  private final Manifest manifest;
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final RunAllowance allowance = new RunAllowance();
  private final TableCursor<RunRow> runs;
  private final TableCursor<ExecutionRow> executions;
  private final TableCursor<StepRow> steps;
  private final TableCursor<EstimateRow> estimates;
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
      runs = cursor(ExportTable.RUNS, opening);
      executions = cursor(ExportTable.EXECUTIONS, opening);
      steps = cursor(ExportTable.STEPS, opening);
      estimates = cursor(ExportTable.ESTIMATES, opening);
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
    if (!runs.hasNext()) {
      requireNothingLeft();
      return null;
    }
    return runs.take(this::run);
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
    return inModels ? models.fault(reason, null) : runs.fault(reason, null);
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

  private Run run(RunRow row) {
    List<PluginExecution> parts = new ArrayList<>();
    while (executions.headIs(part -> part.runId().equals(row.runId()))) {
      int number = parts.size();
      parts.add(executions.take(part -> execution(part, number)));
    }
    return row.toRun(parts);
  }

  private PluginExecution execution(ExecutionRow row, int number) {
    if (row.executionNo() != number) {
      throw new IllegalArgumentException(
          "execution_no is %d, where %d should be".formatted(row.executionNo(), number));
    }
    ExecutionKey key = row.key();
    UUID id = row.executionId();
    List<StepMetrics> itsSteps =
        steps.takeWhile(step -> step.key().equals(key), step -> step.toStep(id));
    List<Estimate> itsEstimates =
        estimates.takeWhile(
            estimate -> estimate.key().equals(key), estimate -> estimate.toEstimate(id));
    return row.toExecution(itsSteps, itsEstimates);
  }

  private void requireNothingLeft() {
    for (TableCursor<?> parts : List.of(executions, steps, estimates)) {
      if (parts.hasNext()) {
        throw parts.fault("it belongs to no run, or does not stand in its place", null);
      }
    }
  }
}
