package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class AdmissibilityTest {

  /** By the roots themselves, as R does it. */
  @Test
  void agreesWithTheRootsOfTheCharacteristicPolynomial() {
    Random random = new Random(1);
    int admissible = 0;
    for (int trial = 0; trial < 400; trial++) {
      int m = 2 + random.nextInt(11);
      double alpha = random.nextDouble();
      double beta = alpha * random.nextDouble();
      double gamma = (1 - alpha) * random.nextDouble();
      double phi = random.nextBoolean() ? 1 : 0.8 + 0.18 * random.nextDouble();
      double largest = largestRoot(alpha, beta, gamma, phi, m);
      if (Math.abs(largest - 1) < 1e-6) {
        continue;
      }
      boolean holds = Admissibility.holds(new Smoothing(alpha, beta, gamma, phi), m);
      assertEquals(largest < 1, holds);
      admissible += holds ? 1 : 0;
    }
    assertTrue(admissible > 100 && admissible < 390, "admissible: " + admissible);
  }

  private static double largestRoot(double alpha, double beta, double gamma, double phi, int m) {
    double[] p = new double[m + 2];
    p[m + 1] = 1;
    for (int i = 2; i < m; i++) {
      p[i] = alpha + beta - alpha * phi;
    }
    p[0] = phi * (1 - alpha - gamma);
    p[1] = alpha + beta - alpha * phi + gamma - 1;
    p[m] = alpha + beta - phi;
    double[][] companion = new double[m + 1][m + 1];
    for (int i = 0; i <= m; i++) {
      companion[i][m] = -p[i];
      if (i > 0) {
        companion[i][i - 1] = 1;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(companion));
    double largest = 0;
    for (int i = 0; i <= m; i++) {
      double real = eigen.getRealEigenvalue(i);
      double imaginary = eigen.getImagEigenvalue(i);
      largest = Math.max(largest, Math.hypot(real, imaginary));
    }
    return largest;
  }
}
