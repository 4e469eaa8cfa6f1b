package org.updateall.modeling.pooling;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * What is believed of the next value of a series that has few values or none: what other series say
 * of its level and spread, corrected by its own.
 *
 * <pre>
 * z_i          the n own values on the logarithmic scale, z their mean, S the sum of (z_i - z)^2
 * m, tau^2     prior mean and variance of the level ({@link LevelPrior}); without it tau is infinite
 * sigma        the spread, on a grid of its prior ({@link SpreadPrior}), weighted by
 *              p(sigma) sigma^(1-n) exp(-S / 2 sigma^2) N(z; m, tau^2 + sigma^2/n)
 * w          = tau^2 / (tau^2 + sigma^2/n) = n / (n + sigma^2/tau^2)
 * level      = w z + (1 - w) m, its variance w sigma^2/n
 * next value   given sigma: Student's t about the level, squared scale w sigma^2/n + sigma^2
 * </pre>
 *
 * <p>(Gelman et al., Bayesian Data Analysis, section 5.4.) A run that is like none before happens
 * as well: with a small stated probability the next value is spread by a stated deviation more.
 */
public final class FirstValues {

  private static final int GRID = 31;
  private static final double GRID_END = 3;
  private static final double LARGEST_DEVIATION = 2;
  private static final double CHANGE_PROBABILITY = 0.1;
  private static final double CHANGE_DEVIATION = 0.15;
  private static final double SHARE_OF_LEVEL = 0.01;
  private static final double LEAST_OFFSET = 1e-300;
  private static final double LARGEST_LOGARITHM = 690;

  private final SpreadPrior spread;
  private final @Nullable LevelPrior level;

  FirstValues(SpreadPrior spread, @Nullable LevelPrior level) {
    this.spread = spread;
    this.level = level;
  }

  /** Of a series about which no other says anything: the stated constants alone. */
  public static FirstValues alone() {
    return new FirstValues(SpreadPrior.STATED, null);
  }

  /**
   * Of the series in that row and column.
   *
   * @param others series of the same kind, that one itself not among them
   */
  public static FirstValues among(List<SeriesSummary> others, int row, int column) {
    SpreadPrior spread = SpreadPrior.of(others);
    double deviation = Math.min(LARGEST_DEVIATION, Math.exp(spread.mean()));
    return new FirstValues(spread, LevelPrior.of(others, row, column, deviation).getOrNull());
  }

  /**
   * The quantiles of the next value at these levels; none if there is neither a value nor another
   * series.
   *
   * @param values the series so far
   * @param levels between 0 and 1, ascending
   */
  public Option<double[]> quantiles(double[] values, double[] levels) {
    if (values.length == 0 && level == null) {
      return Option.none();
    }
    PowerScale scale = scale(values);
    double[] quantiles = mixture(scale.toScale(values)).quantiles(levels);
    return Option.some(Arrays.stream(quantiles).map(scale::fromScale).toArray());
  }

  /** How much is believed to lie below that next value. */
  double place(double[] values, double next) {
    PowerScale scale = scale(values);
    return mixture(scale.toScale(values)).probability(scale.toScale(next));
  }

  private PowerScale scale(double[] values) {
    boolean positive = Arrays.stream(values).anyMatch(value -> value > 0);
    if (positive || level == null) {
      return PowerScale.of(Power.LOGARITHM, values);
    }
    double typical = Math.exp(Math.min(LARGEST_LOGARITHM, level.mean()));
    return new PowerScale(Power.LOGARITHM, Math.max(LEAST_OFFSET, SHARE_OF_LEVEL * typical));
  }

  private StudentMixture mixture(double[] scaled) {
    int n = scaled.length;
    double mean = Arrays.stream(scaled).average().orElse(0);
    double squares = Arrays.stream(scaled).map(z -> (z - mean) * (z - mean)).sum();
    double[] logWeights = new double[GRID];
    double[] centres = new double[GRID];
    double[] variances = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      double place = GRID_END * (2.0 * i / (GRID - 1) - 1);
      double sigma =
          Math.min(
              LARGEST_DEVIATION, Math.exp(spread.mean() + Math.sqrt(spread.variance()) * place));
      double variance = sigma * sigma;
      Level posterior = posterior(mean, n, variance);
      logWeights[i] = -place * place / 2 + posterior.logLikelihood;
      if (n > 1) {
        logWeights[i] -= (n - 1) * Math.log(sigma) + squares / (2 * variance);
      }
      centres[i] = posterior.mean;
      variances[i] = posterior.variance + variance;
    }
    return StudentMixture.of(logWeights, centres, variances)
        .withChange(CHANGE_PROBABILITY, CHANGE_DEVIATION * CHANGE_DEVIATION);
  }

  /**
   * The level after n values of that mean and variance, and the logarithm of the likelihood of the
   * mean but for a constant.
   */
  private Level posterior(double mean, int n, double variance) {
    if (level == null) {
      return new Level(mean, variance / n, 0);
    }
    if (n == 0) {
      return new Level(level.mean(), level.variance(), 0);
    }
    double error = variance / n;
    double all = level.variance() + error;
    double weight = level.variance() / all;
    double difference = mean - level.mean();
    return new Level(
        weight * mean + (1 - weight) * level.mean(),
        weight * error,
        -(Math.log(all) + difference * difference / all) / 2);
  }

  private record Level(double mean, double variance, double logLikelihood) {}
}
