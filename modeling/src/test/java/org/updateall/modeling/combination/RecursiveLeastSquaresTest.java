package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

final class RecursiveLeastSquaresTest {

  private static final int SIZE = 3;
  private static final double RIDGE = 0.5;

  @Test
  void comesToTheSolutionOfTheRidgeProblem() {
    for (double lambda : new double[] {1, 0.995, 0.9}) {
      double[][] x = rows(40);
      double[] y = responses(x);
      RecursiveLeastSquares recursive = new RecursiveLeastSquares(SIZE, lambda, RIDGE);
      for (int row = 0; row < x.length; row++) {
        recursive.observe(x[row], y[row]);
      }

      assertArrayEquals(direct(x, y, lambda), coefficients(recursive), 1e-9, "lambda " + lambda);
    }
  }

  @Test
  void predictsTheScalarProduct() {
    RecursiveLeastSquares recursive = new RecursiveLeastSquares(1, 1, 1);
    recursive.observe(new double[] {2}, 10);

    assertEquals(4, recursive.coefficient(0), 1e-12);
    assertEquals(12, recursive.predict(new double[] {3}), 1e-12);
  }

  /** Without a bound the variance of what no row excites grows by 1/0.9 with every row. */
  @Test
  void keepsItsDoubtWithinThatOfTheBeginning() {
    RecursiveLeastSquares recursive = new RecursiveLeastSquares(2, 0.9, RIDGE);
    for (int row = 0; row < 20_000; row++) {
      recursive.observe(new double[] {1, 0}, 5);
    }

    double[] state = recursive.state();
    assertTrue(state[2] <= 1 / RIDGE && state[2] > 0, "excited: " + state[2]);
    assertEquals(1 / RIDGE, state[5], 1e-9);
    assertEquals(5, recursive.predict(new double[] {1, 0}), 1e-3);
    assertEquals(0, recursive.coefficient(1));
  }

  @Test
  void staysSymmetricAndPositiveOverALongLife() {
    Random random = new Random(5);
    RecursiveLeastSquares recursive = new RecursiveLeastSquares(SIZE, 0.995, RIDGE);
    for (int row = 0; row < 20_000; row++) {
      double size = row % 1000 < 500 ? 1e-6 : 30;
      recursive.observe(random.doubles(SIZE, -size, size).toArray(), random.nextGaussian());
    }

    double[] state = recursive.state();
    for (int i = 0; i < SIZE; i++) {
      assertTrue(state[SIZE + i * SIZE + i] > 0);
      for (int j = 0; j < SIZE; j++) {
        assertEquals(state[SIZE + i * SIZE + j], state[SIZE + j * SIZE + i], 1e-9);
      }
    }
  }

  @Test
  void goesOnFromItsState() {
    double[][] x = rows(40);
    double[] y = responses(x);
    RecursiveLeastSquares whole = new RecursiveLeastSquares(SIZE, 0.995, RIDGE);
    IntStream.range(0, 20).forEach(row -> whole.observe(x[row], y[row]));
    double[] state = new double[2 + RecursiveLeastSquares.stateLength(SIZE)];
    System.arraycopy(whole.state(), 0, state, 2, state.length - 2);
    RecursiveLeastSquares restored = new RecursiveLeastSquares(SIZE, 0.995, RIDGE);
    restored.restore(state, 2);

    IntStream.range(20, 40).forEach(row -> whole.observe(x[row], y[row]));
    IntStream.range(20, 40).forEach(row -> restored.observe(x[row], y[row]));

    assertArrayEquals(whole.state(), restored.state());
  }

  /** The minimum of lambda^n ridge |w|^2 + sum lambda^(n-i) (y_i - w' x_i)^2. */
  private static double[] direct(double[][] x, double[] y, double lambda) {
    int n = x.length;
    RealMatrix products = new Array2DRowRealMatrix(SIZE, SIZE);
    RealVector moments = new ArrayRealVector(SIZE);
    for (int i = 0; i < SIZE; i++) {
      products.setEntry(i, i, RIDGE * Math.pow(lambda, n));
    }
    for (int row = 0; row < n; row++) {
      double weight = Math.pow(lambda, n - 1.0 - row);
      RealVector each = new ArrayRealVector(x[row]);
      products = products.add(each.outerProduct(each).scalarMultiply(weight));
      moments = moments.add(each.mapMultiply(weight * y[row]));
    }
    return new LUDecomposition(products).getSolver().solve(moments).toArray();
  }

  /** The first rows excite every regressor, so that nothing is ever held at the bound. */
  private static double[][] rows(int count) {
    Random random = new Random(3);
    return IntStream.range(0, count)
        .mapToObj(row -> random.doubles(SIZE, -2, 2).map(u -> u + Math.signum(u)).toArray())
        .toArray(double[][]::new);
  }

  private static double[] responses(double[][] x) {
    Random random = new Random(4);
    double[] y = new double[x.length];
    for (int row = 0; row < y.length; row++) {
      y[row] = 1 + x[row][0] - 2 * x[row][1] + 0.3 * random.nextGaussian();
    }
    return y;
  }

  private static double[] coefficients(RecursiveLeastSquares recursive) {
    return IntStream.range(0, SIZE).mapToDouble(recursive::coefficient).toArray();
  }
}
