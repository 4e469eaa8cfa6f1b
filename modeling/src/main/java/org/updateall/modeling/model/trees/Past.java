package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.SortedWindow;

/**
 * A past that grows: the values so far with the occasion of the last. A missing value is what the
 * last observed one was. Not thread-safe.
 */
final class Past {

  private static final int SHORT = 5;
  private static final int MIDDLE = 20;

  private final double[] ring = new double[RecentPast.LENGTH];
  private final SortedWindow ofFive = new SortedWindow(SHORT);
  private final SortedWindow ofTwenty = new SortedWindow(MIDDLE);
  private final SortedWindow ofSixty = new SortedWindow(RecentPast.LENGTH);
  private Occasion occasion;
  private int kept;
  private int index;
  private int newest = -1;

  private Past(Occasion occasion) {
    this.occasion = occasion;
  }

  /** A past of one value. */
  static Past startingWith(Occasion occasion, double value) {
    Past past = new Past(occasion);
    past.add(occasion, value);
    return past;
  }

  static Past of(RecentPast recent) {
    double[] covariates = recent.covariates().stream().mapToDouble(Double::doubleValue).toArray();
    Past past = new Past(new Occasion(recent.time(), covariates));
    for (double value : recent.values()) {
      past.add(past.occasion, value);
    }
    past.index = recent.index();
    return past;
  }

  /** Goes on by one occasion; NaN if its value is missing. */
  void add(Occasion next, double value) {
    double known = Double.isNaN(value) ? last() : value;
    newest = (newest + 1) % ring.length;
    ring[newest] = known;
    kept = Math.min(kept + 1, ring.length);
    ofFive.add(known);
    ofTwenty.add(known);
    ofSixty.add(known);
    occasion = next;
    index++;
  }

  /** How many occasions there were. */
  int index() {
    return index;
  }

  /** The occasion of the last value. */
  Occasion occasion() {
    return occasion;
  }

  double last() {
    return ring[newest];
  }

  /** The value so many places from the end, 1 for the last; NaN if it is not known. */
  double lag(int lag) {
    return lag > kept ? Double.NaN : ring[Math.floorMod(newest + 1 - lag, ring.length)];
  }

  double medianOfFive() {
    return ofFive.median();
  }

  double medianOfTwenty() {
    return ofTwenty.median();
  }

  double medianOfSixty() {
    return ofSixty.median();
  }

  RecentPast recent() {
    List<Double> values = new ArrayList<>(kept);
    for (int lag = kept; lag >= 1; lag--) {
      values.add(lag(lag));
    }
    List<Double> covariates = new ArrayList<>(occasion.covariates());
    for (int i = 0; i < occasion.covariates(); i++) {
      covariates.add(occasion.covariate(i));
    }
    return new RecentPast(values, occasion.time(), covariates, index);
  }
}
