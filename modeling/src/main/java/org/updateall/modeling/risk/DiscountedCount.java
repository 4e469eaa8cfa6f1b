package org.updateall.modeling.risk;

import org.updateall.modeling.numbers.Require;

/**
 * How often something happened in how many trials, where each trial counts less with every one
 * after it.
 *
 * @param hits the discounted number of trials in which it happened
 * @param trials the discounted number of trials
 */
public record DiscountedCount(double hits, double trials) {

  public static final DiscountedCount NONE = new DiscountedCount(0, 0);

  /**
   * What a trial still counts after the next one. Of a plugin that runs on and on, 20 trials count.
   */
  static final double DISCOUNT = 0.95;

  /**
   * @throws IllegalArgumentException unless 0 &lt;= hits &lt;= trials, both finite
   */
  public DiscountedCount {
    Require.that(hits >= 0 && hits <= trials, "hits", hits);
    Require.finite("trials", trials);
  }

  /**
   * @param happened whether it did, a trial each, oldest first
   */
  public static DiscountedCount of(boolean[] happened) {
    double hits = 0;
    double trials = 0;
    for (boolean hit : happened) {
      hits = DISCOUNT * hits + (hit ? 1 : 0);
      trials = DISCOUNT * trials + 1;
    }
    return new DiscountedCount(hits, trials);
  }

  DiscountedCount plus(DiscountedCount other) {
    return new DiscountedCount(hits + other.hits, trials + other.trials);
  }
}
