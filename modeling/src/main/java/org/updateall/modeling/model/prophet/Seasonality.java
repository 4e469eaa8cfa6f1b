package org.updateall.modeling.model.prophet;

import java.util.ArrayList;
import java.util.List;

/**
 * A season of the calendar, as a Fourier series of some order: {@code sin(2πjx)} and {@code
 * cos(2πjx)} for j = 1 … order, in turn, with x the time in periods since the beginning of 1970 by
 * the local clock (Taylor and Letham, equation 5).
 */
public enum Seasonality {
  YEARLY(365.25, 10, 730, Double.POSITIVE_INFINITY),
  WEEKLY(7, 3, 14, 7),
  DAILY(1, 4, 2, 1);

  private static final double SECONDS_PER_DAY = 86_400;

  private final double days;
  private final int order;
  private final double spanDays;
  private final double gapDays;

  Seasonality(double days, int order, double spanDays, double gapDays) {
    this.days = days;
    this.order = order;
    this.spanDays = spanDays;
    this.gapDays = gapDays;
  }

  /** How many functions of time make the season. */
  public int size() {
    return 2 * order;
  }

  /**
   * The seasons that can be told from such times: those of which the times span two periods and
   * have neighbours less than a period apart. Times that are equal are no neighbours.
   */
  static List<Seasonality> supportedBy(double[] times) {
    double span = (times[times.length - 1] - times[0]) / SECONDS_PER_DAY;
    double gap = smallestGap(times) / SECONDS_PER_DAY;
    List<Seasonality> supported = new ArrayList<>();
    for (Seasonality season : values()) {
      if (span >= season.spanDays && gap < season.gapDays) {
        supported.add(season);
      }
    }
    return supported;
  }

  private static double smallestGap(double[] times) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < times.length; i++) {
      double gap = times[i] - times[i - 1];
      smallest = gap > 0 ? Math.min(smallest, gap) : smallest;
    }
    return smallest;
  }

  /** Writes the functions' values at that time into the row, beginning at that place. */
  void write(double time, double[] row, int from) {
    double periods = time / SECONDS_PER_DAY / days;
    double angle = 2 * Math.PI * (periods - Math.floor(periods));
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double s = sine;
    double c = cosine;
    for (int j = 0; j < order; j++) {
      row[from + 2 * j] = s;
      row[from + 2 * j + 1] = c;
      double next = s * cosine + c * sine;
      c = c * cosine - s * sine;
      s = next;
    }
  }
}
