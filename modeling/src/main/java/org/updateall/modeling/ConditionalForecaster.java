package org.updateall.modeling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.progress.RemainingTimeForecast;
import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.progress.RunPlan;
import org.updateall.modeling.joint.GaussianCopula;
import org.updateall.modeling.progress.JointDurations;

/**
 * Forecasts runs that are under way by what was predicted of them, conditioned on what has become
 * known since. Plugins are taken by name, so that nothing depends on the order in which they are
 * named.
 */
final class ConditionalForecaster implements RemainingTimeForecaster {

  private static final int DRAWS = 1 << 10;

  @Override
  public RemainingTimeForecast open(RunPlan plan) {
    List<PluginName> predicted = plan.predictions().keySet().stream().sorted().toList();
    return new ConditionalForecast(plan, predicted, durations(plan, predicted));
  }

  private static JointDurations durations(RunPlan plan, List<PluginName> predicted) {
    return JointDurations.of(
        PredictiveDistribution.levels(),
        plan.predictions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(prediction -> prediction.getValue().quantiles())
            .toArray(double[][]::new),
        correlations(plan.history().runs(), predicted),
        DRAWS);
  }

  private static double[][] correlations(
      List<Map<PluginName, Double>> runs, List<PluginName> predicted) {
    if (predicted.isEmpty()) {
      return new double[0][];
    }
    if (runs.isEmpty()) {
      return GaussianCopula.independent(predicted.size()).correlations();
    }
    double[][] levels = new double[predicted.size()][runs.size()];
    for (int place = 0; place < levels.length; place++) {
      PluginName plugin = predicted.get(place);
      Arrays.setAll(levels[place], run -> runs.get(run).getOrDefault(plugin, Double.NaN));
    }
    return GaussianCopula.estimated(levels).correlations();
  }
}
