package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class LinearRegressionTest {

  @Test
  void agreesWithAnother() {
    Random random = new Random(1);
    double[][] columns = new double[4][];
    double[][] rows = new double[30][3];
    for (int i = 0; i < 4; i++) {
      columns[i] = random.doubles(30, -1, 1).toArray();
      for (int t = 0; t < 30 && i > 0; t++) {
        rows[t][i - 1] = columns[i][t];
      }
    }
    OLSMultipleLinearRegression other = new OLSMultipleLinearRegression();
    other.setNoIntercept(true);
    other.newSampleData(columns[0], rows);
    LinearRegression regression = new LinearRegression(3);
    double[] residuals = new double[30];

    double sumOfSquares = regression.solve(columns, residuals);

    assertArrayEquals(other.estimateRegressionParameters(), regression.coefficients(), 1e-10);
    assertArrayEquals(other.estimateResiduals(), residuals, 1e-10);
    assertEquals(other.calculateResidualSumOfSquares(), sumOfSquares, 1e-10);
  }

  @Test
  void leavesOutWhatDependsOnTheRest() {
    double[][] columns = {{1, 2, 3.5}, {1, 2, 3}, {-2, -4, -6}, {0, 0, 0}};
    LinearRegression regression = new LinearRegression(3);

    regression.solve(columns, new double[3]);

    assertArrayEquals(new double[] {15.5 / 14, 0, 0}, regression.coefficients(), 1e-12);
  }

  @Test
  void leavesGapsWhereTheyAre() {
    double[] residuals =
        LinearRegression.residuals(
            new double[] {-2, Double.NaN, 2}, List.of(new double[] {-1, Double.NaN, 1}));

    assertArrayEquals(new double[] {0, Double.NaN, 0}, residuals, 1e-12);
  }

  @Test
  void saysWhetherAMatrixIsDefinite() {
    assertTrue(Cholesky.solve(new double[][] {{2, 1}, {0, 2}}, new double[2], 0));
    assertFalse(Cholesky.solve(new double[][] {{2, 3}, {0, 2}}, new double[2], 0));
  }
}
