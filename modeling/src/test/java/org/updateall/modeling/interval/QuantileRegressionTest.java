package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantileRegressionTest {

  private static final double[] LEVELS = {0.01, 0.05, 0.25, 0.5, 0.75, 0.975};

  /** The least of all planes through as many rows as there are columns is the least there is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsTheLeastLossThatThereIs(int columns) {
    Random random = new Random(columns);
    for (int trial = 0; trial < 20; trial++) {
      double[][] rows = rows(random, 14, columns);
      double[] targets = random.doubles(14).map(u -> Math.exp(3 * u)).toArray();
      assertLeast(rows, targets);
    }
  }

  @Test
  void findsTheLeastLossOfTies() {
    Random random = new Random(9);
    for (int trial = 0; trial < 40; trial++) {
      double[][] rows = new double[12][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new double[] {1, random.nextInt(3), random.nextInt(2)};
      }
      double[] targets = random.ints(12, 0, 3).asDoubleStream().toArray();
      if (QuantileRegression.of(rows, targets).isDefined()) {
        assertLeast(rows, targets);
      }
    }
  }

  private static void assertLeast(double[][] rows, double[] targets) {
    QuantileRegression regression = QuantileRegression.of(rows, targets).get();
    for (double level : LEVELS) {
      double found = loss(rows, targets, regression.at(level), level);
      assertEquals(leastLoss(rows, targets, level), found, 1e-7);
    }
  }

  /** By trying every vertex. */
  private static double leastLoss(double[][] rows, double[] targets, double level) {
    double least = Double.POSITIVE_INFINITY;
    int columns = rows[0].length;
    for (int code = 0; code < 1 << rows.length; code++) {
      if (Integer.bitCount(code) == columns) {
        RealMatrix square = MatrixUtils.createRealMatrix(columns, columns);
        double[] through = new double[columns];
        int place = 0;
        for (int i = 0; i < rows.length; i++) {
          if ((code >> i & 1) == 1) {
            square.setRow(place, rows[i]);
            through[place++] = targets[i];
          }
        }
        var solver = new LUDecomposition(square, 1e-9).getSolver();
        if (solver.isNonSingular()) {
          double[] plane = solver.solve(MatrixUtils.createRealVector(through)).toArray();
          least = Math.min(least, loss(rows, targets, plane, level));
        }
      }
    }
    return least;
  }

  private static double loss(double[][] rows, double[] targets, double[] plane, double level) {
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      double residual = targets[i];
      for (int j = 0; j < plane.length; j++) {
        residual -= rows[i][j] * plane[j];
      }
      loss += residual > 0 ? level * residual : (level - 1) * residual;
    }
    return loss;
  }

  private static double[][] rows(Random random, int count, int columns) {
    double[][] rows = new double[count][columns];
    for (double[] row : rows) {
      row[0] = 1;
      for (int j = 1; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return rows;
  }

  @Test
  void ofAConstantAloneIsTheQuantile() {
    double[][] rows = new double[9][];
    double[] targets = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = new double[] {1};
      targets[i] = (i * 5) % 9;
    }

    QuantileRegression regression = QuantileRegression.of(rows, targets).get();
    assertEquals(0, regression.at(0.05)[0], 1e-6);
    assertEquals(4, regression.at(0.5)[0], 1e-6);
    assertEquals(8, regression.at(0.95)[0], 1e-6);
  }

  @Test
  void ofZerosIsZero() {
    double[][] rows = rows(new Random(1), 50, 3);

    assertArrayEquals(new double[3], QuantileRegression.of(rows, new double[50]).get().at(0.9));
  }

  @Test
  void isNoneOfColumnsThatDepend() {
    double[][] twice = rows(new Random(1), 50, 3);
    for (double[] row : twice) {
      row[2] = 2 * row[1] - row[0];
    }

    assertTrue(QuantileRegression.of(twice, new double[50]).isEmpty());
    assertTrue(QuantileRegression.of(new double[0][], new double[0]).isEmpty());
    assertTrue(QuantileRegression.of(rows(new Random(1), 2, 3), new double[2]).isEmpty());
  }

  /** Where errors grow with x, so do the distances of the quantiles. */
  @Test
  void followsWhatSpreadsDependOn() {
    Random random = new Random(4);
    double[][] rows = new double[2000][];
    double[] targets = new double[2000];
    for (int i = 0; i < targets.length; i++) {
      double x = random.nextDouble();
      rows[i] = new double[] {1, x};
      targets[i] = (1 + 3 * x) * random.nextGaussian();
    }

    double[] plane = QuantileRegression.of(rows, targets).get().at(0.9);
    assertEquals(1.2816, plane[0], 0.3);
    assertEquals(3 * 1.2816, plane[1], 0.6);
  }
}
