package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the executions that are meant amount to. A defined measure is the name of one. */
interface OutcomeQueries {

  String OUTCOME =
      """
       run_id, execution_id, hostname, plugin_name, status, started_at, wall_clock_seconds,
       cpu_seconds, memory_peak_bytes, download_size_bytes, packages_updated, packages_total,
       coverage, install_seconds
      """;

  String THAT_ARE_MEANT = " WHERE " + FilterRow.OF_EXECUTIONS + " AND " + FilterRow.OF_UPDATES;

  String OLDEST_FIRST = " ORDER BY started_at, execution_id, run_id";

  static List<String> hosts(Handle handle) {
    return Question.ask(handle, String.class, "SELECT DISTINCT hostname FROM runs");
  }

  @SqlQuery("SELECT" + OUTCOME + " FROM " + FilteredTables.EXECUTIONS + THAT_ARE_MEANT)
  List<OutcomeRow> outcomes(@BindRow FilterRow filter);

  @SqlQuery("SELECT start_time FROM runs WHERE " + FilterRow.OF_RUNS)
  List<Instant> runStarts(@BindRow FilterRow filter);

  @SqlQuery("SELECT count(*) FROM runs WHERE " + FilterRow.OF_RUNS)
  long runs(@BindRow FilterRow filter);

  @SqlQuery(
      "SELECT count(DISTINCT plugin_name) FROM "
          + FilteredTables.STARTED_EXECUTIONS
          + THAT_ARE_MEANT)
  long plugins(@BindRow FilterRow filter);

  @SqlQuery(
      """
      SELECT status, executions, packages_updated, unnest(total)
      FROM (
          SELECT status, count(*) AS executions,
                 CAST(coalesce(sum(packages_updated), 0) AS BIGINT) AS packages_updated,
                 unnest([
                     {'measure': 'wall_clock_seconds', 'count': count(wall_clock_seconds),
                      'sum': coalesce(CAST(sum(wall_clock_seconds) AS DOUBLE), 0),
                      'maximum': CAST(max(wall_clock_seconds) AS DOUBLE)},
                     {'measure': 'cpu_seconds', 'count': count(cpu_seconds),
                      'sum': coalesce(CAST(sum(cpu_seconds) AS DOUBLE), 0),
                      'maximum': CAST(max(cpu_seconds) AS DOUBLE)},
                     {'measure': 'memory_peak_bytes', 'count': count(memory_peak_bytes),
                      'sum': coalesce(CAST(sum(memory_peak_bytes) AS DOUBLE), 0),
                      'maximum': CAST(max(memory_peak_bytes) AS DOUBLE)},
                     {'measure': 'download_size_bytes', 'count': count(download_size_bytes),
                      'sum': coalesce(CAST(sum(download_size_bytes) AS DOUBLE), 0),
                      'maximum': CAST(max(download_size_bytes) AS DOUBLE)}
                 ]) AS total
          FROM
      """
          + FilteredTables.EXECUTIONS
          + THAT_ARE_MEANT
          + " GROUP BY status)")
  List<ActivityRow> activity(@BindRow FilterRow filter);

  @SqlQuery(
      """
      SELECT * EXCLUDE (summary), unnest(summary),
             summary.quantiles[1] AS median, summary.quantiles[2] AS percentile95
      FROM (
          SELECT plugin_name, status, count(*) AS executions,
                 min(started_at) AS first, max(started_at) AS last,
                 CAST(coalesce(sum(packages_updated), 0) AS BIGINT) AS packages_updated,
                 unnest([
                     {'measure': 'wall_clock_seconds', 'count': count(wall_clock_seconds),
                      'minimum': CAST(min(wall_clock_seconds) AS DOUBLE),
                      'maximum': CAST(max(wall_clock_seconds) AS DOUBLE),
                      'sum': CAST(sum(wall_clock_seconds) AS DOUBLE),
                      'quantiles': quantile_cont(wall_clock_seconds, [0.5, 0.95]),
                      'standard_deviation': stddev_samp(wall_clock_seconds)},
                     {'measure': 'cpu_seconds', 'count': count(cpu_seconds),
                      'minimum': CAST(min(cpu_seconds) AS DOUBLE),
                      'maximum': CAST(max(cpu_seconds) AS DOUBLE),
                      'sum': CAST(sum(cpu_seconds) AS DOUBLE),
                      'quantiles': quantile_cont(cpu_seconds, [0.5, 0.95]),
                      'standard_deviation': stddev_samp(cpu_seconds)},
                     {'measure': 'memory_peak_bytes', 'count': count(memory_peak_bytes),
                      'minimum': CAST(min(memory_peak_bytes) AS DOUBLE),
                      'maximum': CAST(max(memory_peak_bytes) AS DOUBLE),
                      'sum': CAST(sum(memory_peak_bytes) AS DOUBLE),
                      'quantiles': quantile_cont(CAST(memory_peak_bytes AS DOUBLE), [0.5, 0.95]),
                      'standard_deviation': stddev_samp(CAST(memory_peak_bytes AS DOUBLE))},
                     {'measure': 'download_size_bytes', 'count': count(download_size_bytes),
                      'minimum': CAST(min(download_size_bytes) AS DOUBLE),
                      'maximum': CAST(max(download_size_bytes) AS DOUBLE),
                      'sum': CAST(sum(download_size_bytes) AS DOUBLE),
                      'quantiles': quantile_cont(CAST(download_size_bytes AS DOUBLE), [0.5, 0.95]),
                      'standard_deviation': stddev_samp(CAST(download_size_bytes AS DOUBLE))}
                 ]) AS summary
          FROM
      """
          + FilteredTables.EXECUTIONS
          + THAT_ARE_MEANT
          + " GROUP BY plugin_name, status)")
  List<StatisticsRow> statistics(@BindRow FilterRow filter);

