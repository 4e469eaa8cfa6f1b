package org.updateall.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;

/** What is done with models that are kept: one more run is learned, and the next is predicted. */
@State(Scope.Thread)
public class KeptModelTimes extends Timed {

  /** How many runs there are. */
  @Param({"30", "100", "365", "2000"})
  public int points;

  private final ModelTrainer trainer = Forecasters.trainer();
  private TrainingSeries series = ExampleSeries.of(Target.WALL_CLOCK, 1);
  private List<TrainedModel> models = List.of();
  private List<TrainedModel> before = List.of();

  @Setup
  public void prepare() {
    series = ExampleSeries.of(Target.WALL_CLOCK, points);
    before = List.of(ExampleSeries.trained(trainer, ExampleSeries.first(series, points - 1)));
    models =
        Arrays.stream(Target.values())
            .map(target -> ExampleSeries.trained(trainer, ExampleSeries.of(target, points)))
            .toList();
  }

  @Benchmark
  public Training retrainedAfterOneRun() {
    return trainer
        .update(before.get(0), series, TrainingOptions.defaults(), ExampleSeries.LEVEL)
        .getOrElseThrow(ExampleSeries::refused);
  }

  /** Four targets, each with its 90 % interval. */
  @Benchmark
  public double predictedPlugin() {
    double widths = 0;
    for (TrainedModel model : models) {
      Prediction prediction =
          trainer
              .predict(model, Upcoming.ahead(1))
              .getOrElseThrow(unreadable -> new IllegalStateException(unreadable.toString()));
      PredictionInterval interval = prediction.distribution().interval(ExampleSeries.LEVEL);
      widths += interval.upper() - interval.lower();
    }
    return widths;
  }
}
