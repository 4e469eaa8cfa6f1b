package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

class PartialAutocorrelationsTest {

  @Test
  void areTurnedIntoCoefficientsAndBack() {
    Random random = new Random(1);
    for (int count = 1; count <= 6; count++) {
      double[] point = random.doubles(count, -2, 2).toArray();
      double[] coefficients = new double[count];
      PartialAutocorrelations.toCoefficients(point, 0, count, coefficients);
      double[] back = new double[count];

      assertTrue(PartialAutocorrelations.toPoints(coefficients, count, back, 0));
      assertArrayEquals(point, back, 1e-8);
    }
  }

  @Test
  void boundTheRoots() {
    Random random = new Random(2);
    for (int i = 0; i < 50; i++) {
      double[] coefficients = new double[4];
      PartialAutocorrelations.toCoefficients(
          random.doubles(4, -1.5, 1.5).toArray(), 0, 4, coefficients);
      double smallest = smallestRoot(coefficients);

      assertTrue(smallest > 1);
      assertTrue(PartialAutocorrelations.rootsBeyond(0.999 * smallest, coefficients, 4));
      assertFalse(PartialAutocorrelations.rootsBeyond(1.001 * smallest, coefficients, 4));
    }
  }

  private static double smallestRoot(double[] coefficients) {
    double[] polynomial = new double[coefficients.length + 1];
    polynomial[0] = 1;
    for (int i = 0; i < coefficients.length; i++) {
      polynomial[i + 1] = -coefficients[i];
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (Complex root : new LaguerreSolver().solveAllComplex(polynomial, 0.1)) {
      smallest = Math.min(smallest, root.abs());
    }
    return smallest;
  }

  @Test
  void doNotExistForANonstationaryAutoregression() {
    assertFalse(PartialAutocorrelations.toPoints(new double[] {1.1}, 1, new double[1], 0));
    assertFalse(PartialAutocorrelations.toPoints(new double[] {0.9, 0.2}, 2, new double[2], 0));
    assertFalse(PartialAutocorrelations.toPoints(new double[] {Double.NaN}, 1, new double[1], 0));
  }

  @Test
  void stayWithinTheBoundsOfTheSearch() {
    double[] point = new double[1];

    PartialAutocorrelations.toPoints(new double[] {-1 + 1e-9}, 1, point, 0);

    assertEquals(-PartialAutocorrelations.LARGEST_POINT, point[0]);
  }
}
