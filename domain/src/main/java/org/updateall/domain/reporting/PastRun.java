package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a plugin came to in one target.
 *
 * @param time when it began
 * @param value what it came to, in the unit of the target
 * @param forecast what was said of it; absent if nothing was
 */
public record PastRun(Instant time, double value, @Nullable PastForecast forecast) {

  /**
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  public PastRun {
    requireNonNull(time, "time");
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a run came to %s in %s".formatted(value, time));
    }
  }
}
