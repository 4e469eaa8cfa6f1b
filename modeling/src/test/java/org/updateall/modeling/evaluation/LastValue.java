package org.updateall.modeling.evaluation;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

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
  public int minObservations() {
    return 1;
  }

  @Override
  public FittedModel fit(TimeSeries window) {
    fits++;
    return new Last(window.value(window.size() - 1));
  }

  private record Last(double value) implements FittedModel {

    @Override
    public double[] forecast(List<Occasion> future) {
      double[] forecasts = new double[future.size()];
      Arrays.fill(forecasts, value);
      return forecasts;
    }

    @Override
    public FittedModel update(Occasion occasion, double observation) {
      return new Last(observation);
    }

    @Override
    public String form() {
      return "last value";
    }
  }
}
