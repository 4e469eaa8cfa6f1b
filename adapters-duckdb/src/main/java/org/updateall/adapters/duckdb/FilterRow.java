package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;

/**
 * A filter as the parameters of the conditions below. Several names are one parameter, joined by a
 * control character, which no name holds; a condition that is left open is NULL.
 */
record FilterRow(
    @Nullable String hostname,
    @Nullable Instant fromTime,
    @Nullable Instant untilTime,
    @Nullable String plugins,
    @Nullable String statuses,
    @Nullable String phase) {

  /** That an execution is of the plugins and statuses; needs {@code plugin_name} and a status. */
  private static final String OF_PLUGIN_AND_STATUS =
      """
       (CAST(:plugins AS VARCHAR) IS NULL
            OR plugin_name IN (SELECT unnest(string_split(:plugins, chr(31)))))
       AND (CAST(:statuses AS VARCHAR) IS NULL
            OR status IN (SELECT unnest(string_split(:statuses, chr(31)))))
      """;

  /** That a row of {@code runs} is meant. */
  static final String OF_RUNS =
      """
       (CAST(:hostname AS VARCHAR) IS NULL OR hostname = :hostname)
       AND (CAST(:fromTime AS TIMESTAMP) IS NULL OR start_time >= :fromTime)
       AND (CAST(:untilTime AS TIMESTAMP) IS NULL OR start_time < :untilTime)
       AND (CAST(:plugins AS VARCHAR) IS NULL AND CAST(:statuses AS VARCHAR) IS NULL
            OR run_id IN (SELECT run_id FROM plugin_executions WHERE
      """
          + OF_PLUGIN_AND_STATUS
          + "))";

  /** That an execution is meant; needs host, plugin, status and begin. */
  static final String OF_EXECUTIONS =
      """
       (CAST(:hostname AS VARCHAR) IS NULL OR hostname = :hostname)
       AND (CAST(:fromTime AS TIMESTAMP) IS NULL OR started_at >= :fromTime)
       AND (CAST(:untilTime AS TIMESTAMP) IS NULL OR started_at < :untilTime)
       AND
      """
          + OF_PLUGIN_AND_STATUS;

  /** That an execution is of an update; needs {@code coverage}. */
  static final String OF_UPDATES =
      " (coverage IS DISTINCT FROM 'check' OR CAST(:phase AS VARCHAR) = 'CHECK')";

  private static final String SEPARATOR = "\u001f";

  static FilterRow of(HistoryFilter filter) {
    StepPhase phase = filter.phase();
    return new FilterRow(
        filter.host().hostname(),
        filter.from(),
        filter.until(),
        joined(filter.plugins(), PluginName::value),
        joined(filter.statuses(), ExecutionStatus::wireName),
        phase == null ? null : phase.name());
  }

  private static <T> @Nullable String joined(Collection<T> values, Function<T, String> word) {
    return values.isEmpty()
        ? null
        : values.stream().map(word).sorted().collect(Collectors.joining(SEPARATOR));
  }
}
