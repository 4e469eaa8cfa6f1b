package org.updateall.domain.forecast;

import java.util.List;
import java.util.function.Predicate;
import org.updateall.domain.history.ExecutionStatus;

/**
 * A forecaster of risks for tests: discounted shares, drawn towards that of the other plugins with
 * the weight of four attempts, and intervals as wide as the level says of what is possible.
 */
public final class DiscountingRiskForecaster implements RiskForecaster {

  private static final double DISCOUNT = 0.9;
  private static final double WEIGHT = 4;
  private static final double USUAL = 0.05;

  @Override
  public List<OutcomeRisk> risks(List<PluginOutcomes> plugins, double level) {
    PredictionInterval.requireLevel(level);
    return plugins.stream().map(plugin -> risk(plugin, plugins, level)).toList();
  }

  private static OutcomeRisk risk(
      PluginOutcomes plugin, List<PluginOutcomes> plugins, double level) {
    List<PluginOutcomes> others =
        plugins.stream().filter(each -> !each.plugin().equals(plugin.plugin())).toList();
    return new OutcomeRisk(
        plugin,
        chance(plugin, others, status -> status != ExecutionStatus.SUCCESS, USUAL, level),
        chance(plugin, others, status -> status == ExecutionStatus.TIMEOUT, USUAL / 2, level),
        usual(others, status -> status != ExecutionStatus.SUCCESS, USUAL),
        WEIGHT);
  }

  private static Chance chance(
      PluginOutcomes plugin,
      List<PluginOutcomes> others,
      Predicate<ExecutionStatus> counts,
      double usually,
      double level) {
    double[] own = counted(plugin, counts);
    double probability = (WEIGHT * usual(others, counts, usually) + own[0]) / (WEIGHT + own[1]);
    return new Chance(probability, probability * (1 - level), 1 - (1 - probability) * (1 - level));
  }

  private static double usual(
      List<PluginOutcomes> others, Predicate<ExecutionStatus> counts, double usually) {
    double hits = WEIGHT * usually;
    double attempts = WEIGHT;
    for (PluginOutcomes other : others) {
      double[] counted = counted(other, counts);
      hits += counted[0];
      attempts += counted[1];
    }
    return hits / attempts;
  }

  /** The discounted numbers of attempts that count, and of all. */
  private static double[] counted(PluginOutcomes plugin, Predicate<ExecutionStatus> counts) {
    double[] counted = new double[2];
    for (ExecutionStatus status : plugin.statuses()) {
      counted[0] = DISCOUNT * counted[0] + (counts.test(status) ? 1 : 0);
      counted[1] = DISCOUNT * counted[1] + 1;
    }
    return counted;
  }
}
