package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run to come, as far as it is known.
 *
 * @param horizon how many runs after the last one learned: 1 for the next
 * @param time when it is to begin; absent if that is not known
 * @param known what is known of it beforehand
 */
public record Upcoming(int horizon, @Nullable Instant time, Covariates known) {

  /**
   * @throws IllegalArgumentException if the horizon is below 1
   */
  public Upcoming {
    requireNonNull(known, "known");
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is below 1: " + horizon);
    }
  }

  /** That of which nothing is known but how many runs ahead it is. */
  public static Upcoming ahead(int horizon) {
    return new Upcoming(horizon, null, Covariates.NONE);
  }

  /** The next run, if it were to begin at that time. */
  public static Upcoming at(Instant time, Covariates known) {
    return new Upcoming(1, time, known);
  }
}
