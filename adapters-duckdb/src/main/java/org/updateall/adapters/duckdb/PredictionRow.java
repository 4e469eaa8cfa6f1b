package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;

/** A row of the table that {@link LedgerTable} reads. */
record PredictionRow(
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
    List<Float> quantiles) {

  /** What the rows say was foretold, in their order. */
  static List<ForetoldRun> foretold(List<PredictionRow> rows) {
    return rows.stream()
        .collect(groupingBy(PredictionRow::runId, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(PredictionRow::run)
        .toList();
  }

  private static ForetoldRun run(List<PredictionRow> rows) {
    return new ForetoldRun(
        new RunId(rows.get(0).runId()),
        rows.get(0).madeAt(),
        rows.stream().map(PredictionRow::toPrediction).toList());
  }

  RecordedPrediction toPrediction() {
    float[] outline = new float[quantiles.size()];
    for (int i = 0; i < outline.length; i++) {
      outline[i] = quantiles.get(i);
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

  /** What it is called when it is lost. */
  String name() {
    return "run %s, %s, %s".formatted(runId, pluginName == null ? "total" : pluginName, target);
  }
}
