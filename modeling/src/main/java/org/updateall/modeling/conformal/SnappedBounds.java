package org.updateall.modeling.conformal;

import java.util.Arrays;

/**
 * Bounds that were meant to be an observed value, made exactly that value: the way there and back
 * over another scale costs the last digits, and a value equal to its bound must count as inside.
 */
public final class SnappedBounds {

  /** How many of the newest values are worth snapping to; older ones rarely make a bound. */
  public static final int ENOUGH = 300;

  private static final double TOLERANCE = 1e-9;

  private final double[] sorted;
  private final double finest;

  /**
   * Snaps to these values.
   *
   * @param observed in any order
   * @param offset what the other scale adds to a value: of a value near 0 no more digits come back
   *     than of the offset
   */
  public SnappedBounds(double[] observed, double offset) {
    this.sorted = observed.clone();
    Arrays.sort(sorted);
    this.finest = Math.max(offset, smallestPositive(sorted));
  }

  /**
   * The nearest observed value, or else the bound; never below 0. Near is what differs by 1e-9 of
   * that value, of the offset or of the smallest positive value observed, whichever is the most.
   */
  public double snap(double bound) {
    double clipped = Math.max(0, bound);
    double nearest = nearest(clipped);
    boolean near = Math.abs(nearest - clipped) <= TOLERANCE * Math.max(nearest, finest);
    return near ? Math.max(0, nearest) : clipped;
  }

  private static double smallestPositive(double[] sorted) {
    return Arrays.stream(sorted).filter(value -> value > 0).findFirst().orElse(0);
  }

  private double nearest(double bound) {
    int found = Arrays.binarySearch(sorted, bound);
    if (found >= 0 || sorted.length == 0) {
      return bound;
    }
    int above = Math.min(-found - 1, sorted.length - 1);
    int below = Math.max(-found - 2, 0);
    return sorted[above] - bound < bound - sorted[below] ? sorted[above] : sorted[below];
  }
}
