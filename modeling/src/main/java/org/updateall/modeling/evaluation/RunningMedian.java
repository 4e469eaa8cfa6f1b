package org.updateall.modeling.evaluation;

import java.util.Arrays;

/** The median of the last hundred numbers. */
final class RunningMedian {

  private static final int WINDOW = 100;

  private final double[] ring = new double[WINDOW];
  private int count;

  void add(double value) {
    ring[count % WINDOW] = value;
    count++;
  }

  /** The upper median; 0 before the first number. */
  double median() {
    int size = Math.min(count, WINDOW);
    double[] sorted = Arrays.copyOf(ring, size);
    Arrays.sort(sorted);
    return size == 0 ? 0 : sorted[size / 2];
  }
}
