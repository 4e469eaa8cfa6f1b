package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SeasonalMedianTest {

  private static final SeasonalMedian QUARTERS = new SeasonalMedian(4, 3);

  @Test
  void takesTheMedianOfTheSamePlaceOfTheNewestSeasons() {
    Told told = Told.of(QUARTERS, 90, 91, 92, 93, 1, 20, 30, 40, 3, 22, 32, 42, 2, 21, 39, 41);

    assertEquals(2, told.ahead(1));
    assertEquals(21, told.ahead(2));
    assertEquals(32, told.ahead(3));
    assertEquals(41, told.ahead(4));
    assertEquals(2, told.ahead(5));
    assertEquals(41, told.ahead(8));
  }

  @Test
  void needsOneWholeSeason() {
    Told told = Told.of(QUARTERS, 1, 2, 3);
    assertEquals(Double.NaN, told.ahead(1));
    assertEquals(1, told.ahead(2));
    assertEquals(3, told.ahead(4));

    told.tell(4);
    assertEquals(1, told.ahead(1));
    assertEquals(Double.NaN, new Told(QUARTERS).ahead(4));
  }
}
