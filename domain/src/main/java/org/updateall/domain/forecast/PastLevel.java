package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where a past outcome lay in what had been predicted for it: its probability integral transform.
 *
 * @param time when the run began, as in the series
 * @param level the level of the outcome in the predictive distribution that held just before it
 */
public record PastLevel(Instant time, double level) {

  /**
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public PastLevel {
    requireNonNull(time, "time");
    PredictionInterval.requireLevel(level);
  }
}
