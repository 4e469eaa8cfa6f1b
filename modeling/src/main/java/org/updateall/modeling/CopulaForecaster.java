package org.updateall.modeling;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.retrieval.SampleQuantile;
import org.updateall.modeling.joint.CalibrationFactor;

/**
 * Makes totals of joint draws: how plugins depend on one another comes from past runs, what each of
 * them is by itself from its prediction. Bounds are never added up, which would claim that
 * everything goes wrong at once.
 */
final class CopulaForecaster implements JointForecaster {

  @Override
  public Map<Target, TotalPrediction> totals(JointRun run) {
    Map<Target, JointDraws> draws = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      JointDraws.of(target, run).peek(each -> draws.put(target, each));
    }
    JointDraws times = draws.getOrDefault(Target.WALL_CLOCK, JointDraws.none());
    Map<Target, TotalPrediction> totals = new EnumMap<>(Target.class);
    draws.forEach(
        (target, parts) ->
            totals.put(
                target,
                switch (target) {
                  case WALL_CLOCK -> elapsed(run, parts);
                  case MEMORY_PEAK -> memory(run, parts, times);
                  case CPU_TIME, DOWNLOAD_SIZE -> sum(run, parts, Map.of());
                }));
    return totals;
  }

  private static TotalPrediction elapsed(JointRun run, JointDraws parts) {
    if (run.schedule().isSequential()) {
      Map<PluginName, Double> allOfThem = new HashMap<>();
      parts.plugins().forEach(plugin -> allOfThem.put(plugin, 1.0));
      return sum(run, parts, allOfThem);
    }
    ScheduledDraws scheduled = ScheduledDraws.of(run.schedule(), parts.plugins(), parts);
    double[] makespans = scheduled.makespans();
    return of(run, parts, makespans, mean(makespans), scheduled.criticalShares());
  }

  private static TotalPrediction memory(JointRun run, JointDraws parts, JointDraws times) {
    double[] greatest =
        run.schedule().isSequential()
            ? parts.maxima()
            : ScheduledDraws.of(run.schedule(), parts.pluginsAnd(times), times)
                .greatestLoads(parts);
    return of(run, parts, greatest, mean(greatest), Map.of());
  }

  private static TotalPrediction sum(
      JointRun run, JointDraws parts, Map<PluginName, Double> criticalShares) {
    return of(run, parts, parts.sums(), parts.sumOfMeans(), criticalShares);
  }

  private static double mean(double[] totals) {
    return Arrays.stream(totals).average().orElse(0);
  }

  private static TotalPrediction of(
      JointRun run,
      JointDraws parts,
      double[] totals,
      double mean,
      Map<PluginName, Double> criticalShares) {
    boolean alone = parts.plugins().size() == 1;
    return new TotalPrediction(
        parts.target(),
        alone ? parts.distribution(0) : distribution(totals, run.pastTotals(parts.target())),
        alone ? parts.sumOfMeans() : mean,
        parts.plugins(),
        parts.missing(),
        criticalShares);
  }

  private static PredictiveDistribution distribution(double[] totals, PastTotals past) {
    double[] sorted = totals.clone();
    Arrays.sort(sorted);
    double[] quantiles =
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> SampleQuantile.of(sorted, level))
            .toArray();
    return PredictiveDistribution.of(CalibrationFactor.apply(factor(past), quantiles));
  }

  private static double factor(PastTotals past) {
    double[] exceedances =
        past.totals().stream()
            .mapToDouble(
                each ->
                    CalibrationFactor.exceedance(
                        each.actual(), each.median(), each.lower(), each.upper()))
            .toArray();
    return CalibrationFactor.of(exceedances, past.level());
  }
}
