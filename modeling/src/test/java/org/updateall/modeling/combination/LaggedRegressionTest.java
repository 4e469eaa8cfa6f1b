package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LaggedRegressionTest {

  /** One lag: the step regressed on the step before, with ridge 1 and discount 0.995, by hand. */
  @Test
  void regressesTheStepOnHowFarTheLagsLay() {
    double p = 1 / (0.995 * 1 + 4);
    double first = p * 2 * -1;
    double inverse = 0.995 / p + 1;
    double second = (0.995 / p * first + 1 * -3) / inverse;

    Told told = Told.of(new LaggedRegression(1), 5, 3, 2, -1);

    assertEquals(-1 + second * (2 - -1), told.next(), 1e-12);
  }

  @Test
  void followsAPatternOfItsLength() {
    Told told = new Told(new LaggedRegression(3));
    double[] pattern = {1, 4, 2};
    for (int t = 0; t < 600; t++) {
      told.tell(pattern[t % 3]);
    }

    assertEquals(1, told.next(), 0.02);
    assertEquals(4, told.tell(1).next(), 0.02);
  }

  @Test
  void needsTwoValuesMoreThanLags() {
    Told told = Told.of(new LaggedRegression(3), 1, 1, 1, 1);
    assertEquals(Double.NaN, told.next());

    assertEquals(1, told.tell(1).next());
    assertEquals("linear in 3 lags", told.member().title());
    assertEquals(1.0 / 3, told.member().gain());
  }

  @Test
  void staysFiniteOnARandomWalk() {
    Told told = new Told(new LaggedRegression(8));
    Random random = new Random(1);
    double value = 0;
    for (int t = 0; t < 3_000; t++) {
      value += random.nextGaussian();
      told.tell(value);
    }

    assertEquals(value, told.next(), 2);
  }
}
