package org.updateall.modeling.online;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * The simplest family: it forecasts the last value, and takes the one before for a missing one. It
 * remembers the windows that it was fitted to.
 */
public final class LastValue implements ModelFamily {

  private final int minObservations;
  private final int maxWindow;
  private final List<TimeSeries> windows = new ArrayList<>();

  public LastValue(int minObservations, int maxWindow) {
    this.minObservations = minObservations;
    this.maxWindow = maxWindow;
  }

  public int fits() {
    return windows.size();
  }

  /** What it was fitted to, oldest first. */
  public List<TimeSeries> windows() {
    return windows;
  }

  @Override
  public String name() {
    return "last_value";
  }

  @Override
  public int minObservations() {
    return minObservations;
  }

  @Override
  public int maxWindow() {
    return maxWindow;
  }

  @Override
  public FittedModel fit(TimeSeries window) {
    windows.add(window);
    double[] observed =
        Arrays.stream(window.observedValues()).filter(value -> !Double.isNaN(value)).toArray();
    return new Last(observed[observed.length - 1], false);
  }

  @Override
  public FittedModel refit(FittedModel previous, TimeSeries window) {
    return new Last(((Last) fit(window)).value, true);
  }

  private record Last(double value, boolean refitted) implements FittedModel {

    @Override
    public double[] forecast(List<Occasion> future) {
      double[] forecasts = new double[future.size()];
      Arrays.fill(forecasts, value);
      return forecasts;
    }

    @Override
    public FittedModel update(Occasion occasion, double observation) {
      return Double.isNaN(observation) ? this : new Last(observation, refitted);
    }

    @Override
    public String form() {
      return refitted ? "last value again" : "last value";
    }

    @Override
    public double errorGrowth(int horizon) {
      return horizon;
    }
  }
}
