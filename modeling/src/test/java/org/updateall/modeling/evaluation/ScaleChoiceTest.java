package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.scale.Power;

final class ScaleChoiceTest {

  private final List<ScoredForecasts> twoAlike = List.of(withErrors(), withErrors());
  private final ScaleChoice choice = new ScaleChoice(2);

  /** Quantiles about 10: those of the errors -1 and 1 at the five levels. */
  @Test
  void addsUpThePinballLossOfFiveQuantiles() {
    double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
    double[] quantiles = twoAlike.get(0).quantiles(10, 1, levels).get();
    double expected = 0;
    for (int place = 0; place < levels.length; place++) {
      double excess = 12 - quantiles[place];
      expected += excess > 0 ? levels[place] * excess : (levels[place] - 1) * excess;
    }

    choice.judge(twoAlike, new double[] {10, 10}, 12);

    assertEquals(List.of(expected, expected), choice.losses());
    assertEquals(1, choice.judged());
  }

  @Test
  void keepsTheFirstUntilTenValuesHaveBeenJudged() {
    for (int time = 0; time < 9; time++) {
      choice.judge(twoAlike, new double[] {10, 12}, 12);
      assertEquals(0, choice.best());
    }

    choice.judge(twoAlike, new double[] {10, 12}, 12);
    assertEquals(1, choice.best());
  }

  @Test
  void prefersTheFirstOfEqualOnes() {
    for (int time = 0; time < 20; time++) {
      choice.judge(twoAlike, new double[] {10, 10}, 12);
    }

    assertEquals(0, choice.best());
  }

  @Test
  void isNotDecidedByOneOutlier() {
    for (int time = 0; time < 20; time++) {
      choice.judge(twoAlike, new double[] {10, 12}, 12);
    }
    double before = choice.losses().get(1);

    choice.judge(twoAlike, new double[] {10, 1e9}, 12);

    double most = 8 * choice.typical().stream().mapToDouble(loss -> loss).sorted().toArray()[20];
    assertEquals(0.99 * before + most, choice.losses().get(1), 1e-9);
    assertEquals(1, choice.best());
  }

  @Test
  void forgetsSlowlyWhatServedOnce() {
    for (int time = 0; time < 60; time++) {
      choice.judge(twoAlike, new double[] {10, 12}, 12);
    }
    int needed = 0;
    while (choice.best() == 1) {
      choice.judge(twoAlike, new double[] {12, 10}, 12);
      needed++;
    }

    assertEquals(45, needed, 10);
  }

  @Test
  void goesOnFromWhatItWas() {
    for (int time = 0; time < 12; time++) {
      choice.judge(twoAlike, new double[] {10, 12}, 12 + time % 3);
    }
    ScaleChoice restored = new ScaleChoice(2);
    restored.restore(choice.judged(), choice.losses(), choice.typical());

    choice.judge(twoAlike, new double[] {10, 12}, 900);
    restored.judge(twoAlike, new double[] {10, 12}, 900);

    assertEquals(choice.losses(), restored.losses());
    assertEquals(choice.best(), restored.best());
  }

  @Test
  void knowsTheUpperMedianOfTheLastHundredNumbers() {
    RunningMedian median = new RunningMedian();
    assertEquals(0, median.median());

    median.addAll(Arrays.asList(3.0, 1.0, 2.0));
    assertEquals(2, median.median());
    median.add(5);
    assertEquals(3, median.median());

    for (int i = 0; i < 250; i++) {
      median.add(i);
    }
    assertEquals(200, median.median());
    assertEquals(100, median.values().size());
    assertEquals(249, median.values().get(99));
  }

  private static ScoredForecasts withErrors() {
    ScoredForecasts scored = new ScoredForecasts(Power.IDENTITY, 100, false);
    scored.add(9, 10);
    scored.add(11, 10);
    return scored;
  }
}
