package org.updateall.modeling.evaluation;

import java.util.Arrays;

/** The values of a series and the forecast of each from those before it. Immutable. */
public final class OneStepForecasts {

  private final double[] forecasts;
  private final double[] scores;

  /** The forecast at index 0 is ignored: nothing came before. */
  OneStepForecasts(double[] series, double[] forecasts) {
    this.forecasts = forecasts.clone();
    this.scores = new double[series.length];
    for (int origin = 1; origin < series.length; origin++) {
      scores[origin] = series[origin] - forecasts[origin];
    }
  }

  /** The forecast of the value at that index, which is 1 or more. */
  public double forecast(int origin) {
    return forecasts[origin];
  }

  /** What that value was more than its forecast. */
  public double score(int origin) {
    return scores[origin];
  }

  /** The scores of the values before that index, at most so many of the newest, newest last. */
  public double[] scoresBefore(int origin, int most) {
    int first = Math.max(1, origin - most);
    return first >= origin ? new double[0] : Arrays.copyOfRange(scores, first, origin);
  }
}
