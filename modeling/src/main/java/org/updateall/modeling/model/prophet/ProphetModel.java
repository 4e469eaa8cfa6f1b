package org.updateall.modeling.model.prophet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * A fitted Prophet model: trend, seasons and regressors, which add up.
 *
 * @param times on which the trend's window goes from 0 to 1
 * @param values on which all parts and the noise stand
 * @param trend its pieces
 * @param seasons those that could be told
 * @param regressors one for each covariate
 * @param sigma standard deviation of the noise, on the scale of the values
 * @param step usual distance between occasions, on the scale of the times
 * @param observations how many values the model has been told
 */
public record ProphetModel(
    LinearScale times,
    LinearScale values,
    PiecewiseTrend trend,
    List<Season> seasons,
    List<Regressor> regressors,
    double sigma,
    double step,
    int observations)
    implements FittedModel {

  private static final long SEED = 20_170_913;

  /**
   * @throws IllegalArgumentException if a part is missing, sigma negative or infinite, the step not
   *     above 0, or the observations are negative
   */
  public ProphetModel {
    Require.present("times", times);
    Require.present("values", values);
    Require.present("trend", trend);
    seasons = Require.whole("seasons", seasons);
    regressors = Require.whole("regressors", regressors);
    Require.that(sigma >= 0 && Double.isFinite(sigma), "sigma", sigma);
    Require.that(step > 0 && Double.isFinite(step), "step", step);
    Require.that(observations >= 0, "observations", observations);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return future.stream().mapToDouble(this::forecast).toArray();
  }

  private double forecast(Occasion occasion) {
    double sum = trend.at(times.to(occasion.time()));
    for (Season season : seasons) {
      sum += season.at(occasion.time());
    }
    for (int index = 0; index < regressors.size(); index++) {
      sum += regressors.get(index).at(occasion.covariate(index));
    }
    return values.from(sum);
  }

  /** The same but for the count: nothing in this model moves between fits. */
  @Override
  public ProphetModel update(Occasion occasion, double observation) {
    return new ProphetModel(
        times, values, trend, seasons, regressors, sigma, step, observations + 1);
  }

  @Override
  public String form() {
    String names =
        seasons.stream()
            .map(season -> ", " + season.seasonality().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return "trend with %d changepoints%s, %d covariates"
        .formatted(trend.changepoints().size(), names, regressors.size());
  }

  /** From the noise and {@link #trendVariance} after so many usual steps. */
  @Override
  public double errorGrowth(int horizon) {
    double first = errorVarianceAfter(1);
    return first > 0 ? Math.sqrt(errorVarianceAfter(horizon) / first) : Math.sqrt(horizon);
  }

  private double errorVarianceAfter(int steps) {
    return sigma * sigma + trend.varianceAt(1 + steps * step);
  }

  /**
   * The variance of the trend at that time, in squared units of the series, that comes from changes
   * of its rate after the window; 0 within.
   */
  public double trendVariance(double time) {
    return values.unit() * values.unit() * trend.varianceAt(times.to(time));
  }

  /**
   * Draws of the value on that occasion, with the trend's changes after the window and the noise;
   * the same every time.
   */
  public double[] samples(Occasion occasion, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    double centre = forecast(occasion);
    double time = times.to(occasion.time());
    double[] samples = new double[count];
    for (int i = 0; i < count; i++) {
      double deviation = trend.sampleAddition(time, random) + sigma * normal(random);
      samples[i] = centre + values.unit() * deviation;
    }
    return samples;
  }

  /** By Box and Muller's method. */
  private static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log1p(-random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * Quantiles of so many {@link #samples}, between neighbours in a straight line.
   *
   * @param levels each from 0 to 1
   * @param count at least 1
   */
  public double[] quantiles(Occasion occasion, double[] levels, int count) {
    double[] sorted = samples(occasion, count);
    Arrays.sort(sorted);
    return Arrays.stream(levels).map(level -> quantile(sorted, level)).toArray();
  }

  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
