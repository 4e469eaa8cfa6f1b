package org.updateall.modeling.evaluation;

import java.util.Arrays;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;

/** The simplest family: the forecast is the last value. It counts how often it was fitted. */
final class LastValue implements ModelFamily {

  private int fits;

  int fits() {
    return fits;
  }

  @Override
  public String name() {
    return "last_value";
  }

  @Override
  public FittedModel fit(double[] window) {
    fits++;
    return new Last(window[window.length - 1]);
  }

  private record Last(double value) implements FittedModel {

    @Override
    public double[] forecast(int horizon) {
      double[] forecasts = new double[horizon];
      Arrays.fill(forecasts, value);
      return forecasts;
    }

    @Override
    public FittedModel update(double observation) {
      return new Last(observation);
    }

    @Override
    public String form() {
      return "last value";
    }
  }
}
