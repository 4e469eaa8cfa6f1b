package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.HostOrder;
import org.updateall.domain.fleet.ParkPlan;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What is asked of a fleet.
 *
 * @param output the directory that training it has written
 * @param atATime how many hosts are updated at a time; absent for as many as the window needs, or
 *     {@link #AT_A_TIME} without one
 * @param order in which hosts begin
 * @param correlation as {@link ParkPlan#correlation()}; absent for what past days tell
 * @param level of ranges, and the probability with which a window is to suffice
 * @param top at most this many outliers
 * @param window in which all hosts are to have finished; absent for none
 */
public record FleetReportRequest(
    Path output,
    @Nullable Integer atATime,
    HostOrder order,
    @Nullable Double correlation,
    double level,
    int top,
    @Nullable Duration window) {

  /** How many hosts are updated at a time where nobody says it. */
  public static final int AT_A_TIME = 10;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or the window is not positive
   */
  public FleetReportRequest {
    requireNonNull(output, "output");
    requireNonNull(order, "order");
    PredictiveDistribution.requireKnownLevel(level);
    if (correlation != null) {
      ParkPlan.requireCorrelation(correlation);
    }
    if (atATime != null && atATime < 1) {
      throw new IllegalArgumentException("at least 1 host at a time, not " + atATime);
    }
    if (top < 0) {
      throw new IllegalArgumentException("not a number of outliers: " + top);
    }
    if (window != null && (window.isNegative() || window.isZero())) {
      throw new IllegalArgumentException("no window of time: " + window);
    }
  }

  /** Of all that is not asked otherwise. */
  public static FleetReportRequest of(Path output) {
    return new FleetReportRequest(output, null, HostOrder.LONGEST_FIRST, null, 0.9, 10, null);
  }
}
