package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;

/** The table of predictions; a set of runs is asked for as in {@link RunTables}. */
@RegisterConstructorMapper(PredictionRow.class)
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
