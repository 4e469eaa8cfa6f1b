package org.updateall.modeling;

import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.forecast.Chance;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.modeling.risk.BetaPosterior;
import org.updateall.modeling.risk.DiscountedCount;
import org.updateall.modeling.risk.UsualRate;

/**
 * Risks by a beta-binomial model in which old attempts fade, and what is usual is learned from the
 * other plugins.
 *
 * <p>Success, failure and timeout are one Dirichlet distribution, of which failures in the wide
 * sense and timeouts are two margins: both have the same weight of what is usual, so that a timeout
 * is never more likely than a failure.
 */
final class BetaBinomialRiskForecaster implements RiskForecaster {

  /** What is assumed of plugins before any has been tried. */
  static final double ASSUMED_FAILURE = 0.03;

  static final double ASSUMED_TIMEOUT = 0.01;

  @Override
  public List<OutcomeRisk> risks(List<PluginOutcomes> plugins, double level) {
    PredictionInterval.requireLevel(level);
    List<DiscountedCount> failures =
        plugins.stream().map(BetaBinomialRiskForecaster::failures).toList();
    List<DiscountedCount> timeouts =
        plugins.stream().map(BetaBinomialRiskForecaster::timeouts).toList();
    double weight = UsualRate.weight(failures, ASSUMED_FAILURE);
    List<OutcomeRisk> risks = new ArrayList<>();
    for (int i = 0; i < plugins.size(); i++) {
      double usualFailure = UsualRate.of(without(i, failures), ASSUMED_FAILURE);
      double usualTimeout = UsualRate.of(without(i, timeouts), ASSUMED_TIMEOUT);
      risks.add(
          new OutcomeRisk(
              plugins.get(i),
              chance(BetaPosterior.of(usualFailure, weight, failures.get(i)), level),
              chance(BetaPosterior.of(usualTimeout, weight, timeouts.get(i)), level),
              usualFailure,
              weight));
    }
    return risks;
  }

  private static DiscountedCount failures(PluginOutcomes plugin) {
    return count(plugin, ExecutionStatus.FAILED, ExecutionStatus.TIMEOUT);
  }

  private static DiscountedCount timeouts(PluginOutcomes plugin) {
    return count(plugin, ExecutionStatus.TIMEOUT);
  }

  private static DiscountedCount count(PluginOutcomes plugin, ExecutionStatus... counted) {
    List<ExecutionStatus> hits = List.of(counted);
    boolean[] happened = new boolean[plugin.runs()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = hits.contains(plugin.statuses().get(i));
    }
    return DiscountedCount.of(happened);
  }

  private static List<DiscountedCount> without(int place, List<DiscountedCount> counts) {
    List<DiscountedCount> others = new ArrayList<>(counts);
    others.remove(place);
    return others;
  }

  private static Chance chance(BetaPosterior posterior, double level) {
    return new Chance(posterior.mean(), posterior.lower(level), posterior.upper(level));
  }
}
