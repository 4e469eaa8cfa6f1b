package org.updateall.modeling.model.trees;

import java.util.Arrays;

/** The newest values of a stream, at most so many, kept in order of size for their median. */
final class SortedWindow {

  private final double[] arrived;
  private final double[] sorted;
  private int size;
  private int oldest;

  SortedWindow(int capacity) {
    arrived = new double[capacity];
    sorted = new double[capacity];
  }

  /** Takes in a value; the oldest leaves if there is no room. */
  void add(double value) {
    if (size == arrived.length) {
      remove(arrived[oldest]);
    }
    arrived[oldest] = value;
    oldest = (oldest + 1) % arrived.length;
    insert(value);
  }

  private void remove(double value) {
    int place = Arrays.binarySearch(sorted, 0, size, value);
    System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
    size--;
  }

  private void insert(double value) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    int place = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = value;
    size++;
  }

  /** The median of the values that are there; NaN if there are none. */
  double median() {
    if (size == 0) {
      return Double.NaN;
    }
    double lower = sorted[(size - 1) / 2];
    double upper = sorted[size / 2];
    return lower + (upper - lower) / 2;
  }
}
