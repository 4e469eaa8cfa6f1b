package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.MeasureSummary;

/** What the executions amount to, of one host or, without a host name, of all. */
@RegisterConstructorMapper(OutcomeRow.class)
@RegisterConstructorMapper(OutcomeQueries.StatusCount.class)
@RegisterConstructorMapper(OutcomeQueries.Extent.class)
@RegisterConstructorMapper(OutcomeQueries.Measure.class)
interface OutcomeQueries {

  String ON_THAT_HOST = " WHERE (CAST(:hostname AS VARCHAR) IS NULL OR hostname = :hostname) ";

  /** How many executions of a plugin ended that way. */
  record StatusCount(String pluginName, String status, long executions) {}

  /** From when to when a plugin was executed, and how many packages it updated in all. */
  record Extent(String pluginName, Instant first, Instant last, long packagesUpdated) {}

  /** The distribution of one measure over a plugin's successful executions. */
  record Measure(
      String pluginName,
      String measure,
      long count,
      double minimum,
      double maximum,
      double sum,
      double median,
      double percentile95,
      @Nullable Double standardDeviation) {

    MeasureSummary toSummary() {
      return new MeasureSummary(
          count, minimum, maximum, sum, median, percentile95, standardDeviation);
    }
  }

  @SqlQuery("SELECT DISTINCT hostname FROM runs")
  List<String> hosts();

  @SqlQuery(
      """
      SELECT execution_id, hostname, plugin_name, status, started_at, wall_clock_seconds,
             cpu_seconds, memory_peak_bytes, download_size_bytes, packages_updated, packages_total
      FROM execution_outcomes
      """
          + ON_THAT_HOST
          + "ORDER BY started_at, execution_id")
  List<OutcomeRow> outcomes(@Bind("hostname") @Nullable String hostname);

  @SqlQuery(
      "SELECT plugin_name, status, count(*) AS executions FROM execution_outcomes"
          + ON_THAT_HOST
          + "GROUP BY plugin_name, status")
  List<StatusCount> statusCounts(@Bind("hostname") @Nullable String hostname);

  @SqlQuery(
      """
      SELECT plugin_name, min(started_at) AS first, max(started_at) AS last,
             CAST(coalesce(sum(packages_updated), 0) AS BIGINT) AS packages_updated
      FROM execution_outcomes
      """
          + ON_THAT_HOST
          + "GROUP BY plugin_name")
  List<Extent> extents(@Bind("hostname") @Nullable String hostname);

  @SqlQuery(
      """
      SELECT plugin_name, measure, count(*) AS count, min(value) AS minimum,
             max(value) AS maximum, sum(value) AS sum,
             quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.95) AS percentile95,
             stddev_samp(value) AS standard_deviation
      FROM (
          SELECT plugin_name,
                 unnest(['wall_clock', 'cpu', 'memory_peak', 'download_size']) AS measure,
                 unnest([wall_clock_seconds, cpu_seconds, CAST(memory_peak_bytes AS DOUBLE),
                         CAST(download_size_bytes AS DOUBLE)]) AS value
          FROM execution_outcomes
      """
          + ON_THAT_HOST
          + """
          AND status = 'success'
      )
      WHERE value IS NOT NULL
      GROUP BY plugin_name, measure
      """)
  List<Measure> measures(@Bind("hostname") @Nullable String hostname);
}
