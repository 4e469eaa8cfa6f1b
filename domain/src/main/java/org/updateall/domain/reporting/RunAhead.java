package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What is believed of a run to come.
 *
 * @param time about when it will begin, if runs go on as often as they did; for the axis of a
 *     picture, not a forecast
 * @param distribution what it will come to, in the unit of the target
 */
public record RunAhead(Instant time, PredictiveDistribution distribution) {

  public RunAhead {
    requireNonNull(time, "time");
    requireNonNull(distribution, "distribution");
  }
}
