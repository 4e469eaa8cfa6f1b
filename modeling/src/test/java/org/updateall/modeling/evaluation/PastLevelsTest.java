package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.modeling.interval.Levels;

class PastLevelsTest {

  private static final double[] GRID = Levels.all();

  /** A hundred times the level. */
  private static final double[] UNIFORM = Arrays.stream(GRID).map(level -> 100 * level).toArray();

  @Test
  void comparesWithTheGridOfPredictiveDistributions() {
    assertArrayEquals(PredictiveDistribution.levels(), GRID);
  }

  @Test
  void givesTheLevelOfAValueBetweenTwoQuantiles() {
    for (double level : new double[] {0.006, 0.02, 0.31, 0.5, 0.762, 0.98, 0.994}) {
      assertEquals(level, PastLevels.level(100 * level, UNIFORM), 1e-12);
    }
  }

  @Test
  void staysInsideWhereTheValueIsBeyondAllQuantiles() {
    assertEquals(0.0025, PastLevels.level(0, UNIFORM));
    assertEquals(0.9975, PastLevels.level(1e9, UNIFORM));
  }

  /** From 0.4 to 0.6 all quantiles are the value, and in the other case all of them. */
  @Test
  void takesTheMiddleWhereSeveralQuantilesAreTheValue() {
    double[] flat =
        Arrays.stream(UNIFORM).map(each -> each >= 40 && each <= 60.5 ? 50 : each).toArray();
    double[] same = new double[GRID.length];
    Arrays.fill(same, 7);

    assertEquals(0.5, PastLevels.level(50, flat), 1e-12);
    assertEquals(0.5, PastLevels.level(7, same), 1e-12);
    assertEquals(0.9975, PastLevels.level(8, same));
  }

  @Test
  void keepsTheNewest() {
    PastLevels levels = PastLevels.NONE;
    for (int time = 0; time < 200; time++) {
      levels = levels.plus(time, 50, UNIFORM);
    }

    assertEquals(150, levels.levels().size());
    assertEquals(50, levels.times().get(0));
    assertEquals(199, levels.times().get(149));
  }

  @Test
  void refusesWhatIsDamaged() {
    for (PastLevelsParts parts :
        List.of(
            new PastLevelsParts(List.of(1.0), List.of()),
            new PastLevelsParts(List.of(1.0), List.of(1.0)),
            new PastLevelsParts(List.of(1.0), List.of(Double.NaN)),
            new PastLevelsParts(List.of(Double.NaN), List.of(0.5)))) {
      assertThrows(
          IllegalArgumentException.class, () -> new PastLevels(parts.times(), parts.levels()));
    }
  }

  private record PastLevelsParts(List<Double> times, List<Double> levels) {}
}
