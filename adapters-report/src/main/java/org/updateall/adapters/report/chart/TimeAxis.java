package org.updateall.adapters.report.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Where moments are in a picture.
 *
 * @param from first moment
 * @param to last moment, after the first
 * @param left where the first is
 * @param right where the last is
 * @param zone by whose calendar it is marked
 */
record TimeAxis(Instant from, Instant to, double left, double right, ZoneId zone) {

  private static final double LEAST_APART = 78;

  double place(Instant time) {
    double whole = Duration.between(from, to).toMillis();
    return left + Duration.between(from, time).toMillis() / whole * (right - left);
  }

  List<Tick> ticks() {
    int most = Math.max(1, (int) ((right - left) / LEAST_APART));
    CalendarStep step = CalendarStep.of(Duration.between(from, to).dividedBy(most));
    List<Tick> ticks = new ArrayList<>();
    Instant before = null;
    for (Instant time : step.between(from, to, zone)) {
      ticks.add(new Tick(place(time), step.label(time, before, zone)));
      before = time;
    }
    return ticks;
  }
}
