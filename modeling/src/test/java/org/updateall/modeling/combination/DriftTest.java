package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DriftTest {

  private final Drift drift = new Drift(4);

  @Test
  void addsTheMeanOfTheNewestStepsForEveryStepAhead() {
    Told told = Told.of(drift, 500, 1, 2, 9, 3, 9);

    assertEquals(9 + 2, told.ahead(1));
    assertEquals(9 + 3 * 2, told.ahead(3));
  }

  @Test
  void isContentWithHalfOfTheSteps() {
    assertEquals(Double.NaN, new Told(drift).next());
    assertEquals(Double.NaN, Told.of(drift, 1, 2).next());
    assertEquals(10, Told.of(drift, 1, 2, 7).next());
  }

  @Test
  void takesOverAnErrorWhole() {
    assertEquals(1, drift.gain());
    assertEquals("drift over 4", drift.title());
  }
}
