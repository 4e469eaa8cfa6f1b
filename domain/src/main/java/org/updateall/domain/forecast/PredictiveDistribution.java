package org.updateall.domain.forecast;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is believed of one coming value: its quantiles on a fixed grid of levels. Bounds of an
 * interval are always quantiles of the grid, so that one made from ranks keeps what its ranks
 * promise; intervals of a smaller level lie within those of a greater one. Immutable.
 */
public final class PredictiveDistribution {

  private static final double[] LEVELS = grid();
  private static final double LEVEL_TOLERANCE = 1e-9;
  private static final int MEDIAN = LEVELS.length / 2;

  private final double[] quantiles;

  private PredictiveDistribution(double[] quantiles) {
    this.quantiles = quantiles;
  }

  /**
   * @param quantiles one for each of {@link #levels()}: finite, not negative, not decreasing
   * @throws IllegalArgumentException if they are not
   */
  public static PredictiveDistribution of(double[] quantiles) {
    if (quantiles.length != LEVELS.length) {
      throw new IllegalArgumentException(
          "%d quantiles for %d levels".formatted(quantiles.length, LEVELS.length));
    }
    double previous = 0;
    for (double quantile : quantiles) {
      if (!(quantile >= previous) || Double.isInfinite(quantile)) {
        throw new IllegalArgumentException(
            "quantiles are finite, not negative and do not decrease: "
                + Arrays.toString(quantiles));
      }
      previous = quantile;
    }
    return new PredictiveDistribution(quantiles.clone());
  }

  /** The levels of the grid, ascending and symmetric about one half. */
  public static double[] levels() {
    return LEVELS.clone();
  }

  /** The widest central interval that the grid holds: every level up to this can be asked for. */
  public static double maxLevel() {
    return LEVELS[LEVELS.length - 1] - LEVELS[0];
  }

  /**
   * @throws IllegalArgumentException if the level is not above 0 and at most {@link #maxLevel()}
   */
  public static void requireKnownLevel(double level) {
    if (!(level > 0 && level <= maxLevel() + LEVEL_TOLERANCE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a level lies above 0 and at or below %.2f, not at %s",
              maxLevel(),
              level));
    }
  }

  /** The quantiles at {@link #levels()}. */
  public double[] quantiles() {
    return quantiles.clone();
  }

  public double median() {
    return quantiles[MEDIAN];
  }

  /**
   * The expected value: the integral of the quantile function, its ends continued flat beyond the
   * grid.
   */
  public double mean() {
    double sum = quantiles[0] * LEVELS[0];
    for (int i = 1; i < LEVELS.length; i++) {
      sum += (LEVELS[i] - LEVELS[i - 1]) * (quantiles[i] + quantiles[i - 1]) / 2;
    }
    return sum + quantiles[LEVELS.length - 1] * (1 - LEVELS[LEVELS.length - 1]);
  }

  /**
   * The value that the coming one stays at or below with this probability, for draws: linear
   * between two levels of the grid, flat beyond it.
   *
   * @param probability from 0 to 1
   */
  public double quantile(double probability) {
    int above = firstNotBelow(probability);
    if (above == 0 || above == LEVELS.length || LEVELS[above] == probability) {
      return quantiles[Math.min(above, LEVELS.length - 1)];
    }
    double share = (probability - LEVELS[above - 1]) / (LEVELS[above] - LEVELS[above - 1]);
    return quantiles[above - 1] + share * (quantiles[above] - quantiles[above - 1]);
  }

  /**
   * The place of the first level at or above; near where it were if all of them were steps of 1/40.
   */
  private static int firstNotBelow(double probability) {
    int place = Math.max(0, Math.min(LEVELS.length, 1 + (int) (probability * 40)));
    while (place < LEVELS.length && LEVELS[place] < probability) {
      place++;
    }
    while (place > 0 && LEVELS[place - 1] >= probability) {
      place--;
    }
    return place;
  }

  /**
   * The central interval of that level: as much probability below it as above it. Between two
   * levels of the grid it is the wider one, that of {@link #gridLevel}, and so holds at least what
   * it says.
   *
   * @throws IllegalArgumentException if the level is not between 0 and {@link #maxLevel()}
   */
  public PredictionInterval interval(double level) {
    int lower = lowerBound(level);
    return new PredictionInterval(quantiles[lower], quantiles[LEVELS.length - 1 - lower], level);
  }

  /**
   * The level of the interval of the grid that stands for one of that level: the least that is not
   * below it.
   *
   * @throws IllegalArgumentException if the level is not between 0 and {@link #maxLevel()}
   */
  public static double gridLevel(double level) {
    return 1 - 2 * LEVELS[lowerBound(level)];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredictiveDistribution that && Arrays.equals(quantiles, that.quantiles);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(quantiles);
  }

  @Override
  public String toString() {
    PredictionInterval interval = interval(0.9);
    return "%s [%s, %s]".formatted(median(), interval.lower(), interval.upper());
  }

  /** Where the lower bound lies: the last place that leaves enough, but for rounding, outside. */
  private static int lowerBound(double level) {
    requireKnownLevel(level);
    int place = MEDIAN - 1;
    while (LEVELS[place] > (1 - level) / 2 + LEVEL_TOLERANCE) {
      place--;
    }
    return place;
  }

  /** 0.005, 0.01, then 0.025 to 0.975 by steps of 0.025, 0.99, 0.995. */
  private static double[] grid() {
    double[] levels = new double[43];
    levels[0] = 0.005;
    levels[1] = 0.01;
    for (int i = 1; i <= 39; i++) {
      levels[i + 1] = i / 40.0;
    }
    levels[41] = 0.99;
    levels[42] = 0.995;
    return levels;
  }
}
