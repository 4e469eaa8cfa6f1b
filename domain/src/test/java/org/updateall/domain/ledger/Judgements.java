package org.updateall.domain.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;

/** Predictions of one plugin with their outcomes, for tests. */
final class Judgements {

  private static final PluginName APT = new PluginName("apt");

  private Judgements() {}

  /** As foretold of that plugin between 0 and 100, evenly, each with one of these outcomes. */
  static List<JudgedPrediction> uniform(double... outcomes) {
    List<JudgedPrediction> judged = new ArrayList<>();
    for (double outcome : outcomes) {
      judged.add(
          of(judged.size(), Foretellings.prediction("apt", 0, 100), outcome, Map.of(), null));
    }
    return judged;
  }

  static JudgedPrediction of(
      int number,
      RecordedPrediction prediction,
      double outcome,
      Map<RuleOfThumb, Double> rules,
      @Nullable PredictionInterval reference) {
    return new JudgedPrediction(
        Runs.id(number),
        "atlas",
        Runs.NOON.plus(Duration.ofDays(number)),
        prediction,
        List.of(APT),
        outcome,
        rules,
        reference);
  }
}
