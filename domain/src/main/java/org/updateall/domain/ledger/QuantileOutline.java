package org.updateall.domain.ledger;

import java.util.Arrays;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * The outline of a predictive distribution that a ledger keeps: its quantiles at {@link #levels()},
 * in single precision. The deciles are among them, so that it is known exactly in which tenth of
 * the distribution a value fell. Immutable.
 */
public final class QuantileOutline {

  private static final double[] LEVELS = {
    0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995
  };

  private final float[] quantiles;

  private QuantileOutline(float[] quantiles) {
    this.quantiles = quantiles;
  }

  public static QuantileOutline of(PredictiveDistribution distribution) {
    float[] quantiles = new float[LEVELS.length];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = single(distribution.quantile(LEVELS[i]));
    }
    return new QuantileOutline(quantiles);
  }

  /**
   * @param quantiles one for each of {@link #levels()}: finite, not negative, not decreasing
   * @throws IllegalArgumentException if they are not
   */
  public static QuantileOutline of(float[] quantiles) {
    if (quantiles.length != LEVELS.length) {
      throw new IllegalArgumentException(
          "%d quantiles for %d levels".formatted(quantiles.length, LEVELS.length));
    }
    float previous = 0;
    for (float quantile : quantiles) {
      if (!(quantile >= previous) || Float.isInfinite(quantile)) {
        throw new IllegalArgumentException(
            "quantiles are finite, not negative and do not decrease: "
                + Arrays.toString(quantiles));
      }
      previous = quantile;
    }
    return new QuantileOutline(quantiles.clone());
  }

  /** The levels of the quantiles, ascending and symmetric about one half. */
  public static double[] levels() {
    return LEVELS.clone();
  }

  /** The quantiles at {@link #levels()}. */
  public float[] quantiles() {
    return quantiles.clone();
  }

  /**
   * The value that the coming one stays at or below with this probability: linear between two
   * levels of the outline, flat beyond it.
   *
   * @param probability from 0 to 1
   */
  public double quantile(double probability) {
    int above = 0;
    while (above < LEVELS.length && LEVELS[above] < probability) {
      above++;
    }
    if (above == 0 || above == LEVELS.length) {
      return quantiles[Math.min(above, LEVELS.length - 1)];
    }
    double lower = quantiles[above - 1];
    double share = (probability - LEVELS[above - 1]) / (LEVELS[above] - LEVELS[above - 1]);
    return lower + share * (quantiles[above] - lower);
  }

  /**
   * The central interval of that level: as much probability below it as above it.
   *
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public PredictionInterval interval(double level) {
    PredictionInterval.requireLevel(level);
    return new PredictionInterval(quantile((1 - level) / 2), quantile((1 + level) / 2), level);
  }

  /**
   * The probability integral transform of a value that came: the probability with which a smaller
   * one was believed in, between two quantiles by their line. Where a value is believed in with a
   * probability of its own, half of that counts as below it (the mid-distribution of Parzen,
   * Statistical Science 19, 2004). Beyond the outline it is halfway to 0 or 1.
   */
  public double probabilityBelow(double value) {
    float single = single(value);
    int notBelow = firstNotBelow(single);
    if (notBelow < LEVELS.length && quantiles[notBelow] == single) {
      return (LEVELS[notBelow] + LEVELS[lastEqual(notBelow)]) / 2;
    }
    if (notBelow == 0) {
      return LEVELS[0] / 2;
    }
    double lower = LEVELS[notBelow - 1];
    return notBelow == LEVELS.length
        ? (lower + 1) / 2
        : lower + share(single, notBelow) * (LEVELS[notBelow] - lower);
  }

  private double share(float value, int above) {
    double lower = quantiles[above - 1];
    return (value - lower) / (quantiles[above] - lower);
  }

  private int firstNotBelow(float value) {
    int place = 0;
    while (place < quantiles.length && quantiles[place] < value) {
      place++;
    }
    return place;
  }

  private int lastEqual(int first) {
    int last = first;
    while (last + 1 < quantiles.length && quantiles[last + 1] == quantiles[first]) {
      last++;
    }
    return last;
  }

  private static float single(double value) {
    return (float) Math.min(value, Float.MAX_VALUE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantileOutline that && Arrays.equals(quantiles, that.quantiles);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(quantiles);
  }

  @Override
  public String toString() {
    return Arrays.toString(quantiles);
  }
}
