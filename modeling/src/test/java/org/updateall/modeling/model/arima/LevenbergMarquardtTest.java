package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LevenbergMarquardtTest {

  @FunctionalInterface
  private interface Residuals {
    double[] at(double[] point);
  }

  private static LeastSquaresProblem problem(int parameters, int count, Residuals residuals) {
    return new LeastSquaresProblem() {
      @Override
      public int parameters() {
        return parameters;
      }

      @Override
      public int residuals() {
        return count;
      }

      @Override
      public void evaluate(double[] point, double[] values) {
        System.arraycopy(residuals.at(point), 0, values, 0, count);
      }
    };
  }

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    LeastSquaresProblem valley =
        problem(2, 2, x -> new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]});

    assertArrayEquals(
        new double[] {1, 1}, LevenbergMarquardt.minimize(valley, new double[] {-1.2, 1}, 5), 1e-4);
  }

  /** S = (x + 1)² + (λ x² + x - 1)² has, for λ = -1.5, a curvature that J J' misses by far. */
  @Test
  void findsAMinimumWithLargeResiduals() {
    double lambda = -1.5;
    LeastSquaresProblem large =
        problem(1, 2, x -> new double[] {x[0] + 1, lambda * x[0] * x[0] + x[0] - 1});

    double x = LevenbergMarquardt.minimize(large, new double[] {0.1}, 5)[0];

    double gradient = x + 1 + (lambda * x * x + x - 1) * (2 * lambda * x + 1);
    assertEquals(0, gradient, 1e-3);
  }

  @Test
  void stopsAtTheLimit() {
    LeastSquaresProblem distant = problem(1, 1, x -> new double[] {x[0] - 100});

    assertEquals(5, LevenbergMarquardt.minimize(distant, new double[1], 5)[0]);
  }

  @Test
  void goesAroundPointsWithoutMeaning() {
    LeastSquaresProblem holed =
        problem(1, 1, x -> new double[] {x[0] > 0.9 ? Double.NaN : 2 - x[0]});

    assertEquals(0.9, LevenbergMarquardt.minimize(holed, new double[1], 5)[0], 0.1);
  }

  @Test
  void staysWhereNothingChanges() {
    LeastSquaresProblem flat = problem(2, 1, x -> new double[] {1});

    assertArrayEquals(
        new double[] {0.3, 0.4}, LevenbergMarquardt.minimize(flat, new double[] {0.3, 0.4}, 5));
  }
}
