package org.updateall.modeling.interval;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.numbers.SortedWindow;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * The scale of square roots that the values of a series are measured on, and the way back. It lies
 * between values whose errors are of one size and values whose errors grow in proportion.
 */
final class RootScale {

  private static final int EARLY = 5;

  private final List<Double> early = new ArrayList<>();
  private final SortedWindow values = new SortedWindow(SnappedBounds.ENOUGH);
  private PowerScale scale = PowerScale.of(Power.SQUARE_ROOT, new double[0]);

  /**
   * What it remembers.
   *
   * @param early the first positive values, by which the scale is settled
   * @param values the newest values, oldest first, that bounds are snapped to
   */
  record State(List<Double> early, List<Double> values) {

    /**
     * @throws IllegalArgumentException if there are too many values, or one is not finite or below
     *     0
     */
    State {
      early = Require.allFinite("early", early);
      values = Require.allFinite("values", values);
      Require.that(early.size() <= EARLY, "early values", early.size());
      Require.that(values.size() <= SnappedBounds.ENOUGH, "number of values", values.size());
      early.forEach(value -> Require.that(value > 0, "early value", value));
      values.forEach(value -> Require.that(value >= 0, "value", value));
    }
  }

  static RootScale of(State state) {
    RootScale scale = new RootScale();
    scale.early.addAll(state.early);
    scale.values.addAll(state.values);
    scale.settle();
    return scale;
  }

  State state() {
    return new State(early, values.values());
  }

  /** Whether no value was seen yet. */
  boolean isEmpty() {
    return values.size() == 0;
  }

  double toScale(double value) {
    return scale.toScale(value);
  }

  /** Takes in a value. */
  void add(double value) {
    values.add(value);
    if (early.size() < EARLY && value > 0) {
      early.add(value);
      settle();
    }
  }

  private void settle() {
    double[] first = early.stream().mapToDouble(each -> each).toArray();
    scale = PowerScale.of(Power.SQUARE_ROOT, first);
  }

  /**
   * The quantiles of a value, one for each of {@link Levels}: finite, not below 0, not decreasing.
   *
   * @param distances of the quantiles from the point, on this scale
   */
  double[] around(double point, double[] distances) {
    SnappedBounds snapped = new SnappedBounds(values.sorted(), scale.offset());
    double z = scale.toScale(point);
    double[] quantiles = new double[Levels.COUNT];
    double least = 0;
    for (int place = 0; place < Levels.COUNT; place++) {
      boolean median = place == Levels.MEDIAN;
      double quantile = median ? point : scale.fromScale(z + distances[place]);
      least = Math.max(least, snapped.snap(Math.min(Double.MAX_VALUE, quantile)));
      quantiles[place] = least;
    }
    return quantiles;
  }

  /** The quantiles if nothing is known of errors: all are the point. */
  double[] exactly(double point) {
    return around(point, new double[Levels.COUNT]);
  }
}
