package org.updateall.fleet.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.forecast.SeriesEvidence;

/**
 * What one series says of one of the kinds that it is of.
 *
 * @param target as {@link KeptPrior#target()}, and so are the next three
 * @param source as {@link SeriesEvidence#source()}
 * @param document as {@link SeriesEvidence#document()}
 */
record EvidenceRow(
    String target,
    @Nullable String pluginName,
    @Nullable String operatingSystem,
    @Nullable String sizeClass,
    String source,
    String document) {

  static EvidenceRow of(PriorClass kind, SeriesEvidence evidence) {
    return new EvidenceRow(
        kind.target().wireName(),
        kind.plugin() == null ? null : kind.plugin().value(),
        kind.operatingSystem(),
        kind.size() == null ? null : kind.size().wireName(),
        evidence.source(),
        evidence.document());
  }

  /** The columns that name the kind. */
  static Column[] kind() {
    return new Column[] {
      functions.col("target"),
      functions.col("plugin_name"),
      functions.col("operating_system"),
      functions.col("size_class")
    };
  }

  SeriesEvidence evidence() {
    return new SeriesEvidence(source, document);
  }
}
