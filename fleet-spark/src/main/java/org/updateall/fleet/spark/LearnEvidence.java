package org.updateall.fleet.spark;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.forecast.SeriesEvidence;

/** On an executor: what one series says of each kind that it is of; nothing if it is short. */
record LearnEvidence(JobOptions options, Instant asOf)
    implements FlatMapGroupsFunction<Row, Row, Row> {

  /** How {@link EvidenceRow}s are shuffled. */
  static final RecordTable<EvidenceRow> TABLE = new RecordTable<>(EvidenceRow.class);

  @Override
  public Iterator<Row> call(Row key, Iterator<Row> rows) {
    FleetSeries series = options.grouping().series(rows);
    return Trainers.learner(asOf)
        .evidence(series.series(), options.training())
        .map(evidence -> forEveryKind(series, evidence))
        .getOrElse(List.of())
        .iterator();
  }

  private static List<Row> forEveryKind(FleetSeries series, SeriesEvidence evidence) {
    return PriorClass.of(series.key().plugin(), series.key().target(), series.profile()).stream()
        .map(kind -> TABLE.toRow(EvidenceRow.of(kind, evidence)))
        .toList();
  }
}
