package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PathErrorsTest {

  private final PathErrors paths = new PathErrors();

  @Test
  void believesTheModelWithoutAnyPath() {
    assertEquals(1, paths.growth(1, step -> step));
    assertEquals(3, paths.growth(3, step -> step), 1e-12);
    assertEquals(12, paths.growth(12, step -> step), 1e-9);
    assertEquals(1.4, paths.pathFactor(5, 0.9, 1.4), 1e-12);
  }

  /** Forecasts of 0 change nothing, and errors of a walk grow with the root of the step. */
  @Test
  void learnsThatErrorsOfAWalkGrow() {
    walk(3000);

    for (int step = 2; step <= PathErrors.STEPS; step++) {
      assertEquals(
          Math.sqrt(step), paths.growth(step, PathErrorsTest::flat), 0.45 * Math.sqrt(step));
    }
    assertTrue(paths.growth(7, PathErrorsTest::flat) > paths.growth(3, PathErrorsTest::flat));
    assertEquals(
        2 * paths.growth(7, PathErrorsTest::flat),
        paths.growth(30, step -> step > 7 ? 2 : 1),
        1e-9);
  }

  private void walk(int values) {
    Random random = new Random(1);
    double level = 1000;
    for (int i = 0; i < values; i++) {
      if (paths.isPathDue()) {
        paths.begin(path(level, 1.645));
      }
      level += random.nextGaussian();
      paths.observe(level);
    }
  }

  /** Independent values: each step keeps its bounds with .9, and seven at once with .9^7. */
  @Test
  void findsTheFactorThatHoldsAWholePath() {
    Random random = new Random(6);
    int inside = 0;
    int all = 0;
    for (int i = 0; i < 7000; i++) {
      if (paths.isPathDue()) {
        paths.begin(path(0, 1.645));
      }
      paths.observe(random.nextGaussian());
    }
    double factor = paths.pathFactor(7, 0.9, 1.5);
    for (int trial = 0; trial < 2000; trial++) {
      double greatest = 0;
      for (int step = 0; step < 7; step++) {
        greatest = Math.max(greatest, Math.abs(random.nextGaussian()));
      }
      inside += greatest <= factor * 1.645 ? 1 : 0;
      all++;
    }
    assertEquals(0.9, (double) inside / all, 0.06);
    assertTrue(paths.pathFactor(2, 0.9, 1.5) < factor);
  }

  @Test
  void aMissingValueBreaksAPathOff() {
    for (int i = 0; i < 7; i++) {
      assertFalse(paths.isPathDue());
      paths.observe(0);
    }
    assertTrue(paths.isPathDue());
    paths.begin(path(0, 1));
    paths.observe(1);
    assertFalse(paths.isPathDue());
    paths.observe(Double.NaN);

    assertTrue(paths.isPathDue());
    assertNull(paths.state().underway());
  }

  @Test
  void goesOnFromItsState() {
    walk(500);
    PathErrors resumed = new PathErrors(paths.state());

    assertEquals(paths.state(), resumed.state());
    assertEquals(paths.growth(5, PathErrorsTest::flat), resumed.growth(5, PathErrorsTest::flat));
    assertEquals(paths.pathFactor(5, 0.9, 1.2), resumed.pathFactor(5, 0.9, 1.2));
  }

  /** Bounds of .9 so far from the point at every step. */
  private static double[][] path(double point, double bound) {
    double[][] path = new double[PathErrors.STEPS][Levels.COUNT];
    for (double[] quantiles : path) {
      for (int place = 0; place < Levels.COUNT; place++) {
        int distance = place - Levels.MEDIAN;
        quantiles[place] = point + bound * distance / Levels.distance(0.9);
      }
    }
    return path;
  }

  /** Errors that do not grow. */
  private static double flat(int step) {
    return Math.min(1, step);
  }
}
