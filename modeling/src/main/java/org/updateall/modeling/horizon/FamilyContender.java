package org.updateall.modeling.horizon;

import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.ScheduledFamily;

/** A family that is fitted to the first values and once more to all; in between it is told them. */
final class FamilyContender implements Contender {

  private final ScheduledFamily family;

  FamilyContender(ScheduledFamily family) {
    this.family = family;
  }

  @Override
  public double prior() {
    return 1;
  }

  @Override
  public boolean begin(TimeSeries soFar) {
    return fit(soFar);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return family.forecast(future);
  }

  @Override
  public void observe(TimeSeries series, int index) {
    family.observe(series.occasion(index), series.value(index), series.isCensored(index));
  }

  @Override
  public boolean conclude(TimeSeries series) {
    return fit(series);
  }

  private boolean fit(TimeSeries series) {
    if (series.observed() >= family.family().minObservations()) {
      family.fit(series);
    }
    return family.hasModel();
  }
}
