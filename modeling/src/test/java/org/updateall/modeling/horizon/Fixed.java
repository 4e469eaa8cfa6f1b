package org.updateall.modeling.horizon;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/** A contender that says what a function of the place says, once it was told so many values. */
final class Fixed implements Contender {

  private final int needed;
  private final IntToDoubleFunction said;
  private int told;

  Fixed(int needed, IntToDoubleFunction said) {
    this.needed = needed;
    this.said = said;
  }

  @Override
  public double prior() {
    return 1;
  }

  @Override
  public boolean begin(TimeSeries soFar) {
    told = soFar.size();
    return told >= needed;
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    double[] forecasts = new double[future.size()];
    Arrays.setAll(forecasts, step -> said.applyAsDouble(told + step));
    return forecasts;
  }

  @Override
  public void observe(TimeSeries series, int index) {
    told = index + 1;
  }

  @Override
  public boolean conclude(TimeSeries series) {
    told = series.size();
    return told >= needed;
  }
}
