package org.updateall.modeling.model;

import java.util.Arrays;

/**
 * One occasion on which a value is observed or forecast, with all that is known before it: when,
 * and the covariates. Immutable.
 */
public final class Occasion {

  private static final double[] NONE = {};

  private final double time;
  private final double[] covariates;

  /**
   * @param time by the local clock, in seconds; a day begins at every multiple of 86,400, and the
   *     first of them, 0, is a Thursday (1 January 1970)
   * @param covariates in the order that the series has them; NaN where one is not known
   * @throws IllegalArgumentException if the time is not finite, or a covariate infinite
   */
  public Occasion(double time, double... covariates) {
    if (!Double.isFinite(time)) {
      throw new IllegalArgumentException("the time of an occasion is not finite: " + time);
    }
    for (double covariate : covariates) {
      if (Double.isInfinite(covariate)) {
        throw new IllegalArgumentException("a covariate is infinite: " + covariate);
      }
    }
    this.time = time;
    this.covariates = covariates.length == 0 ? NONE : covariates.clone();
  }

  /** The same occasion of a series that has no covariates. */
  public Occasion withoutCovariates() {
    return new Occasion(time);
  }

  /** By the local clock, in seconds since the beginning of a Thursday. */
  public double time() {
    return time;
  }

  /** How many covariates the series has, known here or not. */
  public int covariates() {
    return covariates.length;
  }

  /** The covariate at that place; NaN if it is not known, or the series has none there. */
  public double covariate(int index) {
    return index < covariates.length ? covariates[index] : Double.NaN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Occasion that
        && Double.compare(time, that.time) == 0
        && Arrays.equals(covariates, that.covariates);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(time) + Arrays.hashCode(covariates);
  }

  @Override
  public String toString() {
    return "Occasion[time=" + time + ", covariates=" + Arrays.toString(covariates) + "]";
  }
}
