package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One measured value of a series.
 *
 * @param time when the execution began
 * @param value what it came to, finite and not negative
 */
public record Observation(Instant time, double value) {

  /**
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  public Observation {
    requireNonNull(time, "time");
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "an observation must be finite and not negative: " + value);
    }
  }
}
