package org.updateall.modeling.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

final class StudentMixtureTest {

  private final TDistribution student = new TDistribution(null, 8);

  @Test
  void knowsTheDistributionFunctionWithEightDegreesOfFreedom() {
    for (double t = -8; t <= 8; t += 0.25) {
      assertEquals(student.cumulativeProbability(t), StudentMixture.student(t), 1e-12);
    }
  }

  @Test
  void invertsIt() {
    StudentMixture single =
        StudentMixture.of(new double[] {-3}, new double[] {5}, new double[] {4});
    double[] levels = {0.005, 0.1, 0.5, 0.9, 0.995};

    double[] quantiles = single.quantiles(levels);

    for (int i = 0; i < levels.length; i++) {
      assertEquals(5 + 2 * student.inverseCumulativeProbability(levels[i]), quantiles[i], 1e-9);
    }
  }

  @Test
  void weighsItsParts() {
    StudentMixture two =
        StudentMixture.of(
            new double[] {Math.log(1), Math.log(3)},
            new double[] {0, 1000},
            new double[] {1e-4, 1e-4});

    assertEquals(0, two.quantiles(new double[] {0.125})[0], 1e-6);
    assertEquals(1000, two.quantiles(new double[] {0.625})[0], 1e-6);
  }
}
