package org.updateall.modeling.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * When the newest values came, and which covariates were last known: what the next occasions are
 * expected to be like. Immutable.
 *
 * @param times in seconds by the local clock, oldest first
 * @param covariates the last known value of each; NaN where none ever was
 */
public record RecentOccasions(List<Double> times, List<Double> covariates) {

  private static final int MOST = 25;

  /**
   * @throws IllegalArgumentException if there are too many times, one is not finite, or a covariate
   *     is infinite
   */
  public RecentOccasions {
    times = List.copyOf(times);
    covariates = List.copyOf(covariates);
    if (times.size() > MOST || !times.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("times are not allowed: " + times);
    }
    if (covariates.stream().anyMatch(value -> Double.isInfinite(value))) {
      throw new IllegalArgumentException("covariates are not allowed: " + covariates);
    }
  }

  static RecentOccasions none(int covariates) {
    return new RecentOccasions(List.of(), Collections.nCopies(covariates, Double.NaN));
  }

  RecentOccasions plus(Occasion occasion) {
    List<Double> later = new ArrayList<>(times);
    if (later.size() == MOST) {
      later.remove(0);
    }
    later.add(occasion.time());
    List<Double> known = new ArrayList<>(covariates);
    for (int place = 0; place < known.size(); place++) {
      double covariate = occasion.covariate(place);
      if (!Double.isNaN(covariate)) {
        known.set(place, covariate);
      }
    }
    return new RecentOccasions(later, known);
  }

  /** The next occasions as they are to be expected, of which no covariate is known. */
  List<Occasion> expected(int horizon) {
    double[] unknown = new double[times.size()];
    Arrays.fill(unknown, Double.NaN);
    return new TimeSeries(unknown, occasions(), new BitSet(), 1).expected(horizon);
  }

  private List<Occasion> occasions() {
    return times.stream().map(time -> new Occasion(time, new double[covariates.size()])).toList();
  }
}
