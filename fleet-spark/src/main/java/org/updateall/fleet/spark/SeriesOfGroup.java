package org.updateall.fleet.spark;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.forecast.Target;

/**
 * Makes a series of the executions that Spark brought together. They come newest first, so that no
 * more of them are ever in memory than are used, however many a host has.
 *
 * @param latest how many are used at most
 * @param zone whose clock says day and hour
 */
record SeriesOfGroup(int latest, ZoneId zone) implements Serializable {

  /** {@link FleetSeries#ORDER}, newest first. */
  static Column[] order() {
    return new Column[] {
      functions.col("started_at").desc(),
      functions.col("execution_id").desc(),
      functions.col("run_id").desc()
    };
  }

  /**
   * @param rows at least one, in {@link #order()}, of {@link ReadRows#TABLE}
   */
  FleetSeries series(Iterator<Row> rows) {
    SeriesRow newest = ReadRows.TABLE.fromRow(rows.next());
    List<FleetRow> used = new ArrayList<>();
    used.add(newest.toFleetRow());
    while (used.size() < latest && rows.hasNext()) {
      used.add(ReadRows.TABLE.fromRow(rows.next()).toFleetRow());
    }
    Collections.reverse(used);
    Target target =
        Target.fromWireName(newest.target())
            .getOrElseThrow(() -> new IllegalStateException("no target: " + newest.target()));
    return FleetSeries.of(used, target, zone);
  }
}
