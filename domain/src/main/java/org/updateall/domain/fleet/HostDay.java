package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.updateall.domain.forecast.PredictionInterval;

/**
 * How a host's update went on one day, apart from what is usual for that host.
 *
 * @param day the day, of UTC
 * @param level the level of what it took in the distribution of what is believed of it
 */
public record HostDay(LocalDate day, double level) {

  /**
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public HostDay {
    requireNonNull(day, "day");
    PredictionInterval.requireLevel(level);
  }
}
