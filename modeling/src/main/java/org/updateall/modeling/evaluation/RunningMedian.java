package org.updateall.modeling.evaluation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The median of the last hundred numbers. */
final class RunningMedian {

  private static final int WINDOW = 100;

  private final Deque<Double> newest = new ArrayDeque<>(WINDOW);

  void add(double value) {
    if (newest.size() == WINDOW) {
      newest.removeFirst();
    }
    newest.addLast(value);
  }

  void addAll(Collection<Double> values) {
    values.forEach(this::add);
  }

  /** The upper median; 0 before the first number. */
  double median() {
    double[] sorted = newest.stream().mapToDouble(each -> each).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** The numbers, newest last. */
  List<Double> values() {
    return List.copyOf(newest);
  }
}
