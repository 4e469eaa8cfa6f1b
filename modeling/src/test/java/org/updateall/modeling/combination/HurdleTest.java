package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;

final class HurdleTest {

  private static final double ZERO = -2;

  private final Told told = new Told(new Hurdle(ZERO));

  @Test
  void hasNothingToSayWhereThereNeverWasAZero() {
    tell(Double.NaN, 5, 6, 7, 8);

    assertEquals(Double.NaN, told.on(with(Double.NaN)));
  }

  @Test
  void forecastsZeroIfThatIsMoreLikelyThanNot() {
    tell(Double.NaN, 5, ZERO, ZERO);

    assertEquals(ZERO, told.on(with(Double.NaN)));
  }

  /** Three of five, which the prior and the discount leave at 0.59; then three of six. */
  @Test
  void saysZeroAsSoonAsThatIsTheLikelier() {
    tell(Double.NaN, ZERO, 5, ZERO, 6, ZERO);
    assertEquals(ZERO, told.on(with(Double.NaN)));

    tell(Double.NaN, 7);
    assertEquals(6, told.on(with(Double.NaN)));
  }

  @Test
  void forecastsTheMedianOfTheNewestValuesAboveZeroIfZeroIsUnlikely() {
    tell(Double.NaN, 5, ZERO, 9, 6, 7);

    assertEquals(6.5, told.on(with(Double.NaN)));
  }

  @Test
  void looksBackAtTenValuesAboveZero() {
    tell(Double.NaN, ZERO, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    tell(Double.NaN, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    assertEquals(5.5, told.on(with(Double.NaN)));
  }

  @Test
  void needsThreeValuesAboveZero() {
    tell(Double.NaN, ZERO, 5, 6);
    assertEquals(Double.NaN, told.on(with(Double.NaN)));

    tell(Double.NaN, 7);
    assertEquals(6, told.on(with(Double.NaN)));
  }

  @Test
  void tellsOccasionsApartByWhetherThereIsAnythingToDo() {
    for (int times = 0; times < 5; times++) {
      tell(0, ZERO);
      tell(4, 30 + times);
      tell(Double.NaN, 10 + times);
    }

    assertEquals(ZERO, told.on(with(0)));
    assertEquals(32, told.on(with(1)));
    assertEquals(12, told.on(with(Double.NaN)));
  }

  /** Beta(1/2, 1/2), discounted by 0.98. */
  @Test
  void forgetsSlowly() {
    tell(0, ZERO, 3);

    assertArrayEquals(new double[] {0.98, 0, 0, 1.98, 0, 0}, told.member().state(), 1e-12);
  }

  private void tell(double covariate, double... values) {
    for (double value : values) {
      told.tell(value, with(covariate));
    }
  }

  private static Occasion with(double covariate) {
    return Told.day(0, covariate);
  }
}
