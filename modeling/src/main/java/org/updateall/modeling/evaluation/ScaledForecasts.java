package org.updateall.modeling.evaluation;

import io.vavr.control.Option;
import java.util.Arrays;
import org.updateall.modeling.conformal.SplitConformal;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * The rolling-origin forecasts of a series on one scale, read in the units of the series.
 * Immutable.
 */
public final class ScaledForecasts {

  private static final double[] MEDIAN = {0.5};

  private final PowerScale scale;
  private final int settledAfter;
  private final int scoreWindow;
  private final OneStepForecasts oneStep;

  private ScaledForecasts(
      PowerScale scale, int settledAfter, int scoreWindow, OneStepForecasts oneStep) {
    this.scale = scale;
    this.settledAfter = settledAfter;
    this.scoreWindow = scoreWindow;
    this.oneStep = oneStep;
  }

  /** Runs the family over the series on the scale of that power. */
  static ScaledForecasts run(ModelFamily family, double[] series, Power power, int scoreWindow) {
    PowerScale scale = PowerScale.of(power, series);
    return new ScaledForecasts(
        scale,
        PowerScale.settledAfter(power, series),
        scoreWindow,
        RollingOrigin.run(family, scale.toScale(series)));
  }

  /** The scale on which the errors are measured. */
  public PowerScale scale() {
    return scale;
  }

  /** Whether the scale was known when only the values before that index were. */
  boolean isSettledAt(int origin) {
    return origin >= settledAfter;
  }

  /** The median forecast of the value at that index; the model's own before the first score. */
  double point(int origin) {
    return quantiles(origin, MEDIAN)
        .map(quantiles -> quantiles[0])
        .getOrElse(() -> scale.fromScale(oneStep.forecast(origin)));
  }

  /** The predictive quantiles of the value at that index; none before the first score. */
  Option<double[]> quantiles(int origin, double[] levels) {
    double forecast = oneStep.forecast(origin);
    return SplitConformal.from(scoresBefore(origin))
        .map(
            conformal ->
                Arrays.stream(levels)
                    .map(level -> scale.fromScale(forecast + conformal.quantile(level)))
                    .toArray());
  }

  /** The scores on this scale that an interval at that index rests on, newest last. */
  public double[] scoresBefore(int origin) {
    return oneStep.scoresBefore(origin, scoreWindow);
  }
}
