package org.updateall.domain.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Mean absolute errors over the same outcomes: those of which every rule of thumb had something to
 * say.
 *
 * @param count how many outcomes they are, at least one
 * @param ours that of the predictions, in the unit of their target
 * @param rules that of each rule
 */
public record RuleComparison(int count, double ours, Map<RuleOfThumb, Double> rules) {

  public RuleComparison {
    rules = Map.copyOf(rules);
  }

  /**
   * @param judged at least one, of which every rule has something to say
   */
  static RuleComparison of(List<JudgedPrediction> judged) {
    Map<RuleOfThumb, Double> errors = new EnumMap<>(RuleOfThumb.class);
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      errors.put(rule, mean(judged, each -> Math.abs(forecast(each, rule) - each.outcome())));
    }
    return new RuleComparison(judged.size(), mean(judged, each -> Math.abs(each.error())), errors);
  }

  static boolean isComparable(JudgedPrediction judged) {
    return judged.rules().size() == RuleOfThumb.values().length;
  }

  private static double forecast(JudgedPrediction judged, RuleOfThumb rule) {
    return judged.rules().getOrDefault(rule, Double.NaN);
  }

  private static double mean(
      List<JudgedPrediction> judged, ToDoubleFunction<JudgedPrediction> value) {
    return judged.stream().mapToDouble(value).sum() / judged.size();
  }
}
