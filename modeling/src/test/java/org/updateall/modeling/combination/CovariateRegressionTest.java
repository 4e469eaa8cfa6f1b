package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CovariateRegressionTest {

  private static final double UNKNOWN = Double.NaN;

  /** One covariate: intercept and slope from the discounted ridge problem, level of the rest. */
  @Test
  void findsAPowerLaw() {
    Told told = powerLaw(new CovariateRegression(0), 300);

    assertEquals(2 + 0.5 * Math.log(11), told.on(Told.day(300, 10)), 0.03);
    assertEquals(0.5 * Math.log(2), onTwice(told, 0) - told.on(Told.day(300, 9, 9)), 0.02);
    assertEquals(0, onTwice(told, 1) - told.on(Told.day(300, 9, 9)));
  }

  @Test
  void beyondWhatWasSeenTheOutermostCounts() {
    Told told = new Told(new CovariateRegression(0));
    for (int t = 0; t < 40; t++) {
      double covariate = 3 + t % 6;
      told.tell(4 * Math.log1p(covariate), Told.day(t, covariate));
    }

    assertEquals(told.on(Told.day(40, 8)), told.on(Told.day(40, 500)));
    assertEquals(told.on(Told.day(40, 3)), told.on(Told.day(40, 0)));
    assertTrue(told.on(Told.day(40, 3)) < told.on(Told.day(40, 8)));
  }

  @Test
  void isSymmetricAboutACovariateOfZero() {
    Told told = new Told(new CovariateRegression(0));
    for (int t = 0; t < 200; t++) {
      double covariate = t % 11 - 5;
      told.tell(
          3 + Math.signum(covariate) * Math.log1p(Math.abs(covariate)), Told.day(t, covariate));
    }

    assertEquals(3 + Math.log(5), told.on(Told.day(200, 4)), 0.05);
    assertEquals(3 - Math.log(5), told.on(Told.day(200, -4)), 0.05);
    assertEquals(3, told.on(Told.day(200, 0)), 0.05);
  }

  @Test
  void followsALevelThatTheCovariatesDoNotExplain() {
    Told told = powerLaw(new CovariateRegression(0), 200);
    for (int t = 200; t < 260; t++) {
      told.tell(7 + 0.5 * Math.log(1 + t % 20), Told.day(t, t % 20));
    }

    assertEquals(7 + 0.5 * Math.log(11), told.on(Told.day(260, 10)), 0.3);
  }

  @Test
  void saysNothingWhereACovariateIsNotKnown() {
    Told told = powerLaw(new CovariateRegression(0), 50);

    assertEquals(UNKNOWN, told.on(Told.day(50, UNKNOWN)));
    assertEquals(UNKNOWN, told.on(Told.day(50)));
  }

  @Test
  void learnsNothingFromOccasionsWhoseCovariateIsNotKnown() {
    Told told = powerLaw(new CovariateRegression(0, 1), 50);
    double[] before = told.member().state();

    told.tell(1e9, Told.day(50, 3, UNKNOWN)).tell(1e9, Told.day(51, UNKNOWN, 3));

    assertArrayEquals(before, told.member().state());
  }

  @Test
  void needsFiveOccasions() {
    Told told = powerLaw(new CovariateRegression(0), 4);
    assertEquals(UNKNOWN, told.on(Told.day(4, 3)));

    told.tell(2, Told.day(4, 0));
    assertTrue(Double.isFinite(told.on(Told.day(5, 3))));
  }

  @Test
  void goesByTheCovariatesAtItsPlaces() {
    Told second = powerLaw(new CovariateRegression(1), 300);
    Told both = powerLaw(new CovariateRegression(0, 1), 300);

    assertEquals(second.on(Told.day(300, 1, 5)), second.on(Told.day(300, 900, 5)));
    assertEquals(0, onTwice(both, 1) - both.on(Told.day(300, 9, 9)), 0.02);
    assertEquals("regression on covariate 2", second.member().title());
    assertEquals("regression on covariate 1 and covariate 2", both.member().title());
  }

  /** Two covariates of 9, but for the one at that place, which and 1 are twice as much. */
  private static double onTwice(Told told, int place) {
    double[] covariates = {9, 9};
    covariates[place] = 19;
    return told.on(Told.day(300, covariates));
  }

  /** Values 2 + ln(1 + c) / 2 of the first covariate; the second one has nothing to do with it. */
  private static Told powerLaw(CovariateRegression member, int length) {
    Told told = new Told(member);
    Random random = new Random(7);
    for (int t = 0; t < length; t++) {
      double covariate = random.nextInt(20);
      told.tell(2 + 0.5 * Math.log(1 + covariate), Told.day(t, covariate, random.nextInt(9)));
    }
    return told;
  }
}
