package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AnalogueTest {

  @Test
  void followsAnAlternation() {
    double[] alternating = IntStream.range(0, 30).mapToDouble(t -> t % 2 == 0 ? 1 : 9).toArray();

    assertEquals(1, Told.of(new Analogue(7, 1), alternating).ahead(1));
    assertEquals(9, Told.of(new Analogue(7, 1), alternating).ahead(2));
    assertEquals(1, Told.of(new Analogue(7, 1), alternating).ahead(3));
  }

  @Test
  void takesWhatFollowedTheNearestValue() {
    double[] values = rising();
    values[19] = 105.4;

    assertEquals(106, Told.of(new Analogue(1, 1), values).ahead(1));
    assertEquals(107, Told.of(new Analogue(1, 1), values).ahead(2));
    assertEquals(106.5, Told.of(new Analogue(2, 1), values).ahead(1));
  }

  @Test
  void prefersTheNewerOfEquallyNearOnes() {
    double[] values = rising();
    values[3] = 500;
    values[9] = 500;
    values[19] = 500;

    assertEquals(110, Told.of(new Analogue(1, 1), values).next());
  }

  @Test
  void comparesTheValueBeforeAtHalfItsWeight() {
    double[] values = rising();
    set(values, 3, 1, 50, 7);
    set(values, 8, 2, 50, 8);
    set(values, 13, 2, 50.6, 9);
    set(values, 18, 2, 50);

    assertEquals(8, Told.of(new Analogue(1, 2), values).next());

    set(values, 8, 3.1, 50);
    assertEquals(7, Told.of(new Analogue(1, 2), values).next());

    set(values, 13, 2, 50.4);
    assertEquals(9, Told.of(new Analogue(1, 2), values).next());
  }

  @Test
  void needsTwentyValues() {
    double[] values = rising();

    assertEquals(Double.NaN, Told.of(new Analogue(7, 1), Arrays.copyOf(values, 19)).next());
    assertEquals(116, Told.of(new Analogue(7, 1), values).next());
    assertEquals("analogues", new Analogue(7, 1).title());
    assertEquals("analogues of 2", new Analogue(7, 2).title());
  }

  private static double[] rising() {
    return DoubleStream.iterate(100, value -> value + 1).limit(20).toArray();
  }

  private static void set(double[] values, int from, double... what) {
    System.arraycopy(what, 0, values, from, what.length);
  }
}
