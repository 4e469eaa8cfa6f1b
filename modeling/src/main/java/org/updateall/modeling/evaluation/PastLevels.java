package org.updateall.modeling.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.numbers.Require;

/**
 * Where the newest values lay in what had been predicted for them just before: their probability
 * integral transforms (Dawid 1984). Immutable.
 *
 * @param times of the occasions, in seconds by the local clock, oldest first
 * @param levels of the values, between 0 and 1
 */
public record PastLevels(List<Double> times, List<Double> levels) {

  /** None yet. */
  public static final PastLevels NONE = new PastLevels(List.of(), List.of());

  private static final int MOST = 150;
  private static final double LEAST_LEVEL = 0.0025;
  private static final double[] GRID = Levels.all();

  /**
   * @throws IllegalArgumentException if there are too many, the lengths differ, or a number is out
   *     of range
   */
  public PastLevels {
    times = Require.allFinite("times", times);
    levels = Require.allFinite("levels", levels);
    Require.that(times.size() == levels.size() && times.size() <= MOST, "levels", levels);
    levels.forEach(level -> Require.that(level > 0 && level < 1, "level", level));
  }

  /**
   * With one more.
   *
   * @param quantiles what had been predicted for the value, at the levels of {@link Levels}
   */
  public PastLevels plus(double time, double value, double[] quantiles) {
    List<Double> laterTimes = new ArrayList<>(newest(times));
    List<Double> laterLevels = new ArrayList<>(newest(levels));
    laterTimes.add(time);
    // Nine digits are enough.
    laterLevels.add((double) (float) level(value, quantiles));
    return new PastLevels(laterTimes, laterLevels);
  }

  private static List<Double> newest(List<Double> all) {
    return all.subList(Math.max(0, all.size() + 1 - MOST), all.size());
  }

  /**
   * The level of a value: linear between two quantiles, the middle of their levels where it equals
   * several, and beyond all of them 0.0025 from the end.
   */
  static double level(double value, double[] quantiles) {
    int below = (int) Arrays.stream(quantiles).filter(quantile -> quantile < value).count();
    int notAbove = (int) Arrays.stream(quantiles).filter(quantile -> quantile <= value).count();
    if (notAbove > below) {
      return (GRID[below] + GRID[notAbove - 1]) / 2;
    }
    if (below == 0 || below == GRID.length) {
      return below == 0 ? LEAST_LEVEL : 1 - LEAST_LEVEL;
    }
    double share = (value - quantiles[below - 1]) / (quantiles[below] - quantiles[below - 1]);
    return GRID[below - 1] + share * (GRID[below] - GRID[below - 1]);
  }
}
