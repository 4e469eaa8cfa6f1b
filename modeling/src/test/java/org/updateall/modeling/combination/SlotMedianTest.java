package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;

final class SlotMedianTest {

  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;

  @Test
  void knowsTheHoursOfTheDay() {
    Told told = byNightAndByDay(0);

    assertEquals(1, told.on(new Occasion(10 * DAY + 2 * HOUR)));
    assertEquals(1, told.on(new Occasion(10 * DAY + 4 * HOUR - 1)));
    assertEquals(5, told.on(new Occasion(11 * DAY + 15.5 * HOUR)));
    assertEquals(Double.NaN, told.on(new Occasion(10 * DAY + 4 * HOUR)));
  }

  @Test
  void countsHoursBefore1970AsWell() {
    assertEquals(5, byNightAndByDay(-4_000).on(new Occasion(-3_900 * DAY + 14 * HOUR)));
  }

  @Test
  void knowsTheDayOfTheWeek() {
    Told told = new Told(SlotMedian.SAME_WEEKDAY);
    for (int day = 0; day < 28; day++) {
      told.tell(day % 7);
    }

    assertEquals(0, told.on(Told.day(28)));
    assertEquals(6, told.on(Told.day(34.9)));
    assertEquals(3, told.on(Told.day(3_500 + 3.2)));
  }

  @Test
  void takesTheNewestFive() {
    Told told = new Told(SlotMedian.SAME_HOURS);
    for (int day = 0; day < 30; day++) {
      told.tell(day);
    }

    assertEquals(27, told.next());
  }

  @Test
  void needsTwentyValues() {
    Told told = new Told(SlotMedian.SAME_HOURS);
    for (int day = 0; day < 19; day++) {
      told.tell(4);
    }

    assertEquals(Double.NaN, told.next());
    assertEquals(4, told.tell(4).next());
  }

  private static Told byNightAndByDay(double firstDay) {
    Told told = new Told(SlotMedian.SAME_HOURS);
    for (int day = 0; day < 10; day++) {
      told.tell(1, new Occasion((firstDay + day) * DAY + 2 * HOUR));
      told.tell(5, new Occasion((firstDay + day) * DAY + 14 * HOUR));
    }
    return told;
  }
}
