package org.updateall.domain.retrieval;

/** Quantiles of a sample, interpolated linearly between its order statistics. */
public final class SampleQuantile {

  private SampleQuantile() {}

  /**
   * The quantile of that level (Hyndman and Fan, The American Statistician 50, 1996, definition 7).
   *
   * @param sorted at least one value, ascending
   * @param level from 0 to 1
   */
  public static double of(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
