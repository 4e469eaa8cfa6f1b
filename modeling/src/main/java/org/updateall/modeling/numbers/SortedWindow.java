package org.updateall.modeling.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The newest values of a stream, at most so many, also in order of size. */
public final class SortedWindow {

  private final double[] arrived;
  private final double[] sorted;
  private int size;
  private int next;

  public SortedWindow(int capacity) {
    arrived = new double[capacity];
    sorted = new double[capacity];
  }

  /** Takes in a value; the oldest leaves if there is no room. */
  public void add(double value) {
    if (size == arrived.length) {
      remove(arrived[next]);
    }
    arrived[next] = value;
    next = (next + 1) % arrived.length;
    insert(value);
  }

  /** Takes in values one after another. */
  public void addAll(List<Double> values) {
    if (size > 0) {
      values.forEach(this::add);
      return;
    }
    int count = values.size();
    for (int i = Math.max(0, count - arrived.length); i < count; i++) {
      arrived[(next + i) % arrived.length] = values.get(i);
      sorted[size++] = values.get(i);
    }
    next = (next + count) % arrived.length;
    Arrays.sort(sorted, 0, size);
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

  public int size() {
    return size;
  }

  /** The values in ascending order. */
  public double[] sorted() {
    return Arrays.copyOf(sorted, size);
  }

  /** The largest value that is there; NaN if there are none. */
  public double largest() {
    return size == 0 ? Double.NaN : sorted[size - 1];
  }

  /** The newest values, at most so many, oldest first. */
  public double[] newest(int most) {
    int count = Math.min(most, size);
    double[] newest = new double[count];
    for (int i = 0; i < count; i++) {
      newest[i] = arrived[Math.floorMod(next - count + i, arrived.length)];
    }
    return newest;
  }

  /** All values that are there, oldest first. */
  public List<Double> values() {
    double[] all = newest(size);
    return IntStream.range(0, size).mapToObj(i -> all[i]).toList();
  }

  /** The median of the values that are there; NaN if there are none. */
  public double median() {
    if (size == 0) {
      return Double.NaN;
    }
    double lower = sorted[(size - 1) / 2];
    double upper = sorted[size / 2];
    return lower + (upper - lower) / 2;
  }
}
