package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.linear.DiscountedRidge;

final class LaggedRegressionTest {

  @Test
  void regressesTheStepOnHowFarTheLagsLay() {
    DiscountedRidge steps =
        DiscountedRidge.of(1, 0.995, 1)
            .update(new double[] {5 - 3}, 2 - 3)
            .update(new double[] {3 - 2}, -1 - 2);

    Told told = Told.of(new LaggedRegression(1), 5, 3, 2, -1);

    assertEquals(-1 + steps.forecast(new double[] {2 - -1}), told.next(), 1e-12);
  }

  @Test
  void followsAPatternOfItsLength() {
    Told told = new Told(new LaggedRegression(3));
    double[] pattern = {1, 4, 2};
    for (int t = 0; t < 600; t++) {
      told.tell(pattern[t % 3]);
    }

    assertEquals(1, told.next(), 0.1);
    assertEquals(4, told.tell(1).next(), 0.1);
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
