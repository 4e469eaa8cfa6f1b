package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;

/** The table of predictions; a set of runs is asked for as in {@link RunTables}. */
interface LedgerTable {

  String NAME = "predictions";

  @SqlQuery(
      """
      SELECT * FROM predictions
      WHERE CAST(:from AS TIMESTAMP) IS NULL OR made_at >= CAST(:from AS TIMESTAMP)
      ORDER BY made_at, run_id, prediction_no
      """)
  List<PredictionRow> madeFrom(@Bind("from") @Nullable Instant from);

  @SqlQuery("SELECT * FROM predictions WHERE run_id = :runId ORDER BY prediction_no")
  List<PredictionRow> ofRun(@Bind("runId") UUID runId);

  @SqlQuery(
      "SELECT * FROM predictions" + RunTables.OF_THESE_RUNS + " ORDER BY run_id, prediction_no")
  List<PredictionRow> ofRuns(@Bind("runIds") String runIds);

  default List<PredictionRow> ofRuns(Collection<RunId> runIds) {
    return ofRuns(runIds.stream().map(RunId::toString).collect(joining(",")));
  }

  String NEWEST_TOTALS =
      """
      WITH wanted AS (SELECT unnest(string_split(rtrim(:plugins, chr(10)), chr(10))) AS plugin_name),
      of_these AS (
        SELECT run_id FROM predictions
        WHERE target = :target AND basis <> :noPart
        GROUP BY run_id
        HAVING count(plugin_name) = (SELECT count(*) FROM wanted)
          AND count(plugin_name) FILTER (plugin_name IN (SELECT plugin_name FROM wanted))
            = count(plugin_name))
      SELECT * FROM predictions
      WHERE target = :target AND plugin_name IS NULL AND run_id IN (SELECT run_id FROM of_these)
      ORDER BY made_at DESC, run_id DESC
      LIMIT :newest
      """;

  /**
   * Totals that are made of exactly these plugins, newest first.
   *
   * @param plugins their names with a line feed, which no name holds, after each
   */
  static List<PredictionRow> newestTotals(
      Handle handle, String target, String plugins, String noPart, int newest) {
    return Question.ask(
        handle,
        PredictionRow.class,
        NEWEST_TOTALS,
        Map.of("target", target, "plugins", plugins, "noPart", noPart, "newest", newest));
  }

  @SqlQuery("SELECT count(DISTINCT run_id) FROM predictions")
  int runs();

  @SqlUpdate("DELETE FROM predictions" + RunTables.OF_THESE_RUNS)
  void deleteRuns(@Bind("runIds") String runIds);

  @SqlUpdate("DELETE FROM predictions WHERE made_at < :time")
  void deleteBefore(@Bind("time") Instant time);

  default void delete(Collection<RunId> runIds) {
    deleteRuns(runIds.stream().map(RunId::toString).collect(joining(",")));
  }
}
