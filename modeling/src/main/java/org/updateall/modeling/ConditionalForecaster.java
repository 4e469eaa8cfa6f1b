package org.updateall.modeling;

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
        correlations(plan, predicted),
        DRAWS);
  }

  private static double[][] correlations(RunPlan plan, List<PluginName> predicted) {
    return predicted.isEmpty()
        ? new double[0][]
        : GaussianCopula.estimated(JointDraws.levels(predicted, plan.history())).correlations();
  }
}
