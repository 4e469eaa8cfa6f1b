package org.updateall.modeling.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DurationLawTest {

  private static final double[] QUANTILES = Laws.lognormal(100, 0.4);

  @Test
  void isThePredictedLawAtItsQuantilesIfNothingStalls() {
    DurationLaw law = Laws.withoutStalls(QUANTILES);

    for (int i = 0; i < QUANTILES.length; i++) {
      assertEquals(1 - Laws.LEVELS[i], law.survival(QUANTILES[i]), 1e-6);
      assertEquals(QUANTILES[i], law.duration(Laws.normal(Laws.LEVELS[i])), 1e-4);
    }
  }

  @Test
  void letsOneInAHundredTakeLongerByAnyFactor() {
    PredictedLaw predicted = new PredictedLaw(Laws.LEVELS, QUANTILES);
    DurationLaw law = new DurationLaw(predicted, 0.01);

    for (double x : new double[] {20, 90, 150, 400, 5000}) {
      double stalled = 0;
      int parts = 200_000;
      for (int i = 0; i < parts; i++) {
        stalled += predicted.survival(x * (i + 0.5) / parts) / parts;
      }
      assertEquals(0.99 * predicted.survival(x) + 0.01 * stalled, law.survival(x), 1e-7);
    }
  }

  @Test
  void goesOnForEverTwiceAsLongForHalfOfWhatLastsSoLong() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);

    for (double x = 1e5; x < 1e9; x *= 10) {
      assertEquals(0.5, law.survival(2 * x) / law.survival(x), 1e-6);
    }
    double last = law.duration(law.score(3e6));
    assertEquals(3e6, last, 1e-6 * last);
  }

  @Test
  void declinesWithoutABreakBeyondTheLastQuantile() {
    DurationLaw law = Laws.withoutStalls(QUANTILES);
    double end = law.highest();
    double decline = Math.log(law.survival(0.95 * end) / law.survival(end)) / (0.05 * end);
    double after = Math.log(law.survival(end) / law.survival(1.05 * end)) / (0.05 * end);

    assertEquals(1, after / decline, 0.35);
  }

  @Test
  void hasScoresThatAscendAndThatDurationsComeBackFrom() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    double[] knots = law.knots();

    for (int k = 1; k < knots.length; k++) {
      assertTrue(knots[k] > knots[k - 1] && law.score(knots[k]) > law.score(knots[k - 1]));
    }
    for (double x : new double[] {40, 70, 100, 180, 900, 20_000}) {
      assertEquals(1, law.duration(law.score(x)) / x, 0.01);
    }
  }

  @Test
  void growsWithItsQuantiles() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    DurationLaw longer = DurationLaw.of(Laws.LEVELS, Laws.times(QUANTILES, 60));

    for (double x = 1; x < 10_000; x *= 1.3) {
      assertEquals(law.survival(x), longer.survival(60 * x), 1e-9);
    }
  }

  @Test
  void placesAnOutcomeInTheMiddleOfEqualQuantiles() {
    double[] quantiles = Laws.lognormal(10, 0.5);
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Math.round(quantiles[i]);
    }
    DurationLaw law = Laws.withoutStalls(quantiles);
    double below = law.score(9.999);
    double above = law.score(10.001);

    assertTrue(above - below > 0.1, "10 is told several times");
    assertEquals((above + below) / 2, law.scoreOfOutcome(10), 0.01);
  }

  @Test
  void doesNotTakeTheBoundOfWhatIsKnownForTheEnd() {
    double[] quantiles = QUANTILES.clone();
    int known = quantiles.length - 4;
    Arrays.fill(quantiles, known, quantiles.length, quantiles[known]);
    DurationLaw law = Laws.withoutStalls(quantiles);

    assertEquals(0.05, 1 - Laws.LEVELS[known], 1e-9);
    assertEquals(0.05, law.survival(quantiles[known]), 1e-6);
    assertEquals(0.025, law.survival(QUANTILES[known + 1]), 0.01);
    assertEquals(quantiles[known], law.highest(), 1e-4);
  }

  @Test
  void isALawEvenOfWhatNeverTookTime() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, new double[Laws.LEVELS.length]);

    assertTrue(law.duration(0) >= 0 && law.duration(0) < 1e-3);
    assertTrue(law.survival(1) > 0 && law.survival(1) < 1e-3);
    assertEquals(0.5, law.survival(200) / law.survival(100), 1e-6);
  }
}
