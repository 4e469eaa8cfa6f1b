package org.updateall.modeling.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunningLawTest {

  private static final double[] QUANTILES = Laws.lognormal(100, 0.4);
  private static final double[] PROBABILITIES = {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999};

  @Test
  void isTheTruncatedLawIfNothingElseIsKnown() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    for (double elapsed : new double[] {0, 50, 95, 130, 500, 1e5}) {
      RunningLaw.Given given = RunningLaw.of(law, elapsed, null).given(0, 1);
      for (double p : PROBABILITIES) {
        double duration = given.duration(p);
        assertTrue(duration >= elapsed);
        assertEquals(
            p, 1 - law.survival(duration) / law.survival(elapsed), 0.01, elapsed + " " + p);
      }
      assertEquals(law.survival(elapsed), given.likelihood(), 1e-9);
    }
  }

  @Test
  void isExactWithinTheGrid() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    RunningLaw.Given given = RunningLaw.of(law, 80, null).given(0, 1);

    for (double p : new double[] {0.05, 0.5, 0.9}) {
      assertEquals(p, 1 - law.survival(given.duration(p)) / law.survival(80), 1e-4);
    }
  }

  @Test
  void followsWhatIsKnownOfOthers() {
    DurationLaw law = Laws.withoutStalls(QUANTILES);
    RunningLaw.Given given = RunningLaw.of(law, 0, null).given(0.8, 0.6);

    for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      double expected = 100 * Math.exp(0.4 * (0.8 + 0.6 * Laws.normal(p)));
      assertEquals(1, given.duration(p) / expected, 0.02);
      assertEquals(0.8 + 0.6 * Laws.normal(p), given.score(p), 0.05);
    }
  }

  @Test
  void believesTheShareDoneTheMoreTheFurtherItIs() {
    DurationLaw law = Laws.withoutStalls(QUANTILES);
    double elapsed = 60;

    for (double share : new double[] {0.1, 0.3, 0.5, 0.8}) {
      double told = 0.3 * Math.sqrt((1 - share) / share);
      double weight = 1 / (told * told) / (1 / (told * told) + 1 / (0.4 * 0.4));
      double mean = (1 - weight) * Math.log(100) + weight * Math.log(elapsed / share);
      double deviation = Math.sqrt(1 / (1 / (told * told) + 1 / (0.4 * 0.4)));
      RunningLaw.Given given = RunningLaw.of(law, 1, new ShareDone(share, elapsed, 0)).given(0, 1);
      assertEquals(mean, Math.log(given.duration(0.5)), 0.35 * deviation, "at " + share);
    }
  }

  @Test
  void isThePosteriorOfItsFormulaWithAShareDone() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    ShareDone done = new ShareDone(0.4, 30, 0);
    double elapsed = 45;
    double below = 0;
    double all = 0;
    RunningLaw.Given given = RunningLaw.of(law, elapsed, done).given(0, 1);
    double median = given.duration(0.5);
    for (double x = elapsed; x < 5e5; x *= 1.0005) {
      double mass = law.survival(x) - law.survival(x * 1.0005);
      all += mass * done.likelihood(x);
      below += x < median ? mass * done.likelihood(x) : 0;
    }

    assertEquals(0.5, below / all, 0.01);
    assertEquals(all, given.likelihood(), 0.01 * all);
  }

  @Test
  void expectsSomethingYetOfWhatIsDoneByItsOwnWordAndGoesOn() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    ShareDone everything = new ShareDone(1, 50, 0);

    double soon = RunningLaw.of(law, 51, everything).given(0, 1).duration(0.5) - 51;
    double later = RunningLaw.of(law, 90, everything).given(0, 1).duration(0.5) - 90;
    double silent = RunningLaw.of(law, 90, null).given(0, 1).duration(0.5) - 90;

    assertTrue(soon > 0 && soon < 5, "the word is taken: " + soon);
    assertEquals(silent, later, 0.15 * silent, "the word has proved wrong");
  }

  @Test
  void believesAShareLessThatWentBack() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);

    double firm = spread(law, new ShareDone(0.5, 60, 0));
    double shaky = spread(law, new ShareDone(0.5, 60, 2));

    assertTrue(firm < 0.8 * shaky, firm + " " + shaky);
  }

  private static double spread(DurationLaw law, ShareDone done) {
    RunningLaw.Given given = RunningLaw.of(law, 60, done).given(0, 1);
    return given.duration(0.9) - given.duration(0.1);
  }

  @Test
  void neverExpectsTheEndEarlierForTimeThatHasPassed() {
    DurationLaw law = DurationLaw.of(Laws.LEVELS, QUANTILES);
    ShareDone done = new ShareDone(0.3, 30, 0);
    for (double p : PROBABILITIES) {
      double end = 0;
      for (double elapsed = 30; elapsed < 3000; elapsed += 0.5) {
        double later = RunningLaw.of(law, elapsed, done).given(0.3, 0.9).duration(p);
        assertTrue(later >= end - 1e-9 * end, "at " + elapsed);
        end = later;
      }
    }
  }
}
