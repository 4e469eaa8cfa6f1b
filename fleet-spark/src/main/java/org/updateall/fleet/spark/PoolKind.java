package org.updateall.fleet.spark;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.EvidenceSample;
import org.updateall.domain.forecast.PooledPrior;

/** On an executor: the prior of one kind of series; nothing if too few hosts speak of it. */
record PoolKind(Instant asOf) implements FlatMapGroupsFunction<Row, Row, Row> {

  /** How {@link KeptPrior}s are handed back. */
  static final RecordTable<KeptPrior> TABLE = new RecordTable<>(KeptPrior.class);

  @Override
  public Iterator<Row> call(Row key, Iterator<Row> rows) {
    EvidenceSample sample = new EvidenceSample();
    @Nullable EvidenceRow any = null;
    while (rows.hasNext()) {
      any = LearnEvidence.TABLE.fromRow(rows.next());
      sample.add(any.evidence());
    }
    EvidenceRow kind = requireNonNull(any, "a group has a row");
    return Trainers.learner(asOf)
        .pool(sample.evidence())
        .map(prior -> List.of(TABLE.toRow(kept(kind, prior))))
        .getOrElse(List.of())
        .iterator();
  }

  private static KeptPrior kept(EvidenceRow kind, PooledPrior prior) {
    return new KeptPrior(
        kind.target(),
        kind.pluginName(),
        kind.operatingSystem(),
        kind.sizeClass(),
        prior.sources(),
        prior.document());
  }
}
