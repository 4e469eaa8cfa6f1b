package org.updateall.modeling.combination;

import java.util.Arrays;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Median;

/**
 * Forecasts the median of what followed on those places of the past that resemble the present most:
 * where the newest value, or the newest few, were nearest to the ones now. Of equally near ones the
 * newer counts (method of analogues; Lorenz 1969, J. Atmos. Sci. 26(4)).
 *
 * @param neighbours how many such places
 * @param pattern how many values are compared; each older one counts half of the one after it
 */
record Analogue(int neighbours, int pattern) implements Member {

  private static final int ENOUGH = 20;

  @Override
  public String title() {
    return pattern == 1 ? "analogues" : "analogues of " + pattern;
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (past.size() < ENOUGH) {
      return Double.NaN;
    }
    Nearest nearest = new Nearest(neighbours);
    for (int back = ahead; back + pattern <= past.size(); back++) {
      nearest.offer(distance(past, back), past.value(back - ahead));
    }
    return nearest.median();
  }

  private double distance(Past past, int back) {
    double distance = 0;
    double weight = 1;
    for (int place = 0; place < pattern; place++) {
      distance += weight * Math.abs(past.value(back + place) - past.value(place));
      weight /= 2;
    }
    return distance;
  }

  /** The values of the least distances seen, in the order of these. */
  private static final class Nearest {

    private final double[] distances;
    private final double[] values;
    private int count;

    private Nearest(int most) {
      distances = new double[most];
      values = new double[most];
    }

    private void offer(double distance, double value) {
      if (count == distances.length && distance >= distances[count - 1]) {
        return;
      }
      int place = count < distances.length ? count++ : count - 1;
      while (place > 0 && distances[place - 1] > distance) {
        distances[place] = distances[place - 1];
        values[place] = values[place - 1];
        place--;
      }
      distances[place] = distance;
      values[place] = value;
    }

    private double median() {
      return Median.sorting(Arrays.copyOf(values, count));
    }
  }
}
