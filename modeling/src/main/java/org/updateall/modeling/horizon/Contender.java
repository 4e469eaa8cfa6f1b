package org.updateall.modeling.horizon;

import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/** One way of forecasting a path. For one series and one thread. */
interface Contender {

  /** Its weight before anything is known, in proportion to that of the others. */
  double prior();

  /** Learns the first values of the series; whether these are enough to forecast by. */
  boolean begin(TimeSeries soFar);

  /** Forecasts what comes next, step by step. */
  double[] forecast(List<Occasion> future);

  /** Takes in the value of the series at that place, which is the next. */
  void observe(TimeSeries series, int index);

  /** Learns the whole series anew; whether it is enough to forecast by. */
  boolean conclude(TimeSeries series);
}
