package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class GaussianCopulaTest {

  private static final double NONE = Double.NaN;
  private static final double[][] CHAIN = {{1, 0.5, 0.25}, {0.5, 1, 0.5}, {0.25, 0.5, 1}};

  @Test
  void keepsCorrelationsThatDoNotContradictEachOther() {
    GaussianCopula copula = GaussianCopula.of(CHAIN);

    for (int i = 0; i < 3; i++) {
      assertArrayEquals(CHAIN[i], copula.correlations()[i], 1e-12);
    }
    assertEquals(3, copula.size());
    assertEquals(0.25, copula.correlation(0, 2), 1e-12);
  }

  @Test
  void makesCorrelationsThatContradictEachOtherPossible() {
    double[][] impossible = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};

    double[][] possible = GaussianCopula.of(impossible).correlations();

    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(possible)).getRealEigenvalues();
    assertTrue(Arrays.stream(eigenvalues).min().getAsDouble() > 1e-4);
    for (int i = 0; i < 3; i++) {
      assertEquals(1, possible[i][i], 1e-12);
    }
    assertTrue(possible[0][1] > 0.3 && possible[0][2] < -0.3, Arrays.deepToString(possible));
  }

  @Test
  void drawsWithItsCorrelations() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] independent = new double[3][20_000];
    for (double[] each : independent) {
      Arrays.setAll(each, draw -> random.nextGaussian());
    }

    double[][] drawn = GaussianCopula.of(CHAIN).correlated(independent);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(CHAIN[i][j], meanProduct(drawn[i], drawn[j]), 0.03);
      }
    }
  }

  private static double meanProduct(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum / x.length;
  }

  /** By the formulas for two variables: mean rho z, variance 1 - rho^2. */
  @Test
  void tellsWhatFollowsForOneQuantityFromAnother() {
    GaussianCopula.Conditional given =
        GaussianCopula.of(new double[][] {{1, 0.6}, {0.6, 1}}).given(new double[] {2, NONE});

    assertArrayEquals(new int[] {1}, given.places());
    assertEquals(1.2, given.means()[0], 1e-12);
    assertEquals(0.8, given.deviation(0), 1e-12);
  }

  /** A chain of first order: what is beyond the neighbour tells nothing more. */
  @Test
  void tellsWhatFollowsFromSeveralQuantities() {
    GaussianCopula.Conditional given = GaussianCopula.of(CHAIN).given(new double[] {NONE, -1, 0.7});

    assertArrayEquals(new int[] {0}, given.places());
    assertEquals(-0.5, given.means()[0], 1e-12);
    assertEquals(0.75, given.covariance()[0][0], 1e-12);
  }

  @Test
  void knowsNothingMoreWhereNothingOrEverythingIsKnown() {
    GaussianCopula copula = GaussianCopula.of(CHAIN);

    GaussianCopula.Conditional nothing = copula.given(new double[] {NONE, NONE, NONE});
    GaussianCopula.Conditional everything = copula.given(new double[] {1, 2, 3});

    assertArrayEquals(new double[3], nothing.means());
    assertArrayEquals(copula.correlations()[1], nothing.covariance()[1]);
    assertEquals(0, everything.places().length);
  }

  @Test
  void refusesWhatIsNoMatrixOfCorrelations() {
    for (double[][] wrong :
        new double[][][] {
          {},
          {{1, 0.5}},
          {{1, 0.5}, {0.4, 1}},
          {{1, 2}, {2, 1}},
          {{1, NONE}, {NONE, 1}},
          {{0.5, 0}, {0, 1}}
        }) {
      assertThrows(IllegalArgumentException.class, () -> GaussianCopula.of(wrong));
    }
  }

  @Test
  void knowsNoDependenceWithoutACommonOccasion() {
    double[][] apart = {{0.2, 0.9, NONE, NONE}, {NONE, NONE, 0.3, 0.8}};

    assertArrayEquals(
        GaussianCopula.independent(2).correlations()[0],
        GaussianCopula.estimated(apart).correlations()[0],
        1e-12);
  }
}
