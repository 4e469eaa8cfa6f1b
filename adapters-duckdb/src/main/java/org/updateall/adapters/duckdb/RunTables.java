package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/**
 * The tables of runs and their parts. A set of runs is asked for by their identities joined with
 * commas: one parameter, however many they are.
 */
interface RunTables {

  String OF_THESE_RUNS =
      " WHERE run_id IN (SELECT CAST(unnest(string_split(:runIds, ',')) AS UUID))";

  @SqlQuery(
      """
      SELECT (SELECT count(*) FROM runs) AS runs,
             (SELECT count(*) FROM plugin_executions) AS executions,
             (SELECT count(*) FROM step_metrics) AS steps,
             (SELECT count(*) FROM estimates) AS estimates
      """)
  HistoryCounts counts();

  @SqlQuery(
      "SELECT * FROM runs WHERE"
          + FilterRow.OF_RUNS
          + " ORDER BY start_time DESC, run_id DESC LIMIT :limit")
  List<RunRow> recentRuns(@BindRow FilterRow filter, @Bind("limit") int limit);

  @SqlQuery(
      "SELECT * FROM runs WHERE"
          + FilterRow.OF_RUNS
          + """
           AND (CAST(:lastTime AS TIMESTAMP) IS NULL
                OR (start_time, run_id) > (CAST(:lastTime AS TIMESTAMP), CAST(:lastId AS UUID)))
          ORDER BY start_time, run_id
          LIMIT :limit
          """)
  List<RunRow> runsAfter(
      @BindRow FilterRow filter,
      @Bind("lastTime") @Nullable Instant lastTime,
      @Bind("lastId") @Nullable UUID lastId,
      @Bind("limit") int limit);

  @SqlQuery(
      """
      SELECT e.run_id
      FROM plugin_executions e JOIN runs r ON r.run_id = e.run_id
      WHERE e.execution_id = :executionId
      ORDER BY r.start_time DESC, r.run_id DESC
      LIMIT 1
      """)
  Optional<UUID> newestRunOf(@Bind("executionId") UUID executionId);

  @SqlQuery("SELECT * FROM runs" + OF_THESE_RUNS)
  List<RunRow> runs(@Bind("runIds") String runIds);

  @SqlQuery("SELECT * FROM plugin_executions" + OF_THESE_RUNS + " ORDER BY run_id, execution_no")
  List<ExecutionRow> executions(@Bind("runIds") String runIds);

  @SqlQuery("SELECT * FROM step_metrics" + OF_THESE_RUNS + " ORDER BY step_no")
  List<StepRow> steps(@Bind("runIds") String runIds);

  @SqlQuery("SELECT * FROM estimates" + OF_THESE_RUNS + " ORDER BY estimate_no")
  List<EstimateRow> estimates(@Bind("runIds") String runIds);

  @SqlUpdate("DELETE FROM runs" + OF_THESE_RUNS)
  void deleteRuns(@Bind("runIds") String runIds);

  @SqlUpdate("DELETE FROM plugin_executions" + OF_THESE_RUNS)
  void deleteExecutions(@Bind("runIds") String runIds);

  @SqlUpdate("DELETE FROM step_metrics" + OF_THESE_RUNS)
  void deleteSteps(@Bind("runIds") String runIds);

  @SqlUpdate("DELETE FROM estimates" + OF_THESE_RUNS)
  void deleteEstimates(@Bind("runIds") String runIds);

  /** The rows of a run, a thousand bytes of what it says about failures counting as one more. */
  record Weight(UUID runId, long weight) {}

  @SqlQuery(
      """
      SELECT run_id, CAST(sum(part) AS BIGINT) AS weight FROM (
          SELECT run_id, 1 + coalesce(strlen(error_message), 0) // 1000 AS part
          FROM plugin_executions
          UNION ALL SELECT run_id, 1 FROM step_metrics
          UNION ALL SELECT run_id, 1 FROM estimates)
      """
          + OF_THESE_RUNS
          + " GROUP BY run_id")
  List<Weight> weights(@Bind("runIds") String runIds);

  @SqlQuery("SELECT run_id FROM runs WHERE start_time < :time")
  List<UUID> runsBefore(@Bind("time") Instant time);

  /** The stored runs among these, whole. */
  default Map<RunId, Run> find(Collection<RunId> runIds) {
    List<RunRow> rows = runs(joined(runIds));
    List<Run> found = whole(rows);
    return DamagedRow.unless(
        () -> found.stream().collect(Collectors.toMap(Run::runId, run -> run)));
  }

  /** The runs of these rows, in the same order, with all their parts. */
  default List<Run> whole(List<RunRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return DamagedRow.unless(
        () -> {
          Map<UUID, List<PluginExecution>> executions =
              wholeExecutions(joined(rows.stream().map(row -> new RunId(row.runId())).toList()));
          return rows.stream()
              .map(row -> row.toRun(executions.getOrDefault(row.runId(), List.of())))
              .toList();
        });
  }

  private Map<UUID, List<PluginExecution>> wholeExecutions(String runIds) {
    Map<ExecutionKey, List<StepRow>> steps =
        steps(runIds).stream().collect(groupingBy(StepRow::key));
    Map<ExecutionKey, List<EstimateRow>> estimates =
        estimates(runIds).stream().collect(groupingBy(EstimateRow::key));
    return executions(runIds).stream()
        .map(
            row ->
                row.toExecution(
                    steps.getOrDefault(row.key(), List.of()).stream()
                        .map(step -> step.toStep(row.executionId()))
                        .toList(),
                    estimates.getOrDefault(row.key(), List.of()).stream()
                        .map(estimate -> estimate.toEstimate(row.executionId()))
                        .toList()))
        .collect(groupingBy(execution -> execution.runId().value()));
  }

  default void delete(Collection<RunId> runIds) {
    if (runIds.isEmpty()) {
      return;
    }
    String joined = joined(runIds);
    deleteRuns(joined);
    deleteExecutions(joined);
    deleteSteps(joined);
    deleteEstimates(joined);
  }

  /** How much each of these runs weighs; those without parts are left out. */
  default Map<UUID, Long> weightsOf(List<RunRow> rows) {
    return weights(joined(rows.stream().map(row -> new RunId(row.runId())).toList())).stream()
        .collect(Collectors.toMap(Weight::runId, Weight::weight));
  }

  private static String joined(Collection<RunId> runIds) {
    return runIds.stream().map(RunId::toString).collect(Collectors.joining(","));
  }
}
