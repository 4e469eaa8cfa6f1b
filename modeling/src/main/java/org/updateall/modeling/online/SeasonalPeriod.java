package org.updateall.modeling.online;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.TimeSeries;

/**
 * How many values make one season, as far as times tell: a week of daily values, or a day of values
 * that come several times a day. Series whose values do not come regularly have no such number.
 */
public final class SeasonalPeriod {

  private static final double SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_WEEK = 7;
  private static final int MOST_PER_DAY = 24;
  private static final int ENOUGH = 14;

  /** So far a distance may be from the usual one, */
  private static final double TOLERANCE = 0.1;

  /** and so many of them must not be farther. */
  private static final double REGULAR = 0.9;

  private SeasonalPeriod() {}

  /** The series' own period if it has one; 1 if there is none. */
  static int of(TimeSeries series) {
    if (series.period() > 1 || series.size() < ENOUGH) {
      return series.period();
    }
    double step = series.usualStep();
    return isRegular(series, step) ? periodOf(step) : 1;
  }

  /**
   * All periods that the series can have, shorter ones first: its own, and that of the week if its
   * own is a day. Empty if it has none.
   */
  public static List<Integer> all(TimeSeries series) {
    int period = of(series);
    if (period == 1) {
      return List.of();
    }
    double step = series.usualStep();
    boolean day = isNear(period * step, SECONDS_PER_DAY) && isRegular(series, step);
    return day ? List.of(period, DAYS_PER_WEEK * period) : List.of(period);
  }

  private static int periodOf(double step) {
    double perDay = SECONDS_PER_DAY / step;
    long rounded = Math.round(perDay);
    if (rounded < 1 || Math.abs(perDay - rounded) > TOLERANCE * rounded) {
      return 1;
    }
    if (rounded == 1) {
      return DAYS_PER_WEEK;
    }
    return rounded <= MOST_PER_DAY ? (int) rounded : 1;
  }

  /** Whether nearly all values come at times as far apart as usual. */
  public static boolean isRegular(TimeSeries series) {
    return series.size() > 1 && isRegular(series, series.usualStep());
  }

  private static boolean isRegular(TimeSeries series, double step) {
    double[] steps = new double[series.size() - 1];
    for (int i = 1; i < series.size(); i++) {
      steps[i - 1] = series.occasion(i).time() - series.occasion(i - 1).time();
    }
    long near = Arrays.stream(steps).filter(each -> isNear(each, step)).count();
    return near >= REGULAR * steps.length;
  }

  private static boolean isNear(double step, double usual) {
    return Math.abs(step - usual) <= TOLERANCE * usual;
  }
}
