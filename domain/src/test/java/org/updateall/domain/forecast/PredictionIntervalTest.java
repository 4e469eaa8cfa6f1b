package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Refusal;

class PredictionIntervalTest {

  private static final PredictionInterval TWO_TO_FIVE = new PredictionInterval(2, 5, 0.9);

  @Test
  void holdsItsBoundsAndAllBetweenThem() {
    assertTrue(TWO_TO_FIVE.contains(2));
    assertTrue(TWO_TO_FIVE.contains(3.5));
    assertTrue(TWO_TO_FIVE.contains(5));
  }

  @Test
  void holdsNothingElse() {
    assertFalse(TWO_TO_FIVE.contains(Math.nextDown(2.0)));
    assertFalse(TWO_TO_FIVE.contains(Math.nextUp(5.0)));
    assertFalse(TWO_TO_FIVE.contains(Double.NaN));
  }

  @Test
  void isAsWideAsItsBoundsAreApart() {
    assertEquals(3, TWO_TO_FIVE.width());
    assertEquals(0, new PredictionInterval(2, 2, 0.9).width());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 5",
    "5, 2",
    "NaN, 5",
    "2, NaN",
    "2, Infinity",
    "Infinity, Infinity",
    "-Infinity, 2"
  })
  void refusesBoundsThatAreCrossedNegativeOrNotFinite(double lower, double upper) {
    assertEquals(
        "not an interval of finite bounds at or above zero: [%s, %s]".formatted(lower, upper),
        Refusal.of(() -> new PredictionInterval(lower, upper, 0.9)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void refusesALevelThatIsNotBetweenZeroAndOne(double level) {
    String refusal = "a level lies between 0 and 1, not at " + level;

    assertEquals(refusal, Refusal.of(() -> new PredictionInterval(2, 5, level)));
    assertEquals(refusal, Refusal.of(() -> PredictionInterval.requireLevel(level)));
  }

  @Test
  void takesAnyLevelBetweenZeroAndOne() {
    assertEquals(Double.MIN_VALUE, new PredictionInterval(0, 0, Double.MIN_VALUE).level());
    assertEquals(Math.nextDown(1.0), new PredictionInterval(0, 0, Math.nextDown(1.0)).level());
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "5, 3", "3.5, 3", "1, 7", "6.5, 9", "0, 11"})
  void scoresItsWidthAndWhatItMisses(double value, double score) {
    assertEquals(score, new PredictionInterval(2, 5, 0.5).score(value), 1e-12);
  }
}
