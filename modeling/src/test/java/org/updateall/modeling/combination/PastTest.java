package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PastTest {

  @Test
  void countsBackFromTheNewest() {
    Past past = pastOf(3);

    assertEquals(3, past.size());
    assertEquals(2, past.value(0));
    assertEquals(0, past.value(2));
    assertEquals(Told.day(2), past.occasion(0));
    assertArrayEquals(new double[] {2, 1}, past.newest(2));
  }

  @Test
  void forgetsWhatIsBeyondItsCapacity() {
    Past past = pastOf(1_000);

    assertEquals(400, past.size());
    assertEquals(1_000, past.seen());
    assertEquals(999, past.value(0));
    assertEquals(600, past.value(399));
    assertEquals(Told.day(600), past.occasion(399));
  }

  @Test
  void takesTheMedianOfAsManyAsThereAre() {
    assertEquals(1.5, pastOf(4).median(25));
    assertEquals(2.5, pastOf(4).median(2));
    assertEquals(Double.NaN, new Past().median(3));
  }

  @Test
  void isMadeAgainFromItsNewestValues() {
    Past past = pastOf(1_000);
    List<Double> newest = Collections.nCopies(400, 7.0);
    Past again = Past.of(1_000, Collections.nCopies(400, Told.day(1)), newest);

    past.add(Told.day(2_000), 8);
    again.add(Told.day(2_000), 8);

    assertEquals(1_001, again.seen());
    assertEquals(8, again.value(0));
    assertEquals(7, again.value(1));
    assertEquals(400, again.size());
    assertThrows(
        IllegalArgumentException.class,
        () -> Past.of(500, Collections.nCopies(401, Told.day(1)), Collections.nCopies(401, 7.0)));
  }

  private static Past pastOf(int count) {
    Past past = new Past();
    for (int i = 0; i < count; i++) {
      past.add(Told.day(i), i);
    }
    return past;
  }
}
