package org.updateall.modeling.combination;

import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Median;

/**
 * The newest values of a series with their occasions: what the members of a pool look back at.
 * Places are counted back from the newest, which is at 0. Values that were missing or censored are
 * not among them.
 */
final class Past {

  static final int CAPACITY = 400;

  private final double[] values = new double[CAPACITY];
  private final Occasion[] occasions = new Occasion[CAPACITY];
  private long seen;

  /**
   * A past that had been.
   *
   * @param values the newest, oldest first
   * @throws IllegalArgumentException if there are more than a past holds
   */
  static Past of(long seen, List<Occasion> occasions, List<Double> values) {
    if (values.size() > CAPACITY) {
      throw new IllegalArgumentException(
          "a past of %d values, at most %d are held".formatted(values.size(), CAPACITY));
    }
    Past past = new Past();
    past.seen = seen - values.size();
    for (int i = 0; i < values.size(); i++) {
      past.add(occasions.get(i), values.get(i));
    }
    return past;
  }

  /** How many values there are to look back at. */
  int size() {
    return (int) Math.min(seen, CAPACITY);
  }

  /** How many values there ever were. */
  long seen() {
    return seen;
  }

  double value(int back) {
    return values[slot(back)];
  }

  Occasion occasion(int back) {
    return occasions[slot(back)];
  }

  void add(Occasion occasion, double value) {
    int slot = (int) (seen % CAPACITY);
    values[slot] = value;
    occasions[slot] = occasion;
    seen++;
  }

  /** The median of the newest values, so many or as many as there are; NaN without any. */
  double median(int count) {
    return Median.sorting(newest(Math.min(count, size())));
  }

  /** The newest values, newest first. */
  double[] newest(int count) {
    double[] newest = new double[count];
    for (int back = 0; back < count; back++) {
      newest[back] = value(back);
    }
    return newest;
  }

  private int slot(int back) {
    return (int) ((seen - 1 - back) % CAPACITY);
  }
}
