package org.updateall.modeling.model.theta;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.ets.SeasonType;
import org.updateall.modeling.numbers.Require;

/**
 * A fitted theta model: simple exponential smoothing with a drift; its components are all that is
 * needed to go on with it.
 *
 * <pre>
 * symbol  meaning                                      equation
 * x       observation without season                   x = y, y - s or y / s
 * l       level                                        l = l + alpha (x - l)
 * b       drift: half the slope of the series
 * w       steps that the level lags behind the drift   w = 1 + (1 - alpha) w: after n values
 *                                                      (1 - (1 - alpha)^n) / alpha
 * mu_h    forecast of x, h steps ahead                 mu_h = l + b (h - 1 + w)
 * </pre>
 *
 * <p>After a missing value l stays and w = 1 + w. Source: Hyndman and Billah 2003, equation 8.
 *
 * @param alpha how much of an innovation enters the level
 * @param level after the last observation, without season
 * @param drift per step, in units of the series
 * @param lag in steps
 * @param seasonType how the season enters
 * @param season one value for each of the next steps of a whole season, that of the next step
 *     first: in units of the series, or factors if it is multiplicative; empty without a season
 */
public record ThetaModel(
    double alpha,
    double level,
    double drift,
    double lag,
    SeasonType seasonType,
    List<Double> season)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if a part is missing, alpha is not above 0 and at most 1, a
   *     state is not finite, the lag is below 0, or the season does not fit its type
   */
  public ThetaModel {
    Require.that(alpha > 0 && alpha <= 1, "alpha", alpha);
    Require.that(Double.isFinite(level), "level", level);
    Require.that(Double.isFinite(drift), "drift", drift);
    Require.that(lag >= 0 && Double.isFinite(lag), "lag", lag);
    Require.that(seasonType != null, "seasonType", "null");
    Require.that(season != null, "season", "null");
    Require.that(season.isEmpty() == (seasonType == SeasonType.NONE), "season", season);
    for (Double each : season) {
      boolean finite = each != null && Double.isFinite(each);
      boolean factor = finite && each > 0;
      Require.that(seasonType == SeasonType.MULTIPLICATIVE ? factor : finite, "season", season);
    }
    season = List.copyOf(season);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    double[] forecasts = new double[future.size()];
    for (int step = 0; step < forecasts.length; step++) {
      forecasts[step] = withSeason(level + drift * (step + lag), step);
    }
    return forecasts;
  }

  private double withSeason(double x, int step) {
    return switch (seasonType) {
      case NONE -> x;
      case ADDITIVE -> x + season.get(step % season.size());
      case MULTIPLICATIVE -> x * season.get(step % season.size());
    };
  }

  private double withoutSeason(double y) {
    return switch (seasonType) {
      case NONE -> y;
      case ADDITIVE -> y - season.get(0);
      case MULTIPLICATIVE -> y / season.get(0);
    };
  }

  @Override
  public ThetaModel update(Occasion occasion, double observation) {
    boolean missing = Double.isNaN(observation);
    double gain = missing ? 0 : alpha;
    double innovation = missing ? 0 : withoutSeason(observation) - level;
    return new ThetaModel(
        alpha,
        level + gain * innovation,
        drift,
        1 + (1 - gain) * lag,
        seasonType,
        seasonAfterAStep());
  }

  private List<Double> seasonAfterAStep() {
    if (season.isEmpty()) {
      return season;
    }
    List<Double> next = new ArrayList<>(season.subList(1, season.size()));
    next.add(season.get(0));
    return next;
  }

  @Override
  public String form() {
    return switch (seasonType) {
      case NONE -> "theta";
      case ADDITIVE -> "theta with additive season";
      case MULTIPLICATIVE -> "theta with multiplicative season";
    };
  }

  /** That of simple exponential smoothing: the square root of 1 + (horizon - 1) alpha². */
  @Override
  public double errorGrowth(int horizon) {
    return Math.sqrt(1 + (horizon - 1) * alpha * alpha);
  }
}
