package org.updateall.benchmarks;

import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.updateall.domain.forecast.Target;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;

/** Telling an open pool of models what a run came to. */
@State(Scope.Thread)
public class OnlineTimes extends Timed {

  private static final int TOLD = 20;
  private static final Recipe POOL = new Recipe(Recipe.POOL, null, 0, 1, IntervalKind.POOL);

  /** How many runs there are. */
  @Param({"30", "100", "365", "2000"})
  public int points;

  private TimeSeries series = series(1);
  private PrequentialForecaster forecaster = PrequentialForecaster.of(POOL);

  private static TimeSeries series(int points) {
    return new SeriesConversion(List.of(), ZoneOffset.UTC)
        .series(ExampleSeries.of(Target.WALL_CLOCK, points).observations(), 1);
  }

  @Setup
  public void makeSeries() {
    series = series(points);
  }

  /** Everything but the last runs is learned beforehand. */
  @Setup(Level.Invocation)
  public void learnTheRunsBefore() {
    forecaster = PrequentialForecaster.of(POOL);
    forecaster.learn(series.first(points - TOLD));
    begin();
  }

  /** Twenty runs, without the fits that may be due. */
  @Benchmark
  public PrequentialForecaster toldTwentyRuns() {
    for (int told = points - TOLD; told < points; told++) {
      forecaster.observe(series, told);
    }
    return forecaster;
  }
}
