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

  /** What is older has no weight in what learns by single steps. */
  private static final int NEWEST = 400;

  /**
   * Trend and season presuppose even times; where there are none, whoever learns by single steps
   * weighs as much as all others.
   */
  private static final double PRIOR_WITHOUT_REGULARITY = 20;

  private final PrequentialForecaster oneStep;

  /**
   * @param oneStep that has seen nothing yet; it competes, and its quantiles are believed as long
   *     as there are no past paths
   */
  public HorizonForecaster(PrequentialForecaster oneStep) {
    this.oneStep = oneStep;
  }

  /**
   * @param series of at least {@link #MIN_OBSERVATIONS} observed values
   * @param future the occasions of the path
   * @throws IllegalArgumentException if there are fewer
   */
  public PathForecast forecast(TimeSeries series, List<Occasion> future) {
    series.requireObserved(MIN_OBSERVATIONS);
    List<Integer> periods = SeasonalPeriod.all(series);
    int period = periods.isEmpty() ? 1 : periods.get(0);
    RollingOrigins origins = RollingOrigins.of(series, future.size(), period);
    Paths combined =
        Combination.of(paths(series, origins, periods, future), origins, future.size());
    return new PathForecast(
        new PathQuantiles(combined, origins).about(oneStep.quantiles(future)), combined, origins);
  }

  private List<Paths> paths(
      TimeSeries series, RollingOrigins origins, List<Integer> periods, List<Occasion> future) {
    List<Paths> paths = new ArrayList<>();
    for (Contender contender : Contenders.of(periods)) {
      Paths.of(contender, origins, future).forEach(paths::add);
    }
    double prior = SeasonalPeriod.isRegular(series) ? 1 : PRIOR_WITHOUT_REGULARITY;
    Paths.of(new OneStepContender(prior, oneStep), origins.amongLast(NEWEST), future)
        .forEach(paths::add);
    return paths;
  }
}
