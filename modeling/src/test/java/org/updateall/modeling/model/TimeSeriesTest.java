package org.updateall.modeling.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeSeriesTest {

  private static final double NAN = Double.NaN;
  private static final double DAY = 86_400;

  /** 5, missing, at least 7, 9. */
  private static final TimeSeries GAPS = gaps();

  private static TimeSeries gaps() {
    BitSet censored = new BitSet();
    censored.set(2);
    return new TimeSeries(
        new double[] {5, NAN, 7, 9},
        List.of(
            new Occasion(0, 3), new Occasion(60, 4), new Occasion(60, NAN), new Occasion(180, 5)),
        censored,
        1);
  }

  @Test
  void tellsWhatIsObservedFromWhatIsMissingOrCensored() {
    assertArrayEquals(new double[] {5, NAN, 7, 9}, GAPS.values());
    assertArrayEquals(new double[] {5, NAN, NAN, 9}, GAPS.observedValues());
    assertArrayEquals(new double[] {5, 9}, GAPS.withoutGaps());
    assertEquals(2, GAPS.observed());
    assertTrue(GAPS.isCensored(2) && !GAPS.isObserved(2) && !GAPS.isObserved(1));
  }

  @Test
  void asksForAsManyObservedValuesAsAreNeeded() {
    GAPS.requireObserved(2);

    assertEquals(
        "2 observed values, at least 3 are needed",
        assertThrows(IllegalArgumentException.class, () -> GAPS.requireObserved(3)).getMessage());
  }

  @Test
  void keepsWhatIsCensoredInItsParts() {
    assertEquals(GAPS, GAPS.first(4));
    assertArrayEquals(new double[] {NAN, 9}, GAPS.last(2).observedValues());
    assertArrayEquals(new double[] {5, NAN, 7, 9}, GAPS.last(9).values());
    assertArrayEquals(new double[] {NAN, NAN}, GAPS.between(1, 3).observedValues());
    assertArrayEquals(new double[] {10, NAN, NAN, 18}, GAPS.map(v -> 2 * v).observedValues());
    assertNotEquals(GAPS, GAPS.withPeriod(7));
  }

  @Test
  void expectsTheNextOccasionsAtTheUsualDistanceWithoutCovariates() {
    assertEquals(60, GAPS.usualStep());
    assertEquals(List.of(new Occasion(240, NAN), new Occasion(300, NAN)), GAPS.expected(2));
    assertEquals(List.of(new Occasion(0)), TimeSeries.of().expected(1));
    assertEquals(List.of(new Occasion(2 * DAY)), TimeSeries.of(4, 4).expected(1));
    assertEquals(DAY, GAPS.between(1, 3).usualStep(), "of values at the same time");
  }

  @Test
  void refusesWhatIsNoSeries() {
    List<Occasion> two = List.of(new Occasion(0), new Occasion(1));
    double[] one = {1};
    double[] infinite = {1, Double.POSITIVE_INFINITY};
    BitSet none = new BitSet();

    assertThrows(IllegalArgumentException.class, () -> new TimeSeries(one, two, none, 1));
    assertThrows(IllegalArgumentException.class, () -> new TimeSeries(infinite, two, none, 1));
    assertThrows(IllegalArgumentException.class, () -> TimeSeries.of(1, 2).withPeriod(0));
    assertThrows(IllegalArgumentException.class, () -> new Occasion(NAN));
    assertThrows(IllegalArgumentException.class, () -> new Occasion(0, 1 / 0.0));
  }

  @Test
  void isNotChangedThroughWhatItWasMadeOf() {
    double[] values = {1, 2};
    List<Occasion> occasions = new ArrayList<>(List.of(new Occasion(0), new Occasion(1)));
    BitSet censored = new BitSet();
    TimeSeries series = new TimeSeries(values, occasions, censored, 1);
    values[0] = 9;
    occasions.clear();
    censored.set(1);

    assertEquals(1, series.value(0));
    assertEquals(new Occasion(1), series.occasion(1));
    assertFalse(series.isCensored(1));
  }
}
