package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ShiftingLevelTest {

  private static final double[] CALM = {10, 11, 9, 10, 11, 9, 10, 11, 9, 10};

  private final ShiftingLevel level = new ShiftingLevel();
  private final Told told = Told.of(level, CALM);

  @Test
  void beginsAnewAfterTwoWideErrorsOfTheSameSign() {
    told.tell(50);
    assertFalse(level.hasShifted());
    assertEquals(10, told.next(), 2);

    told.tell(52);
    assertTrue(level.hasShifted());
    assertEquals(51, told.next());

    told.tell(53);
    assertFalse(level.hasShifted());
    assertEquals(51 + 2 * 0.53 / 1.53, told.next(), 1e-12);
  }

  @Test
  void isMovedByLittleByASingleOutlier() {
    double before = told.next();

    told.tell(1e6).tell(10);

    assertFalse(level.hasShifted());
    assertEquals(before, told.next(), 1);
  }

  @Test
  void doesNotTakeOutliersOnBothSidesForAShift() {
    told.tell(50).tell(-30);

    assertFalse(level.hasShifted());
    assertEquals(10, told.next(), 2);
  }

  @Test
  void needsAFewErrorsToKnowWhatIsWide() {
    ShiftingLevel young = new ShiftingLevel();
    Told early = Told.of(young, 10, 11, 50, 52);

    assertFalse(young.hasShifted());
    assertTrue(early.next() > 20);
  }

  @Test
  void leavesAConstantWhenItChangesTwice() {
    Told constant = Told.of(new ShiftingLevel(), 7, 7, 7, 7, 7, 7, 7, 7, 8);
    assertEquals(7, constant.next(), 1e-12);

    constant.tell(8);
    assertEquals(8, constant.next());
  }

  /** The filter of the local level with q = 0.03 and P = 1 at first, by hand. */
  @Test
  void smoothsWhereNothingShifts() {
    double first = 1.03 / 2.03;
    double prior = first + 0.03;
    double second = prior / (prior + 1);
    double afterTwo = 4 + first * (6 - 4);

    assertEquals(afterTwo, Told.of(new ShiftingLevel(), 4, 6).next(), 1e-12);
    assertEquals(
        afterTwo + second * (5 - afterTwo), Told.of(new ShiftingLevel(), 4, 6, 5).next(), 1e-12);
  }
}
