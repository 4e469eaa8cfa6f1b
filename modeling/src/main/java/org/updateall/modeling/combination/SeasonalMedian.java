package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Median;

/**
 * The median of the newest values at the same place of the season.
 *
 * @param period how many values make a season, above 1
 * @param seasons how many seasons to look back
 */
record SeasonalMedian(int period, int seasons) implements Member {

  @Override
  public String title() {
    return "same place of the season";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    int first = period - 1 - (ahead - 1) % period;
    int found = Math.min(seasons, (past.size() - first + period - 1) / period);
    if (found < 1) {
      return Double.NaN;
    }
    double[] values = new double[found];
    for (int season = 0; season < found; season++) {
      values[season] = past.value(first + season * period);
    }
    return Median.sorting(values);
  }
}
