package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * The forecast of a value that is still to come.
 *
 * @param step 1 for the next value
 * @param distribution what is believed of it
 * @param interval in which it is expected
 * @param band its part of the band in which this step and all before it are expected together
 */
public record StepForecast(
    int step,
    PredictiveDistribution distribution,
    PredictionInterval interval,
    PredictionInterval band) {

  /**
   * @throws IllegalArgumentException if the step is below 1
   */
  public StepForecast {
    requireNonNull(distribution, "distribution");
    requireNonNull(interval, "interval");
    requireNonNull(band, "band");
    if (step < 1) {
      throw new IllegalArgumentException("the step is below 1: " + step);
    }
  }

  /** The single figure: the median. */
  public double point() {
    return distribution.median();
  }
}
