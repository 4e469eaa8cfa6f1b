package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LocalLevelTest {

  @Test
  void isTheMeanIfTheLevelDoesNotWander() {
    assertEquals(7, Told.of(new LocalLevel(0), 4, 6, 11).next(), 1e-5);
    assertEquals("mean", new LocalLevel(0).title());
  }

  /** Gains 1, 2/3 and 5/8: P = 1, then 2/3. */
  @Test
  void filtersByHand() {
    Told told = Told.of(new LocalLevel(1), 4, 6, 11);

    assertEquals(8.875, told.next(), 1e-5);
    assertEquals(1.625 / 2.625, told.member().gain(), 1e-6);
    assertEquals(8.875, told.ahead(5), 1e-5);
  }

  /** K = (sqrt(q^2 + 4 q) - q) / 2, Harvey 1989, section 4.1.2. */
  @Test
  void comesToTheGainOfTheSteadyState() {
    for (double q : new double[] {0.03, 0.3, 1, 4}) {
      LocalLevel level = new LocalLevel(q);
      Told told = new Told(level);
      new Random(1).doubles(200).forEach(told::tell);
      double steady = (Math.sqrt(q * q + 4 * q) - q) / 2;
      double before = told.next();

      told.tell(before + 1);

      assertEquals(steady, level.gain(), 1e-9);
      assertEquals(before + steady, told.next(), 1e-9);
    }
  }

  @Test
  void hasNothingToSayBeforeTheFirstValue() {
    assertEquals(Double.NaN, new Told(new LocalLevel(1)).next());
    assertEquals(60, Told.of(new LocalLevel(0.003), 60).next());
  }
}
