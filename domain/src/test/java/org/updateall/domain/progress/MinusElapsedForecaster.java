package org.updateall.domain.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;

/**
 * A forecaster for tests: what is left is what was predicted less the time that has passed, and a
 * share done counts for nothing. Plugins run all at once, unless they run one after another.
 */
public final class MinusElapsedForecaster implements RemainingTimeForecaster {

  private static final double LEAST = 1e-6;

  @Override
  public RemainingTimeForecast open(RunPlan plan) {
    return state -> remaining(plan, state);
  }

  private static RemainingTime remaining(RunPlan plan, RunState state) {
    if (state.plugins().size() != plan.plugins().size()) {
      throw new IllegalArgumentException("not the plugins of the run: " + state);
    }
    Map<PluginName, TimeLeft> left = new HashMap<>();
    List<PluginName> missing = new ArrayList<>();
    for (PluginName plugin : plan.plugins()) {
      PredictiveDistribution predicted = plan.predictions().get(plugin);
      if (state.of(plugin).isOver()) {
        left.put(plugin, TimeLeft.NONE);
      } else if (predicted == null) {
        missing.add(plugin);
      } else {
        left.put(plugin, left(predicted, state.of(plugin)));
      }
    }
    missing.sort(Comparator.naturalOrder());
    boolean isKnown =
        missing.isEmpty() || left.values().stream().anyMatch(each -> each.point() > 0);
    return new RemainingTime(left, isKnown ? whole(plan, left) : null, missing);
  }

  private static TimeLeft left(PredictiveDistribution predicted, PluginState state) {
    double[] quantiles = predicted.quantiles();
    if (!(state instanceof PluginState.Running running)) {
      return new TimeLeft(predicted, false);
    }
    boolean isLonger = running.elapsedSeconds() > quantiles[quantiles.length - 1];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Math.max(LEAST, quantiles[i] - running.elapsedSeconds());
    }
    return new TimeLeft(PredictiveDistribution.of(quantiles), isLonger);
  }

  private static TimeLeft whole(RunPlan plan, Map<PluginName, TimeLeft> left) {
    double[] quantiles = new double[PredictiveDistribution.levels().length];
    boolean isLonger = false;
    for (TimeLeft part : left.values()) {
      double[] each = part.seconds().quantiles();
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] =
            plan.schedule().isSequential()
                ? quantiles[i] + each[i]
                : Math.max(quantiles[i], each[i]);
      }
      isLonger |= part.isLongerThanEverSeen();
    }
    return new TimeLeft(PredictiveDistribution.of(quantiles), isLonger);
  }
}
