package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinsTest {

  private static double[][] column(double... values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  private static int level(Bins bins, double value) {
    return bins.of(new double[] {value})[0];
  }

  @Test
  void giveEveryValueALevelWhereThereAreFew() {
    Bins bins = Bins.of(column(3, 1, 1, Double.NaN, 2, 3), 1, 4);
    assertEquals(List.of(List.of(1.5, 2.5)), bins.edges());
    assertEquals(3, bins.levels(0));
    assertArrayEquals(new int[] {0}, bins.of(new double[] {-7}));
    assertEquals(0, level(bins, 1.5));
    assertEquals(1, level(bins, 2));
    assertEquals(2, level(bins, 99));
    assertEquals(3, level(bins, Double.NaN));
  }

  @Test
  void giveLevelsAboutTheSameNumberOfRows() {
    double[] values = new Random(4).doubles(600).toArray();
    Bins bins = Bins.of(column(values), 1, 32);
    int[] counts = new int[32];
    Arrays.stream(values).forEach(value -> counts[level(bins, value)]++);
    assertEquals(32, bins.levels(0));
    assertTrue(Arrays.stream(counts).allMatch(count -> count >= 17 && count <= 20));
  }

  @Test
  void keepEqualValuesTogether() {
    double[] values = new double[300];
    Arrays.fill(values, 0, 150, 5);
    Arrays.setAll(values, i -> i < 150 ? 5 : i);
    Bins bins = Bins.of(column(values), 1, 8);
    assertTrue(bins.levels(0) >= 4 && bins.levels(0) <= 8);
    assertTrue(level(bins, 5) < level(bins, 150));
  }

  @Test
  void haveOneLevelForWhatIsNeverKnownOrAlwaysTheSame() {
    assertEquals(1, Bins.of(column(Double.NaN, Double.NaN), 1, 8).levels(0));
    assertEquals(1, Bins.of(column(2, 2, 2), 1, 8).levels(0));
    assertEquals(1, Bins.of(new double[0][], 1, 8).levels(0));
  }

  @Test
  void tellNeighbouringNumbersApart() {
    double one = 1;
    double next = Math.nextUp(one);
    Bins bins = Bins.of(column(one, next, Math.nextUp(next)), 1, 8);
    assertEquals(0, level(bins, one));
    assertEquals(1, level(bins, next));
    assertEquals(2, level(bins, Math.nextUp(next)));
  }

  @Test
  void refuseEdgesThatDoNotRise() {
    for (double second : new double[] {1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      List<List<Double>> edges = List.of(List.of(1.0, second));
      assertThrows(IllegalArgumentException.class, () -> new Bins(edges));
    }
  }
}
