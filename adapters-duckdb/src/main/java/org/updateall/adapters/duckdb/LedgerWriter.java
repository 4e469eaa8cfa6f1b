package org.updateall.adapters.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * Writes what was foretold of runs into the table of predictions, in the place of what is known of
 * the same runs: each value in the order of the columns, as {@link RunAppender} does.
 */
final class LedgerWriter {

  private final Handle handle;

  /**
   * @param handle within an open transaction
   */
  LedgerWriter(Handle handle) {
    this.handle = handle;
  }

  /** Of several entries of the same run the last one stands. */
  int write(Collection<ForetoldRun> foretold) throws SQLException {
    Map<RunId, ForetoldRun> lastOfEach = new LinkedHashMap<>();
    foretold.forEach(run -> lastOfEach.put(run.runId(), run));
    if (lastOfEach.isEmpty()) {
      return 0;
    }
    handle.attach(LedgerTable.class).delete(lastOfEach.keySet());
    try (DuckDBAppender rows =
        handle
            .getConnection()
            .unwrap(DuckDBConnection.class)
            .createAppender("main", LedgerTable.NAME)) {
      for (ForetoldRun run : lastOfEach.values()) {
        append(rows, run);
      }
      rows.flush();
    }
    return lastOfEach.size();
  }

  private static void append(DuckDBAppender rows, ForetoldRun run) throws SQLException {
    int predictionNo = 0;
    for (RecordedPrediction each : run.predictions()) {
      rows.beginRow();
      rows.append(run.runId().value());
      rows.append(predictionNo++);
      rows.append(Columns.toColumn(run.madeAt()));
      rows.append(each.plugin() == null ? null : each.plugin().value());
      rows.append(each.target().wireName());
      rows.append(each.interval().level());
      rows.append(each.point());
      rows.append(each.interval().lower());
      rows.append(each.interval().upper());
      rows.append(each.basis().wireName());
      rows.append(each.intervalBasis().wireName());
      rows.append(each.model());
      rows.append(each.runs());
      rows.append(each.scores());
      rows.append(each.outline().quantiles());
      rows.endRow();
    }
  }
}
