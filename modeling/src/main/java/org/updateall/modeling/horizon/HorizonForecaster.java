package org.updateall.modeling.horizon;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.SeasonalPeriod;

/** Forecasts a whole path of a series of non-negative values, with quantiles for each step. */
public final class HorizonForecaster {

  /** With fewer values there is nothing to choose by. */
  public static final int MIN_OBSERVATIONS = 8;

  private static final int NEWEST = 400;

  private final PrequentialForecaster oneStep;

  /**
   * @param oneStep that has seen nothing yet; it competes, and its quantiles are believed as long
   *     as there are no past paths
   */
  public HorizonForecaster(PrequentialForecaster oneStep) {
    this.oneStep = oneStep;
  }

  /**
   * The quantiles at {@link org.updateall.modeling.interval.Levels}, by step.
   *
   * @param series of at least {@link #MIN_OBSERVATIONS} observed values
   */
  public double[][] quantiles(TimeSeries series, List<Occasion> future) {
    List<Integer> periods = SeasonalPeriod.all(series);
    int period = periods.isEmpty() ? 1 : periods.get(0);
    RollingOrigins origins = RollingOrigins.of(series, future.size(), period);
    List<Paths> paths = new ArrayList<>();
    for (Contender contender : Contenders.of(periods)) {
      Paths.of(contender, origins, future).forEach(paths::add);
    }
    RollingOrigins newest = RollingOrigins.of(series.last(NEWEST), future.size(), period);
    if (newest.steps() == origins.steps() && newest.count() == origins.count()) {
      Paths.of(new OneStepContender(oneStep), newest, future).forEach(paths::add);
    } else {
      Paths.of(new OneStepContender(oneStep), origins, future).forEach(paths::add);
    }
    Paths combined = Combination.of(paths, origins, future.size());
    return new PathQuantiles(combined, origins).about(oneStep.quantiles(future));
  }
}
