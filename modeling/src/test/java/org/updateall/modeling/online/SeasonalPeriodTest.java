package org.updateall.modeling.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

final class SeasonalPeriodTest {

  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;

  @Test
  void isAWeekOfDailyValues() {
    assertEquals(7, SeasonalPeriod.of(every(DAY, 14)));
    assertEquals(7, SeasonalPeriod.of(every(0.95 * DAY, 14)));
  }

  @Test
  void isADayOfValuesThatComeSeveralTimesADay() {
    assertEquals(24, SeasonalPeriod.of(every(HOUR, 30)));
    assertEquals(4, SeasonalPeriod.of(every(6 * HOUR, 30)));
    assertEquals(2, SeasonalPeriod.of(every(12 * HOUR, 30)));
  }

  @Test
  void isJoinedByThatOfTheWeekIfItIsADay() {
    assertEquals(List.of(24, 168), SeasonalPeriod.all(every(HOUR, 30)));
    assertEquals(List.of(24, 168), SeasonalPeriod.all(every(HOUR, 30).withPeriod(24)));
    assertEquals(List.of(12), SeasonalPeriod.all(every(HOUR, 30).withPeriod(12)));
    assertEquals(List.of(7), SeasonalPeriod.all(every(DAY, 30)));
    assertEquals(List.of(), SeasonalPeriod.all(every(7 * DAY, 30)));
  }

  @Test
  void tellsWhetherTimesAreEven() {
    assertTrue(SeasonalPeriod.isRegular(every(7 * DAY, 3)));
    assertTrue(SeasonalPeriod.isRegular(withGaps(41, 10)));
    assertFalse(SeasonalPeriod.isRegular(withGaps(41, 5)));
    assertFalse(SeasonalPeriod.isRegular(every(DAY, 1)));
  }

  @Test
  void isNoneWhereNoDayOrWeekHoldsAWholeNumberOfValues() {
    assertEquals(1, SeasonalPeriod.of(every(7 * DAY, 30)));
    assertEquals(1, SeasonalPeriod.of(every(16 * HOUR, 30)));
    assertEquals(1, SeasonalPeriod.of(every(HOUR / 4, 30)));
  }

  @Test
  void isNoneOfAFewValues() {
    assertEquals(1, SeasonalPeriod.of(every(DAY, 13)));
    assertEquals(1, SeasonalPeriod.of(every(DAY, 0)));
  }

  @Test
  void isTheSeriesOwnIfItHasOne() {
    assertEquals(12, SeasonalPeriod.of(every(DAY, 3).withPeriod(12)));
  }

  @Test
  void forgivesOneGapInTen() {
    assertEquals(7, SeasonalPeriod.of(withGaps(41, 10)));
    assertEquals(1, SeasonalPeriod.of(withGaps(41, 5)));
  }

  @Test
  void isNoneWhereValuesComeAtAnyTime() {
    Random random = new Random(1);
    List<Occasion> occasions = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < 50; i++) {
      time += 2 * DAY * random.nextDouble();
      occasions.add(new Occasion(time));
    }
    assertEquals(1, SeasonalPeriod.of(at(occasions)));
  }

  private static TimeSeries every(double step, int count) {
    List<Occasion> occasions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      occasions.add(new Occasion(step * i));
    }
    return at(occasions);
  }

  /** Daily values of which every so many come two days late. */
  private static TimeSeries withGaps(int count, int everySoMany) {
    List<Occasion> occasions = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      occasions.add(new Occasion(time));
      time += i % everySoMany == 0 ? 3 * DAY : DAY;
    }
    return at(occasions);
  }

  private static TimeSeries at(List<Occasion> occasions) {
    return new TimeSeries(new double[occasions.size()], occasions, new BitSet(), 1);
  }
}
