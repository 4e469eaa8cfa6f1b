package org.updateall.modeling.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

final class RidgeRegressionTest {

  private static final int ROWS = 40;
  private static final int COLUMNS = 5;

  @Test
  void isOrdinaryLeastSquaresWithoutARidge() {
    Random random = new Random(1);
    for (int trial = 0; trial < 20; trial++) {
      RealMatrix x = columns(random);
      RealVector y = target(random, x);
      OLSMultipleLinearRegression least = new OLSMultipleLinearRegression();
      least.setNoIntercept(true);
      least.newSampleData(y.toArray(), x.getData());
      assertArrayEquals(
          least.estimateRegressionParameters(), regression(x, y).coefficients(0), 1e-10);
    }
  }

  @Test
  void solvesTheNormalEquationsWithTheRidgeAdded() {
    Random random = new Random(2);
    for (double lambda : new double[] {1e-6, 0.1, 3, 1e4}) {
      RealMatrix x = columns(random);
      RealVector y = target(random, x);
      assertArrayEquals(
          hatless(x, lambda).operate(y).toArray(), regression(x, y).coefficients(lambda), 1e-9);
    }
  }

  @Test
  void crossValidationIsThatOfTheHatMatrix() {
    Random random = new Random(3);
    for (double lambda : new double[] {0, 0.1, 3, 1e4}) {
      RealMatrix x = columns(random);
      RealVector y = target(random, x);
      RealMatrix hat = x.multiply(hatless(x, lambda));
      double residual = y.subtract(hat.operate(y)).getNorm();
      double free = ROWS - hat.getTrace();
      assertEquals(
          ROWS * residual * residual / (free * free),
          regression(x, y).crossValidation(lambda),
          1e-9);
    }
  }

  @Test
  void theBestRidgeHasTheLeastCrossValidation() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      RealMatrix x = columns(random);
      RidgeRegression.Target regression = regression(x, target(random, x));
      double least = regression.crossValidation(regression.bestLambda());
      for (double lambda = 1e-6; lambda < 1e5; lambda *= 1.3) {
        assertTrue(least <= 1.01 * regression.crossValidation(lambda));
      }
    }
  }

  @Test
  void noiseAloneIsShrunkAway() {
    Random random = new Random(5);
    RealMatrix x = columns(random);
    RealVector noise = new ArrayRealVector(random.doubles(ROWS).map(d -> d - 0.5).toArray());
    RealVector orthogonal = noise.subtract(x.multiply(hatless(x, 0)).operate(noise));
    double[] coefficients = regression(x, orthogonal).coefficients(1);
    assertArrayEquals(new double[COLUMNS], coefficients, 1e-12);
    assertTrue(regression(x, orthogonal).bestLambda() > ROWS);
  }

  @Test
  void columnsThatDependOnEachOtherShareTheirCoefficient() {
    double[][] gram = {{2, 2, 0}, {2, 2, 0}, {0, 0, 0}};
    RidgeRegression.Target target =
        new RidgeRegression(gram, 10).target(new double[] {8, 8, 0}, 40);
    assertArrayEquals(new double[] {2, 2, 0}, target.coefficients(0), 1e-12);
    assertEquals(10 * (40 - 32) / 81.0, target.crossValidation(0), 1e-12);
  }

  @Test
  void columnsOfZerosExplainNothing() {
    RidgeRegression.Target target =
        new RidgeRegression(new double[2][2], 10).target(new double[2], 40);
    assertEquals(0, target.bestLambda());
    assertArrayEquals(new double[2], target.coefficients(0));
    assertEquals(4, target.crossValidation(0), 1e-12);
  }

  private static RidgeRegression.Target regression(RealMatrix x, RealVector y) {
    double[][] gram = x.transpose().multiply(x).getData();
    double[] products = x.transpose().operate(y).toArray();
    return new RidgeRegression(gram, ROWS).target(products, y.dotProduct(y));
  }

  /** (X'X + λI)⁻¹X'. */
  private static RealMatrix hatless(RealMatrix x, double lambda) {
    RealMatrix ridge = MatrixUtils.createRealIdentityMatrix(COLUMNS).scalarMultiply(lambda);
    RealMatrix normal = x.transpose().multiply(x).add(ridge);
    return new LUDecomposition(normal).getSolver().getInverse().multiply(x.transpose());
  }

  private static RealMatrix columns(Random random) {
    RealMatrix x = new Array2DRowRealMatrix(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      double common = random.nextGaussian();
      for (int j = 0; j < COLUMNS; j++) {
        x.setEntry(i, j, common + 0.3 * random.nextGaussian());
      }
    }
    return x;
  }

  private static RealVector target(Random random, RealMatrix x) {
    RealVector y = new ArrayRealVector(ROWS);
    for (int i = 0; i < ROWS; i++) {
      y.setEntry(i, x.getEntry(i, 0) - 0.5 * x.getEntry(i, 3) + random.nextGaussian());
    }
    return y;
  }
}
