package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.scale.Power;

final class EarlyErrorsTest {

  private static final EarlyErrors EARLY = EarlyErrors.of(ReferenceErrors.shipped());

  @Test
  void keepsQuantilesOfFewerThanTwentyErrorsToFourDigits() {
    ReferenceErrors all = EARLY.all();
    for (Power power : Power.values()) {
      for (int row = 0; row < 10; row++) {
        ReferenceErrors.Row whole = ReferenceErrors.shipped().rows(power).get(row);
        ReferenceErrors.Row kept = all.rows(power).get(row);
        for (int place : new int[] {0, 1, 2, 3, 5, 21, 37, 39, 42}) {
          double expected = whole.signed().get(place);
          assertEquals(expected, kept.signed().get(place), 1e-3 * Math.abs(expected));
        }
        double expected = whole.absolute().get(18);
        assertEquals(expected, kept.absolute().get(18), 1e-3 * expected);
      }
    }
  }

  @Test
  void goesOnFromTheTwentiethErrorAsBeforeIt() {
    List<ReferenceErrors.Row> rows = EARLY.all().rows(Power.SQUARE_ROOT);

    assertEquals(ReferenceErrors.from().size(), rows.size());
    assertEquals(rows.get(9), rows.get(10));
    assertEquals(rows.get(9), rows.get(14));
  }

  @Test
  void isTheSameMadeOfWhatItMakes() {
    assertEquals(EARLY, EarlyErrors.of(EARLY.all()));
  }

  @Test
  void standsBackForTheShippedOnesWhereThereAreNone() {
    assertSame(ReferenceErrors.shipped(), EarlyErrors.orShipped(null));
  }

  @Test
  void refusesWhatIsNotWhole() {
    assertThrows(IllegalArgumentException.class, () -> new EarlyErrors(Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new EarlyErrors.Row(List.of(1.0), List.of(1.0)));
  }
}
