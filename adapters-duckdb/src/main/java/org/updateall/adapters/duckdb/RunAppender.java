package org.updateall.adapters.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * Writes runs into the history past SQL, without rows in between, for speed: each value in the
 * order of its table's columns. Texts are as the domain allows them: none holds half a surrogate
 * pair, which the driver would replace. A statement must have opened the transaction before: with
 * none open, the driver would commit every 2,048 rows by itself. What is appended can be queried
 * once it is flushed.
 */
final class RunAppender implements AutoCloseable {

  private static final String SCHEMA = "main";
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final DuckDBAppender runs;
  private final DuckDBAppender executions;
  private final DuckDBAppender steps;
  private final DuckDBAppender estimates;
  private final long now;

  /**
   * @param now when parts without a creation time are created
   */
  RunAppender(Connection connection, Instant now) throws SQLException {
    DuckDBConnection duckDb = connection.unwrap(DuckDBConnection.class);
    this.now = micros(now);
    this.runs = duckDb.createAppender(SCHEMA, "runs");
    this.executions = duckDb.createAppender(SCHEMA, "plugin_executions");
    this.steps = duckDb.createAppender(SCHEMA, "step_metrics");
    this.estimates = duckDb.createAppender(SCHEMA, "estimates");
  }

  void append(Run run) throws SQLException {
    runs.beginRow();
    runs.append(run.runId().value());
    time(runs, run.startTime());
    time(runs, run.endTime());
    runs.append(run.hostname());
    runs.append(run.username());
    runs.append(run.configHash());
    created(runs, run.createdAt());
    runs.endRow();
    int executionNo = 0;
    for (PluginExecution execution : run.executions()) {
      append(run.runId().value(), executionNo++, execution);
    }
  }

  private void append(UUID runId, int executionNo, PluginExecution execution) throws SQLException {
    executions.beginRow();
    executions.append(runId);
    executions.append(executionNo);
    executions.append(execution.executionId().value());
    executions.append(execution.pluginName().value());
    executions.append(execution.status().wireName());
    time(executions, execution.startTime());
    time(executions, execution.endTime());
    executions.append(execution.packagesUpdated());
    executions.append(execution.packagesTotal());
    executions.append(execution.errorMessage());
    executions.append(execution.exitCode());
    created(executions, execution.createdAt());
    append(execution.provenance());
    executions.endRow();
    for (StepMetrics step : execution.steps()) {
      append(runId, executionNo, step);
    }
    for (Estimate estimate : execution.estimates()) {
      append(runId, executionNo, estimate);
    }
  }

  private void append(@Nullable Provenance provenance) throws SQLException {
    if (provenance == null) {
      executions.appendNull();
      executions.appendNull();
      executions.appendNull();
    } else {
      executions.append(provenance.source());
      executions.append(provenance.coverage().wireName());
      executions.append(provenance.ambiguousTime());
    }
  }

  private void append(UUID runId, int executionNo, StepMetrics step) throws SQLException {
    ResourceUsage usage = step.usage();
    steps.beginRow();
    steps.append(runId);
    steps.append(executionNo);
    steps.append(step.ordinal());
    steps.append(step.stepName());
    steps.append(step.phase().name());
    time(steps, step.startTime());
    time(steps, step.endTime());
    steps.append(usage.wallClockSeconds());
    steps.append(usage.cpuUserSeconds());
    steps.append(usage.cpuKernelSeconds());
    steps.append(usage.memoryPeakBytes());
    steps.append(usage.memoryAverageBytes());
    steps.append(usage.ioReadBytes());
    steps.append(usage.ioWriteBytes());
    steps.append(usage.ioReadOperations());
    steps.append(usage.ioWriteOperations());
    steps.append(usage.networkReceivedBytes());
    steps.append(usage.networkSentBytes());
    steps.append(usage.downloadSizeBytes());
    created(steps, step.createdAt());
    steps.endRow();
  }

  private void append(UUID runId, int executionNo, Estimate estimate) throws SQLException {
    estimates.beginRow();
    estimates.append(runId);
    estimates.append(executionNo);
    estimates.append(estimate.ordinal());
    estimates.append(estimate.phase().name());
    estimates.append(estimate.downloadBytes());
    estimates.append(estimate.cpuSeconds());
    estimates.append(estimate.wallClockSeconds());
    estimates.append(estimate.memoryBytes());
    estimates.append(estimate.packageCount());
    estimates.append(estimate.confidence());
    created(estimates, estimate.createdAt());
    estimates.endRow();
  }

  /**
   * Hands everything to the engine. Errors come here, and not at close(), which says nothing after
   * a flush that failed.
   */
  void flush() throws SQLException {
    runs.flush();
    executions.flush();
    steps.flush();
    estimates.flush();
  }

  @Override
  public void close() throws SQLException {
    runs.close();
    executions.close();
    steps.close();
    estimates.close();
  }

  private static void time(DuckDBAppender table, @Nullable Instant time) throws SQLException {
    if (time == null) {
      table.appendNull();
    } else {
      table.appendEpochMicros(micros(time));
    }
  }

  private void created(DuckDBAppender table, @Nullable Instant time) throws SQLException {
    table.appendEpochMicros(time == null ? now : micros(time));
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
  }
}