  @SqlQuery(
      "SELECT end_time, error_message, exit_code,"
          + OUTCOME
          + " FROM "
          + FilteredTables.EXECUTIONS
          + THAT_ARE_MEANT
          + " ORDER BY started_at DESC, execution_id DESC, run_id DESC LIMIT :limit")
  List<RecentRow> recent(@BindRow FilterRow filter, @Bind("limit") int limit);

  @SqlQuery(
      """
      SELECT started_at AS time, run_id, execution_id, plugin_name, hostname, status,
             CAST(<measure> AS DOUBLE) AS value
      FROM
      """
          + FilteredTables.EXECUTIONS
          + THAT_ARE_MEANT
          + " AND <measure> IS NOT NULL"
          + OLDEST_FIRST)
  List<PointRow> executionSeries(@BindRow FilterRow filter, @Define("measure") String measure);

  @SqlQuery(
      """
      SELECT coalesce(s.start_time, e.started_at) AS time, e.run_id, e.execution_id,
             e.plugin_name, e.hostname, e.status, s.step_no, s.step_name, s.phase,
             CAST(s.<measure> AS DOUBLE) AS value
      FROM
      """
          + FilteredTables.STEPS
          + " s JOIN (SELECT * FROM "
          + FilteredTables.STARTED_EXECUTIONS
          + THAT_ARE_MEANT
          + """
          ) e ON e.run_id = s.run_id AND e.execution_no = s.execution_no
          WHERE s.<measure> IS NOT NULL
            AND (CAST(:stepName AS VARCHAR) IS NULL OR s.step_name = :stepName)
          ORDER BY time, e.execution_id, e.run_id, s.step_no
          """)
  List<PointRow> stepSeries(
      @BindRow FilterRow filter,
      @Define("measure") String measure,
      @Bind("stepName") @Nullable String stepName);

  @SqlQuery(
      "SELECT plugin_name, measure, announced, actual, confidence FROM estimate_accuracy WHERE "
          + FilterRow.OF_EXECUTIONS
          + " AND (CAST(:phase AS VARCHAR) IS NULL OR phase = :phase)")
  List<PairRow> announcedPairs(@BindRow FilterRow filter);

  /** The executions that are meant, each with the begin of the one before it, meant or not. */
  String LEARNING =
      "SELECT execution_no, previous_start,"
          + OUTCOME
          + """
          FROM (
              SELECT *,
                     lag(started_at) OVER (
                         PARTITION BY plugin_name, hostname
                         ORDER BY started_at, execution_id, run_id) AS previous_start
              FROM
          """
          + FilteredTables.EXECUTIONS
          + ")"
          + THAT_ARE_MEANT
          + OLDEST_FIRST;

  String ESTIMATES =
      "SELECT a.* FROM estimates a SEMI JOIN (SELECT * FROM "
          + FilteredTables.STARTED_EXECUTIONS
          + THAT_ARE_MEANT
          + """
          ) e ON e.run_id = a.run_id AND e.execution_no = a.execution_no
          WHERE (CAST(:phase AS VARCHAR) IS NULL OR a.phase = :phase)
          """;

  static List<LearningRow> learning(Handle handle, FilterRow filter) {
    return Question.ask(handle, LearningRow.class, LEARNING, filter);
  }

  static List<EstimateRow> estimates(Handle handle, FilterRow filter) {
    return Question.ask(handle, EstimateRow.class, ESTIMATES, filter);
  }
}
