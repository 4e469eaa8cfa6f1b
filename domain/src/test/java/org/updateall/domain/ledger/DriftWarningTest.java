package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.updateall.domain.ledger.DriftWarning.Kind;

class DriftWarningTest {

  private static final int SERIES = 40_000;

  @Test
  void theBinomialTailIsExact() {
    assertEquals(1, DriftWarning.tail(20, 0, 0.1), 1e-12);
    assertEquals(1 - Math.pow(0.9, 20), DriftWarning.tail(20, 1, 0.1), 1e-12);
    assertEquals(6.0 / 16, DriftWarning.tail(4, 2, 0.5) - DriftWarning.tail(4, 3, 0.5), 1e-12);
  }

  @Test
  void whatFitsIsCalledOdd_InLessThanOneOfAThousandLooks() {
    SplittableRandom random = new SplittableRandom(11);
    int warned = 0;
    for (int i = 0; i < SERIES; i++) {
      warned += warnings(random, 45, u -> u).isEmpty() ? 0 : 1;
    }
    double most = SERIES * 2.0 / DriftWarning.ONE_IN;
    assertTrue(warned <= most + 3 * Math.sqrt(most), "false alarms: " + warned);
    assertTrue(warned > most / 20, "the rules can never speak: " + warned);
  }

  @Test
  void intervalsOfHalfTheirLevelAreFoundWithinAMonth() {
    // Every second outcome is beyond all bounds: 45 % inside instead of 90 %.
    assertTrue(found(Kind.OUTSIDE, 30, u -> u < 0.5 ? 2 * u : 10) > 0.95);
  }

  @Test
  void aLevelThatRoseAboveAllBoundsIsFoundWithinTwelveRuns() {
    assertTrue(found(Kind.ABOVE, 12, u -> 2 + u) == 1);
    assertTrue(found(Kind.OUTSIDE, 6, u -> 2 + u) == 1);
  }

  @Test
  void aSlightRiseThatNothingFollowsIsFoundInTheEnd() {
    // 8 of 10 outcomes lie above the point; a sixth of all looks of twelve find twelve of them.
    double share = found(Kind.ABOVE, 45, u -> 0.3 + 0.7 * Math.min(1, u * 1.2));
    assertTrue(share > 0.01, "found: " + share);
  }

  @Test
  void oneOutcomeOutsideIsNotOdd() {
    assertEquals(List.of(), DriftWarning.of(Judgements.uniform(1000)));
    assertEquals(List.of(), DriftWarning.of(Judgements.uniform(50, 50, 1000)));
    assertEquals(List.of(), DriftWarning.of(List.of()));
  }

  @Test
  void tellsHowManyOfHowMany() {
    double[] outcomes = Collections.nCopies(12, 20.0).stream().mapToDouble(d -> d).toArray();
    assertEquals(
        List.of(new DriftWarning(Kind.BELOW, 12, 12)),
        DriftWarning.of(Judgements.uniform(outcomes)));

    assertEquals(
        List.of(new DriftWarning(Kind.OUTSIDE, 5, 6)),
        DriftWarning.of(Judgements.uniform(0, 200, 0, 200, 50, 200)));
  }

  @Test
  void onlyTheNewestCount() {
    double[] outcomes = new double[60];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = i < 30 ? 500 : 10 + 80 * (i % 2);
    }
    assertEquals(List.of(), DriftWarning.of(Judgements.uniform(outcomes)));
  }

  private static double found(Kind kind, int runs, DoubleUnaryOperator outcome) {
    SplittableRandom random = new SplittableRandom(12);
    int found = 0;
    int looks = 1000;
    for (int i = 0; i < looks; i++) {
      found +=
          warnings(random, runs, outcome).stream().anyMatch(each -> each.kind() == kind) ? 1 : 0;
    }
    return (double) found / looks;
  }

  /** What is warned of where an outcome is a function of a uniform number; itself fits. */
  private static List<DriftWarning> warnings(
      SplittableRandom random, int runs, DoubleUnaryOperator outcome) {
    double[] outcomes = new double[runs];
    for (int i = 0; i < runs; i++) {
      outcomes[i] = 100 * outcome.applyAsDouble(random.nextDouble());
    }
    return DriftWarning.of(Judgements.uniform(outcomes));
  }
}
