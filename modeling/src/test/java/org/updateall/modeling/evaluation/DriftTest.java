package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {

  @Test
  void twelveOnTheSameSideAreDrift() {
    assertTrue(seen(Collections.nCopies(12, 0.6)));
    assertTrue(seen(Collections.nCopies(12, 0.3)));
    assertFalse(seen(Collections.nCopies(11, 0.6)));
    assertFalse(seen(Collections.nCopies(40, 0.5)));
    assertFalse(seen(with(Collections.nCopies(11, 0.6), 0.4)));
    assertTrue(seen(with(List.of(0.1, 0.9), Collections.nCopies(12, 0.6))));
  }

  /** P(X >= 10) = .00045 and P(X >= 9) = .0020 for the binomial distribution of 30 and 0.1. */
  @Test
  void tooManyBeyondTheirIntervalsAreDrift() {
    assertTrue(seen(outside(10, 30)));
    assertFalse(seen(outside(9, 30)));
    assertFalse(seen(with(outside(10, 30), inside(30))));
    assertTrue(seen(outside(4, 4)));
    assertFalse(seen(outside(3, 3)));
  }

  @Test
  void nothingIsSeenInNothing() {
    assertFalse(Drift.isSeenIn(PastLevels.NONE));
  }

  /** Twice the 1 / 2,000 of a look, at most, where levels are uniform. */
  @Test
  void whereTheForecasterFitsItHardlySpeaks() {
    Random random = new Random(8);
    int looks = 200_000;
    PastLevels past = PastLevels.NONE;
    int spoken = 0;
    List<Double> levels = new ArrayList<>();
    for (int i = 0; i < looks; i++) {
      levels.add(Math.min(Math.max(random.nextDouble(), 0.003), 0.997));
      if (levels.size() > 40) {
        levels.remove(0);
      }
      past = new PastLevels(times(levels.size()), levels);
      spoken += Drift.isSeenIn(past) ? 1 : 0;
    }
    assertTrue(spoken <= 2.0 / 2000 * looks * 1.2, "spoken " + spoken);
    assertTrue(spoken >= 20, "spoken " + spoken);
  }

  private static boolean seen(List<Double> levels) {
    return Drift.isSeenIn(new PastLevels(times(levels.size()), levels));
  }

  private static List<Double> times(int count) {
    return IntStream.range(0, count).mapToObj(i -> (double) i).toList();
  }

  /** The last ones beyond their intervals, at both ends. */
  private static List<Double> outside(int outside, int of) {
    List<Double> levels = new ArrayList<>(inside(of - outside));
    IntStream.range(0, outside).forEach(i -> levels.add(i % 2 == 0 ? 0.04 : 0.96));
    return levels;
  }

  private static List<Double> inside(int count) {
    return IntStream.range(0, count).mapToObj(i -> i % 2 == 0 ? 0.06 : 0.94).toList();
  }

  private static List<Double> with(List<Double> first, double then) {
    return with(first, List.of(then));
  }

  private static List<Double> with(List<Double> first, List<Double> then) {
    List<Double> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
