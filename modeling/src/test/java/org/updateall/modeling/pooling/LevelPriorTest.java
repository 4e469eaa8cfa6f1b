package org.updateall.modeling.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LevelPriorTest {

  @Test
  void addsUpWhatRowAndColumnSay() {
    List<SeriesSummary> others = new ArrayList<>();
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 3; column++) {
        if (row != 7 || column != 2) {
          others.add(new SeriesSummary(row, column, 20, row + 2.0 * column, 0.01));
        }
      }
    }

    LevelPrior prior = LevelPrior.of(others, 7, 2, 0.1).get();

    assertEquals(7 + 4, prior.mean(), 0.8);
    assertTrue(prior.variance() < 2, prior.toString());
  }

  @Test
  void knowsLessOfARowThatWasNeverSeen() {
    List<SeriesSummary> others = drawn(new Random(3), 10, 3);

    LevelPrior seen = LevelPrior.of(others, 0, 9, 0.1).get();
    LevelPrior unseen = LevelPrior.of(others, 99, 0, 0.1).get();

    assertTrue(seen.variance() < unseen.variance(), seen + " and " + unseen);
  }

  @Test
  void findsTheVariancesThatLevelsWereDrawnWith() {
    List<SeriesSummary> others = drawn(new Random(5), 40, 25);
    double[] errors = new double[others.size()];

    LevelComponents components = LevelComponents.of(others, errors);

    assertEquals(4, components.row(), 1.6);
    assertEquals(1, components.column(), 0.6);
    assertEquals(0.25, components.rest(), 0.05);
  }

  @Test
  void saysNothingWithoutOthers() {
    assertTrue(LevelPrior.of(List.of(), 0, 0, 0.3).isEmpty());
  }

  /** Rows with standard deviation 2, columns with 1, the rest with 0.5. */
  private static List<SeriesSummary> drawn(Random random, int rows, int columns) {
    double[] ofColumn = random.doubles(columns).toArray();
    for (int column = 0; column < columns; column++) {
      ofColumn[column] = random.nextGaussian();
    }
    List<SeriesSummary> drawn = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double ofRow = 2 * random.nextGaussian();
      for (int column = 0; column < columns; column++) {
        double level = ofRow + ofColumn[column] + 0.5 * random.nextGaussian();
        drawn.add(new SeriesSummary(row, column, 20, level, 0.01));
      }
    }
    return drawn;
  }
}
