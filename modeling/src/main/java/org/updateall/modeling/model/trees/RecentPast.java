package org.updateall.modeling.model.trees;

import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * What features look back on: the newest values, the occasion of the last one, and how many came
 * before.
 *
 * @param values the newest, oldest first, the last observed one standing in for a missing one
 * @param time of the last occasion, by the local clock, in seconds
 * @param covariates of the last occasion; NaN where one was not known
 * @param index how many occasions there were, counted from the first observed value of the window
 */
record RecentPast(List<Double> values, double time, List<Double> covariates, int index) {

  /** How many values are kept, at most: the longest median's. */
  static final int LENGTH = 60;

  /**
   * @throws IllegalArgumentException if there is no value, there are too many, one or the time is
   *     not finite, a covariate is infinite, or the index is less than the number of values
   */
  RecentPast {
    values = List.copyOf(values);
    covariates = List.copyOf(covariates);
    if (values.isEmpty() || values.size() > LENGTH) {
      throw new IllegalArgumentException("values are not 1 to %d".formatted(LENGTH));
    }
    for (double value : values) {
      Require.that(Double.isFinite(value), "values", value);
    }
    Require.that(Double.isFinite(time), "time", time);
    for (double covariate : covariates) {
      Require.that(!Double.isInfinite(covariate), "covariates", covariate);
    }
    Require.that(index >= values.size(), "index", index);
  }

  /** The past after one more occasion; NaN if its value is missing. */
  RecentPast after(Occasion occasion, double value) {
    Past longer = Past.of(this);
    longer.add(occasion, value);
    return longer.recent();
  }
}
