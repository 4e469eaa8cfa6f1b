package org.updateall.modeling.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsualRateTest {

  private static final double ASSUMED = 0.03;

  @Test
  void countsTrialsTheLessTheOlderTheyAre() {
    assertEquals(
        new DiscountedCount(0.95 * 0.95, 1 + 0.95 + 0.95 * 0.95),
        DiscountedCount.of(new boolean[] {true, false, false}));
    assertEquals(DiscountedCount.NONE, DiscountedCount.of(new boolean[0]));
    assertEquals(20, DiscountedCount.of(new boolean[2_000]).trials(), 1e-9);
  }

  @Test
  void isTheAssumptionWithoutAnyTrial() {
    assertEquals(ASSUMED, UsualRate.of(List.of(), ASSUMED));
    assertEquals(UsualRate.ASSUMED_WEIGHT, UsualRate.weight(List.of(), ASSUMED));
    assertEquals(
        UsualRate.ASSUMED_WEIGHT,
        UsualRate.weight(Collections.nCopies(5, DiscountedCount.NONE), ASSUMED));
  }

  @Test
  void poolsTheOthersAndTheAssumption() {
    List<DiscountedCount> others = List.of(new DiscountedCount(2, 10), new DiscountedCount(0, 10));

    assertEquals((20 * 0.03 + 2) / 40, UsualRate.of(others, ASSUMED), 1e-12);
  }

  @Test
  void weighsLittleAmongThingsThatDifferAndMuchAmongThingsAlike() {
    List<DiscountedCount> alike = Collections.nCopies(10, new DiscountedCount(2, 20));
    List<DiscountedCount> different =
        List.of(
            new DiscountedCount(0, 20), new DiscountedCount(20, 20),
            new DiscountedCount(0, 20), new DiscountedCount(20, 20),
            new DiscountedCount(0, 20), new DiscountedCount(20, 20));

    assertEquals(UsualRate.GREATEST_WEIGHT, UsualRate.weight(alike, ASSUMED), 1e-9);
    assertTrue(UsualRate.weight(different, ASSUMED) < 2);
  }

  @Test
  void keepsToTheAssumptionAmongThingsOfOneTrialEach() {
    List<DiscountedCount> barely =
        List.of(new DiscountedCount(0, 1), new DiscountedCount(0, 1), new DiscountedCount(0, 1));

    assertEquals(UsualRate.ASSUMED_WEIGHT, UsualRate.weight(barely, ASSUMED), 2);
  }

  /** Closed forms: a quantile of Beta(a, 1) is p^(1/a), one of Beta(1, b) is 1 - (1 - p)^(1/b). */
  @Test
  void givesTheQuantilesOfBetaDistributions() {
    assertEquals(Math.sqrt(0.05), new BetaPosterior(2, 1).lower(0.9), 1e-7);
    assertEquals(1 - Math.cbrt(0.05), new BetaPosterior(1, 3).upper(0.9), 1e-7);
    // Beta(2, 2) has the distribution function 3 x^2 - 2 x^3.
    double lower = new BetaPosterior(2, 2).lower(0.9);
    assertEquals(0.05, 3 * lower * lower - 2 * lower * lower * lower, 1e-7);
    assertEquals(1 - lower, new BetaPosterior(2, 2).upper(0.9), 1e-7);
  }

  @Test
  void reachesToTheEndThatIsLikeliest() {
    assertEquals(0, new BetaPosterior(0.9, 30).lower(0.5));
    assertEquals(1, new BetaPosterior(30, 0.9).upper(0.5));
    assertTrue(new BetaPosterior(1.1, 30).lower(0.9) > 0);
  }

  @Test
  void widensANarrowIntervalToItsMean() {
    BetaPosterior skewed = new BetaPosterior(0.15, 4.85);

    assertEquals(0.03, skewed.mean(), 1e-12);
    assertEquals(0.03, skewed.upper(0.1), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "2,1", "NaN,1", "0,NaN", "0,Infinity"})
  void refusesCountsThatCannotBe(double hits, double trials) {
    assertThrows(IllegalArgumentException.class, () -> new DiscountedCount(hits, trials));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "NaN,1", "1,Infinity"})
  void refusesParametersThatAreNoBetaDistribution(double alpha, double beta) {
    assertThrows(IllegalArgumentException.class, () -> new BetaPosterior(alpha, beta));
  }
}
