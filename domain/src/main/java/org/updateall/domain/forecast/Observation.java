package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * One measured value of a series.
 *
 * @param time when the execution began
 * @param value what it came to, finite and not negative
 * @param known what was known before it began
 * @param lowerBound whether the execution was cut off there, so that the whole of it would have
 *     come to at least that value
 */
public record Observation(Instant time, double value, Covariates known, boolean lowerBound) {

  /**
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  public Observation {
    requireNonNull(time, "time");
    requireNonNull(known, "known");
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "an observation must be finite and not negative: " + value);
    }
  }

  /** A whole value before which nothing was known. */
  public Observation(Instant time, double value) {
    this(time, value, Covariates.NONE, false);
  }

  /**
   * @param whose they are, for the message
   * @throws IllegalArgumentException if the observations are not in the order of time
   */
  static void requireOrder(String whose, List<Observation> observations) {
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).time().isBefore(observations.get(i - 1).time())) {
        throw new IllegalArgumentException(
            "%sobservation %d is before the one that precedes it".formatted(whose, i));
      }
    }
  }
}
