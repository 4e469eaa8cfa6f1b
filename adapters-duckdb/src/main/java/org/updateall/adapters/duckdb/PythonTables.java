package org.updateall.adapters.duckdb;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryCounts;

/**
 * The tables of the Python update-all, schema version 1: every id a text, every time local to the
 * machine and without a zone. Runs are read in the order of their ids, some at a time.
 */
interface PythonTables {

  Set<String> NAMES =
      Set.of("schema_version", "runs", "plugin_executions", "step_metrics", "estimates");

  /** What is read of a run; its counters are counted anew. */
  record RunLine(
      String runId,
      LocalDateTime startTime,
      @Nullable LocalDateTime endTime,
      String hostname,
      @Nullable String username,
      @Nullable String configHash,
      @Nullable LocalDateTime createdAt) {}

  /** A plugin's part in a run. */
  record ExecutionLine(
      String executionId,
      String runId,
      String pluginName,
      String status,
      @Nullable LocalDateTime startTime,
      @Nullable LocalDateTime endTime,
      @Nullable Integer packagesUpdated,
      @Nullable Integer packagesTotal,
      @Nullable String errorMessage,
      @Nullable Integer exitCode,
      @Nullable LocalDateTime createdAt) {}

  /** A step; its speed follows from its size and its time. */
  record StepLine(
      String metricId,
      String executionId,
      String stepName,
      String phase,
      @Nullable LocalDateTime startTime,
      @Nullable LocalDateTime endTime,
      @Nullable Double wallClockSeconds,
      @Nullable Double cpuUserSeconds,
      @Nullable Double cpuKernelSeconds,
      @Nullable Long memoryPeakBytes,
      @Nullable Long memoryAvgBytes,
      @Nullable Long ioReadBytes,
      @Nullable Long ioWriteBytes,
      @Nullable Long ioReadOps,
      @Nullable Long ioWriteOps,
      @Nullable Long networkRxBytes,
      @Nullable Long networkTxBytes,
      @Nullable Long downloadSizeBytes,
      @Nullable LocalDateTime createdAt) {}

  /** What a plugin announced. */
  record EstimateLine(
      String estimateId,
      String executionId,
      String phase,
      @Nullable Long downloadBytesEst,
      @Nullable Double cpuSecondsEst,
      @Nullable Double wallSecondsEst,
      @Nullable Long memoryBytesEst,
      @Nullable Integer packageCountEst,
      @Nullable Double confidence,
      @Nullable LocalDateTime createdAt) {}

  /** A record whose owner is not there. */
  record Orphan(String tableName, String id, String owner) {}

  /** The executions of the runs from one id to another, both included. */
  String OF_RUNS = " WHERE run_id >= :first AND run_id <= :last";

  @SqlQuery(
      """
      SELECT (SELECT count(*) FROM runs) AS runs,
             (SELECT count(*) FROM plugin_executions) AS executions,
             (SELECT count(*) FROM step_metrics) AS steps,
             (SELECT count(*) FROM estimates) AS estimates
      """)
  HistoryCounts counts();

  @SqlQuery(
      """
      SELECT run_id, start_time, end_time, hostname, username, config_hash, created_at
      FROM runs
      WHERE :after IS NULL OR run_id > CAST(:after AS VARCHAR)
      ORDER BY run_id
      LIMIT :limit
      """)
  List<RunLine> runs(@Bind("after") @Nullable String after, @Bind("limit") int limit);

  @SqlQuery(
      "SELECT execution_id, run_id, plugin_name, status, start_time, end_time, packages_updated,"
          + " packages_total, error_message, exit_code, created_at FROM plugin_executions"
          + OF_RUNS
          + " ORDER BY start_time NULLS LAST, created_at, execution_id")
  List<ExecutionLine> executions(@Bind("first") String first, @Bind("last") String last);

  @SqlQuery(
      "SELECT metric_id, execution_id, step_name, phase, start_time, end_time, wall_clock_seconds,"
          + " cpu_user_seconds, cpu_kernel_seconds, memory_peak_bytes, memory_avg_bytes,"
          + " io_read_bytes, io_write_bytes, io_read_ops, io_write_ops, network_rx_bytes,"
          + " network_tx_bytes, download_size_bytes, created_at FROM step_metrics"
          + " WHERE execution_id IN (SELECT execution_id FROM plugin_executions"
          + OF_RUNS
          + ") ORDER BY start_time NULLS LAST, created_at, metric_id")
  List<StepLine> steps(@Bind("first") String first, @Bind("last") String last);

  @SqlQuery(
      "SELECT estimate_id, execution_id, phase, download_bytes_est, cpu_seconds_est,"
          + " wall_seconds_est, memory_bytes_est, package_count_est, confidence, created_at"
          + " FROM estimates WHERE execution_id IN (SELECT execution_id FROM plugin_executions"
          + OF_RUNS
          + ") ORDER BY created_at, estimate_id")
  List<EstimateLine> estimates(@Bind("first") String first, @Bind("last") String last);

  @SqlQuery(
      """
      SELECT 'plugin_executions' AS table_name, execution_id AS id, 'run ' || run_id AS owner
      FROM plugin_executions ANTI JOIN runs USING (run_id)
      UNION ALL
      SELECT 'step_metrics', metric_id, 'execution ' || execution_id
      FROM step_metrics ANTI JOIN plugin_executions USING (execution_id)
      UNION ALL
      SELECT 'estimates', estimate_id, 'execution ' || execution_id
      FROM estimates ANTI JOIN plugin_executions USING (execution_id)
      ORDER BY ALL
      """)
  List<Orphan> orphans();
}
