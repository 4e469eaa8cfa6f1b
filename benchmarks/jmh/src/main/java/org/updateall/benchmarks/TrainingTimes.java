package org.updateall.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;

/**
 * Learning a series from nothing, told run by run, with every fit on the way, weights and
 * intervals.
 */
@State(Scope.Thread)
public class TrainingTimes extends Timed {

  /** How many runs there are. */
  @Param({"30", "100", "365", "2000"})
  public int points;

  /** Which model; {@code pool} is what the program takes by itself. */
  @Param("pool")
  public String model = "";

  private final ModelTrainer trainer = Forecasters.trainer();
  private TrainingSeries series = ExampleSeries.of(Target.WALL_CLOCK, 1);
  private TrainingOptions options = TrainingOptions.defaults();

  @Setup
  public void prepare() {
    series = ExampleSeries.of(Target.WALL_CLOCK, points);
    options = ExampleSeries.options(model);
  }

  @Benchmark
  public Training fromNothing() {
    return trainer
        .train(series, options, ExampleSeries.LEVEL)
        .getOrElseThrow(ExampleSeries::refused);
  }
}
