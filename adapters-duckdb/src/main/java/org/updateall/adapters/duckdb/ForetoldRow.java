package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * What a fleet's tree has of one prediction; the components are its columns, in their order: those
 * of the table of the same name in a store.
 */
record ForetoldRow(
    UUID runId,
    int predictionNo,
    Instant madeAt,
    @Nullable String pluginName,
    String target,
    double level,
    double point,
    double lowerBound,
    double upperBound,
    String basis,
    String intervalBasis,
    @Nullable String model,
    int runs,
    int scores,
    List<Double> quantiles) {

  static List<ForetoldRow> of(ForetoldRun foretold) {
    List<ForetoldRow> rows = new ArrayList<>();
    for (RecordedPrediction each : foretold.predictions()) {
      rows.add(
          new ForetoldRow(
              foretold.runId().value(),
              rows.size(),
              foretold.madeAt(),
              each.plugin() == null ? null : each.plugin().value(),
              each.target().wireName(),
              each.interval().level(),
              each.point(),
              each.interval().lower(),
              each.interval().upper(),
              each.basis().wireName(),
              each.intervalBasis().wireName(),
              each.model(),
              each.runs(),
              each.scores(),
              doubles(each.outline().quantiles())));
    }
    return rows;
  }

  /**
   * @throws IllegalArgumentException if it is none that the domain allows
   */
  RecordedPrediction toPrediction() {
    float[] outline = new float[quantiles.size()];
    for (int i = 0; i < outline.length; i++) {
      outline[i] = quantiles.get(i).floatValue();
    }
    return new RecordedPrediction(
        pluginName == null ? null : new PluginName(pluginName),
        StoredWords.target(target),
        point,
        new PredictionInterval(lowerBound, upperBound, level),
        QuantileOutline.of(outline),
        StoredWords.basis(basis),
        StoredWords.intervalBasis(intervalBasis),
        model,
        runs,
        scores);
  }

  private static List<Double> doubles(float[] values) {
    List<Double> doubles = new ArrayList<>();
    for (float value : values) {
      doubles.add((double) value);
    }
    return doubles;
  }
}
