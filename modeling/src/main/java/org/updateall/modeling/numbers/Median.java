package org.updateall.modeling.numbers;

import java.util.Arrays;

/** The middle of some numbers, or of the two in the middle; NaN of none. */
public final class Median {

  private Median() {}

  public static double ofSorted(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  /** That of numbers in any order, which it sorts. */
  public static double sorting(double[] numbers) {
    Arrays.sort(numbers);
    return ofSorted(numbers);
  }
}
