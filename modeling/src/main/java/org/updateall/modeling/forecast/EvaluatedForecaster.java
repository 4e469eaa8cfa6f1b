package org.updateall.modeling.forecast;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.evaluation.BacktestFigures;
import org.updateall.modeling.evaluation.CausalRun;
import org.updateall.modeling.evaluation.ScaledForecasts;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * A series with its rolling-origin evaluation: what to forecast with, and how it did. Immutable.
 */
public final class EvaluatedForecaster {

  private final ModelFamily family;
  private final double[] series;
  private final CausalRun run;

  EvaluatedForecaster(ModelFamily family, double[] series, CausalRun run) {
    this.family = family;
    this.series = series.clone();
    this.run = run;
  }

  /** The family fitted to the whole series, on the scale that served best. */
  public FittedForecaster fitted() {
    ScaledForecasts current = run.current();
    FittedModel model = family.fit(TimeSeries.of(current.scale().toScale(series)));
    return new FittedForecaster(
        current.scale(), model, boxed(current.scoresBefore(series.length)), newestDistinct());
  }

  /** How intervals of that nominal level did on the series itself, each made without hindsight. */
  public BacktestFigures backtest(double level) {
    return run.backtest(level);
  }

  private List<Double> newestDistinct() {
    int first = Math.max(0, series.length - SnappedBounds.ENOUGH);
    return Arrays.stream(series, first, series.length).sorted().distinct().boxed().toList();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
