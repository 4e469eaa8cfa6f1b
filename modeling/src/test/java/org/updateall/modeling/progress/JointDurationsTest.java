package org.updateall.modeling.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointDurationsTest {

  private static final int DRAWS = 1024;
  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final double[] DEVIATIONS = {0.3, 0.5, 0.4};

  private static JointDurations durations(double correlation, double factor) {
    return JointDurations.of(
        Laws.LEVELS,
        Arrays.stream(DEVIATIONS)
            .mapToObj(deviation -> Laws.times(Laws.lognormal(100, deviation), factor))
            .toArray(double[][]::new),
        equal(3, correlation),
        DRAWS);
  }

  private static DurationLaw law(int index) {
    return DurationLaw.of(Laws.LEVELS, Laws.lognormal(100, DEVIATIONS[index]));
  }

  private static double[][] equal(int size, double correlation) {
    double[][] correlations = new double[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.fill(correlations[i], correlation);
      correlations[i][i] = 1;
    }
    return correlations;
  }

  private static double sum(double[] left) {
    return Arrays.stream(left).sum();
  }

  @Test
  void hasNothingLeftOfWhatHasEndedOrIsAbsent() {
    DrawsLeft draws =
        durations(0.5, 1).left(List.of(Standing.ended(90), Standing.ABSENT, Standing.WAITING));

    assertArrayEquals(new double[5], draws.quantiles(0, LEVELS));
    assertArrayEquals(new double[5], draws.quantiles(1, LEVELS));
    assertArrayEquals(draws.quantiles(2, LEVELS), draws.quantiles(JointDurationsTest::sum, LEVELS));
  }

  @Test
  void hasNothingLeftOnceEverythingHasEnded() {
    DrawsLeft draws =
        durations(0.5, 1).left(List.of(Standing.ended(90), Standing.ended(0), Standing.ended(1e6)));

    assertArrayEquals(new double[5], draws.quantiles(JointDurationsTest::sum, LEVELS));
  }

  @Test
  void givesWhatWaitsItsOwnLawWhileNothingIsKnown() {
    DrawsLeft draws =
        durations(0.7, 1).left(List.of(Standing.WAITING, Standing.WAITING, Standing.WAITING));

    for (int i = 0; i < DEVIATIONS.length; i++) {
      double[] quantiles = draws.quantiles(i, LEVELS);
      for (int k = 0; k < LEVELS.length; k++) {
        double expected = law(i).duration(Laws.normal(LEVELS[k]));
        assertEquals(1, quantiles[k] / expected, 0.02);
      }
    }
  }

  @Test
  void expectsMoreOfTheOthersWhenTheFirstTookLong() {
    double correlation = 0.7;
    double score = 1.5;
    DrawsLeft draws =
        durations(correlation, 1)
            .left(
                List.of(
                    Standing.ended(law(0).duration(score)), Standing.WAITING, Standing.WAITING));

    for (int i = 1; i < DEVIATIONS.length; i++) {
      double[] quantiles = draws.quantiles(i, LEVELS);
      for (int k = 0; k < LEVELS.length; k++) {
        double z =
            correlation * score + Math.sqrt(1 - correlation * correlation) * Laws.normal(LEVELS[k]);
        assertEquals(1, quantiles[k] / law(i).duration(z), 0.02);
      }
    }
  }

  /** By rejection: of a million joint draws, those in which both that run last longer. */
  @Test
  void agreesWithRejectionWhenSeveralRun() {
    double correlation = 0.6;
    double[] elapsed = {125, 150};
    DrawsLeft draws =
        durations(correlation, 1)
            .left(
                List.of(
                    Standing.running(elapsed[0], null),
                    Standing.running(elapsed[1], null),
                    Standing.WAITING));
    List<DurationLaw> laws = List.of(law(0), law(1), law(2));
    List<double[]> kept = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 1_000_000; i++) {
      double shock = Math.sqrt(correlation) * random.nextGaussian();
      double[] drawn = new double[3];
      for (int j = 0; j < 3; j++) {
        double z = shock + Math.sqrt(1 - correlation) * random.nextGaussian();
        drawn[j] = laws.get(j).duration(z);
      }
      if (drawn[0] > elapsed[0] && drawn[1] > elapsed[1]) {
        kept.add(new double[] {drawn[0] - elapsed[0], drawn[1] - elapsed[1], drawn[2]});
      }
    }

    for (int j = 0; j < 3; j++) {
      int thing = j;
      double[] sorted = kept.stream().mapToDouble(each -> each[thing]).sorted().toArray();
      double scale = sorted[(int) (0.9 * sorted.length)] - sorted[sorted.length / 10];
      double[] quantiles = draws.quantiles(j, LEVELS);
      for (int k = 1; k < LEVELS.length - 1; k++) {
        double expected = sorted[(int) (LEVELS[k] * sorted.length)];
        assertEquals(expected, quantiles[k], 0.06 * scale, j + " at " + LEVELS[k]);
      }
    }
    assertTrue(draws.effectiveDraws() > DRAWS / 3.0, "" + draws.effectiveDraws());
  }

  @Test
  void leavesSomethingOfWhatRunsHoweverLongItHas() {
    for (double elapsed = 1e-3; elapsed < 1e9; elapsed *= 3) {
      DrawsLeft draws =
          durations(0.8, 1)
              .left(
                  List.of(
                      Standing.ended(95),
                      Standing.running(elapsed, new ShareDone(1, elapsed, 0)),
                      Standing.running(elapsed, null)));
      for (int i = 1; i < 3; i++) {
        double[] quantiles = draws.quantiles(i, Laws.LEVELS);
        assertTrue(quantiles[0] > 0, "after " + elapsed);
        for (int k = 1; k < quantiles.length; k++) {
          assertTrue(quantiles[k] >= quantiles[k - 1] && Double.isFinite(quantiles[k]));
        }
      }
    }
  }

  @Test
  void expectsAsMuchAgainOfWhatHasStalled() {
    DrawsLeft draws =
        durations(0, 1)
            .left(List.of(Standing.running(1e6, null), Standing.ABSENT, Standing.ABSENT));

    assertEquals(1e6, draws.quantiles(0, new double[] {0.5})[0], 1e4);
  }

  @Test
  void doesNotTakeAStallForAReasonToExpectOthersToStall() {
    DrawsLeft last =
        durations(0.5, 1).left(List.of(Standing.ended(217), Standing.WAITING, Standing.ABSENT));
    DrawsLeft stalled =
        durations(0.5, 1).left(List.of(Standing.ended(1e5), Standing.WAITING, Standing.ABSENT));

    double[] expected = last.quantiles(1, LEVELS);
    double[] actual = stalled.quantiles(1, LEVELS);
    for (int k = 0; k < LEVELS.length; k++) {
      assertEquals(1, actual[k] / expected[k], 1e-3);
    }
  }

  @Test
  void growsWithItsLaws() {
    double factor = 60;
    DrawsLeft draws = durations(0.4, 1).left(midway(1));
    DrawsLeft longer = durations(0.4, factor).left(midway(factor));

    assertArrayEquals(
        Laws.times(draws.quantiles(JointDurationsTest::sum, LEVELS), factor),
        longer.quantiles(JointDurationsTest::sum, LEVELS),
        1e-5 * factor);
  }

  private static List<Standing> midway(double factor) {
    return List.of(
        Standing.ended(80 * factor),
        Standing.running(60 * factor, new ShareDone(0.4, 50 * factor, 0)),
        Standing.WAITING);
  }

  @Test
  void doesNotExpectTheEndEarlierForTimeThatHasPassed() {
    JointDurations durations = durations(0.6, 1);
    double[] ends = new double[LEVELS.length];
    for (double elapsed = 1; elapsed < 500; elapsed += 1) {
      DrawsLeft draws =
          durations.left(
              List.of(
                  Standing.running(elapsed, null),
                  Standing.running(elapsed + 5, new ShareDone(0.3, 5, 0)),
                  Standing.WAITING));
      double[] left = draws.quantiles(JointDurationsTest::sum, LEVELS);
      for (int k = 0; k < LEVELS.length; k++) {
        double end = left[k] + 2 * elapsed;
        assertTrue(
            end >= ends[k] - 1e-3 * end, "at %s: %s after %s".formatted(elapsed, end, ends[k]));
        ends[k] = Math.max(end, ends[k]);
      }
    }
  }

  @Test
  void survivesKnowledgeThatCannotBe() {
    double[][] quantiles = {Laws.lognormal(100, 0.1), Laws.lognormal(100, 0.1)};
    JointDurations durations = JointDurations.of(Laws.LEVELS, quantiles, equal(2, 0.999), DRAWS);

    DrawsLeft draws = durations.left(List.of(Standing.ended(1), Standing.running(1e7, null)));

    assertTrue(draws.quantiles(1, LEVELS)[0] > 0);
    assertTrue(draws.effectiveDraws() > 1000);
  }

  @Test
  void isNoMoreThanItsPartsWhenNothingDependsOnAnything() {
    int size = 30;
    double[][] quantiles =
        IntStream.range(0, size)
            .mapToObj(i -> Laws.lognormal(10 + i, 0.3))
            .toArray(double[][]::new);
    JointDurations durations = JointDurations.of(Laws.LEVELS, quantiles, equal(size, 0), DRAWS);
    DrawsLeft draws =
        durations.left(IntStream.range(0, size).mapToObj(i -> Standing.WAITING).toList());
    double mean = IntStream.range(0, size).mapToDouble(i -> (10 + i) * Math.exp(0.045)).sum();

    assertEquals(1, draws.quantiles(JointDurationsTest::sum, LEVELS)[2] / mean, 0.03);
  }

  @Test
  void refusesAnotherNumberOfThings() {
    JointDurations durations = durations(0, 1);

    assertThrows(IllegalArgumentException.class, () -> durations.left(List.of(Standing.WAITING)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            JointDurations.of(Laws.LEVELS, new double[][] {Laws.lognormal(1, 1)}, equal(2, 0), 8));
  }
}
