package org.updateall.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.Schedule;

/** The elapsed time of a run of 30 plugins of which 150 past runs are known, by joint draws. */
@State(Scope.Thread)
public class TotalTimes extends Timed {

  private static final int PLUGINS = 30;
  private static final int RUNS = 150;

  /** How many plugins run at a time. */
  @Param({"1", "4", "30"})
  public int workers;

  private final JointForecaster forecaster = Forecasters.joint();
  private JointRun run = new JointRun(List.of(), Schedule.sequential());

  @Setup
  public void prepare() {
    List<ResourceEstimate> plugins = new ArrayList<>();
    for (int i = 0; i < PLUGINS; i++) {
      plugins.add(uniform(new PluginName("plugin" + i), 10 + i));
    }
    Schedule schedule = workers == 1 ? Schedule.sequential() : Schedule.parallel(workers);
    run =
        new JointRun(
            plugins,
            schedule,
            Map.of(Target.WALL_CLOCK, new JointHistory(past(plugins))),
            Map.of());
  }

  private static List<Map<PluginName, Double>> past(List<ResourceEstimate> plugins) {
    SplittableRandom random = new SplittableRandom(1);
    List<Map<PluginName, Double>> past = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Map<PluginName, Double> levels = new HashMap<>();
      plugins.forEach(each -> levels.put(each.plugin(), 0.01 + 0.98 * random.nextDouble()));
      past.add(levels);
    }
    return past;
  }

  private static ResourceEstimate uniform(PluginName plugin, double most) {
    double[] quantiles =
        Arrays.stream(PredictiveDistribution.levels()).map(p -> 1 + p * (most - 1)).toArray();
    PredictiveDistribution law = PredictiveDistribution.of(quantiles);
    SeriesKey key = new SeriesKey(plugin, HostScope.everyHost(), Target.WALL_CLOCK);
    return new ResourceEstimate(
        plugin,
        Map.of(
            Target.WALL_CLOCK,
            new Prediction(key, law.median(), law, Basis.MODEL, "uniform", 10, 9)));
  }

  @Benchmark
  public Map<Target, TotalPrediction> total() {
    return forecaster.totals(run);
  }
}
