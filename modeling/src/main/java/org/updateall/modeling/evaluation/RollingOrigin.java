package org.updateall.modeling.evaluation;

import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * Forecasts every value of a series from those before it. The family is fitted anew at every value
 * up to the twentieth, then each time a tenth more has come, and told each value in between: the
 * number of fits grows with the logarithm of the length.
 */
public final class RollingOrigin {

  private RollingOrigin() {}

  /** The one-step-ahead forecasts of the series by the family. */
  public static OneStepForecasts run(ModelFamily family, double[] series) {
    TimeSeries whole = TimeSeries.of(series);
    double[] forecasts = new double[series.length];
    int nextFit = 1;
    FittedModel model = null;
    for (int seen = 1; seen < series.length; seen++) {
      if (model == null || seen == nextFit) {
        model = family.fit(whole.first(seen));
        nextFit = after(seen);
      } else {
        model = model.update(whole.occasion(seen - 1), series[seen - 1]);
      }
      forecasts[seen] = model.forecast(List.of(whole.occasion(seen)))[0];
    }
    return new OneStepForecasts(series, forecasts);
  }

  private static int after(int fitted) {
    return Math.max(fitted + 1, fitted * 11 / 10);
  }
}
