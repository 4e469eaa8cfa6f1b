package org.updateall.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingSeries;

/** Learning four targets of one plugin from nothing, a year of daily runs. */
@State(Scope.Thread)
public class PluginTrainingTimes extends Timed {

  private static final int POINTS = 365;

  private final ModelTrainer trainer = Forecasters.trainer();
  private final List<TrainingSeries> targets =
      Arrays.stream(Target.values()).map(target -> ExampleSeries.of(target, POINTS)).toList();

  @Benchmark
  public List<TrainedModel> fourTargets() {
    return targets.stream().map(series -> ExampleSeries.trained(trainer, series)).toList();
  }
}
