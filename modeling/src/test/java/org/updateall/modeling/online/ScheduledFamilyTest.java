package org.updateall.modeling.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.EarlyLevel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

final class ScheduledFamilyTest {

  private static final double NAN = Double.NaN;
  private static final Occasion NEXT = new Occasion(1e9);

  private final LastValue family = new LastValue(5, 30);
  private final ScheduledFamily scheduled = scheduled(FitSchedule.GEOMETRIC);

  @Test
  void isFittedAtTheLengthsOfItsSchedule() {
    assertEquals(
        List.of(5, 7, 10, 14, 20, 28, 40, 56, 68, 82, 99), fitsOf(scheduled, new double[100]));
    assertEquals(11, family.fits());
  }

  @Test
  void isFittedSparselyIfThatSuitsIt() {
    assertEquals(
        List.of(5, 8, 12, 18, 27, 41, 62, 93),
        fitsOf(scheduled(FitSchedule.SPARSE), new double[100]));
  }

  @Test
  void isFittedOnDemandOnceThereAreEnoughValues() {
    tell(scheduled, 6, 3, 9, 10);
    scheduled.demandFit();
    assertFalse(scheduled.isFitDue());

    tell(scheduled, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));
    assertFalse(scheduled.isFitDue());
    scheduled.demandFit();
    assertTrue(scheduled.isFitDue());
  }

  @Test
  void forecastsTheEarlyLevelUntilThereIsAModel() {
    assertEquals(0, next(scheduled));
    assertEquals("level of the newest values", scheduled.form());

    tell(scheduled, 6, 3, 9, 10);
    assertEquals(8, next(scheduled), 1e-12);
    assertFalse(scheduled.isFitDue());
    assertFalse(scheduled.hasModel());
    assertEquals(1, scheduled.errorGrowth(9));

    tell(scheduled, 4);
    assertEquals(6, next(scheduled), 1e-12);
    assertTrue(scheduled.isFitDue());
  }

  @Test
  void forecastsWithItsModelOnceItIsFitted() {
    tell(scheduled, 6, 3, 9, 10, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));

    assertTrue(scheduled.hasModel());
    assertArrayEquals(new double[] {4, 4}, scheduled.forecast(List.of(NEXT, NEXT)));
    assertEquals("last value", scheduled.form());
    assertEquals(9, scheduled.errorGrowth(9));

    tell(scheduled, 77);
    assertEquals(77, next(scheduled));
  }

  @Test
  void fitsAgainFromWhatWasFittedBefore() {
    tell(scheduled, 6, 3, 9, 10, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));

    assertEquals("last value again", scheduled.form());
  }

  @Test
  void waitsForEnoughObservedValues() {
    double[] withGaps = {6, NAN, 9, NAN, 4, NAN, 5, 8, 7, 3};

    assertEquals(List.of(5, 7), fitsOf(scheduled, withGaps));
    assertFalse(scheduled.hasModel());
    assertEquals(0, family.fits());

    scheduled.fit(TimeSeries.of(withGaps));
    assertEquals(1, family.fits());
  }

  @Test
  void fitsTheNewestValuesWithinTheWindowOfTheFamily() {
    double[] values = IntStream.range(0, 50).mapToDouble(t -> t).toArray();
    scheduled.fit(TimeSeries.of(values));

    assertArrayEquals(Arrays.copyOfRange(values, 20, 50), family.windows().get(0).values());
  }

  @Test
  void tellsTheFamilyItsSeason() {
    scheduled.fit(TimeSeries.of(new double[50]));
    scheduled.fit(TimeSeries.of(new double[10]));
    scheduled.fit(TimeSeries.of(new double[50]).withPeriod(12));

    assertEquals(
        List.of(7, 1, 12), family.windows().stream().map(window -> window.period()).toList());
  }

  @Test
  void worksOnItsScale() {
    double[] values = {6, 3, 9, 10, 4, 50};
    ScheduledFamily logarithmic =
        new ScheduledFamily(family, Power.LOGARITHM, FitSchedule.GEOMETRIC);
    logarithmic.fit(TimeSeries.of(values));

    PowerScale scale = new PowerScale(Power.LOGARITHM, 0.06);
    assertArrayEquals(scale.toScale(values), family.windows().get(0).values(), 1e-12);
    assertEquals(50, next(logarithmic), 1e-12);
    tell(logarithmic, 0);
    assertEquals(0, next(logarithmic));
    assertEquals(Power.LOGARITHM, logarithmic.power());
  }

  /** Neither a missing value nor a bound is a value; the count moves on. */
  @Test
  void learnsNothingFromMissingAndCensoredValues() {
    tell(scheduled, 6, 3, 9, 10, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));

    scheduled.observe(NEXT, NAN, false);
    scheduled.observe(NEXT, 1000, true);

    assertEquals(4, next(scheduled));
    assertEquals(7, scheduled.state().told());
    assertEquals(5, scheduled.state().early().seen());
  }

  @Test
  void leavesCensoredValuesOutOfWhatItCounts() {
    BitSet censored = new BitSet();
    censored.set(1, 4);
    List<Occasion> days = TimeSeries.of(new double[6]).occasions();

    scheduled.fit(new TimeSeries(new double[] {6, 3, 9, 10, 4, 5}, days, censored, 1));

    assertFalse(scheduled.hasModel());
  }

  @Test
  void canBeHurriedButNotToFitsLessThanTenApart() {
    tell(scheduled, new double[40]);
    scheduled.fit(TimeSeries.of(new double[40]));
    tell(scheduled, new double[4]);
    scheduled.hurry();
    assertEquals(50, scheduled.state().nextFit());

    tell(scheduled, new double[7]);
    scheduled.fit(TimeSeries.of(new double[51]));
    tell(scheduled, new double[10]);
    assertFalse(scheduled.isFitDue());
    scheduled.hurry();
    assertTrue(scheduled.isFitDue());
  }

  @Test
  void isNotSlowedDownByHurry() {
    tell(scheduled, 6, 3, 9, 10, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));
    scheduled.hurry();

    assertEquals(7, scheduled.state().nextFit());
  }

  @Test
  void goesOnFromItsState() {
    tell(scheduled, 6, 3, 9, 10, 4);
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));
    ScheduledFamily restored = scheduled(FitSchedule.GEOMETRIC);
    restored.restore(scheduled.state());

    tell(scheduled, 8, 9);
    tell(restored, 8, 9);

    assertEquals(scheduled.state(), restored.state());
    assertTrue(restored.isFitDue());
    assertEquals(family, restored.family());
  }

  @Test
  void refusesAModelOnAnotherScale() {
    scheduled.fit(TimeSeries.of(6, 3, 9, 10, 4));
    ScheduledFamily roots = new ScheduledFamily(family, Power.SQUARE_ROOT, FitSchedule.SPARSE);
    ScheduledFamily.State raw = scheduled.state();

    assertThrows(IllegalArgumentException.class, () -> roots.restore(raw));
  }

  @Test
  void refusesStatesThatAreNone() {
    for (int[] counts : new int[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ScheduledFamily.State(counts[0], counts[1], counts[2], EarlyLevel.NONE, null));
    }
    assertThrows(IllegalArgumentException.class, () -> new EarlyLevel(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new EarlyLevel(1, NAN));
    assertThrows(IllegalArgumentException.class, () -> new EarlyLevel(1, Double.NEGATIVE_INFINITY));
  }

  private ScheduledFamily scheduled(FitSchedule schedule) {
    return new ScheduledFamily(family, Power.IDENTITY, schedule);
  }

  /** At which lengths it was fitted on the way through the series. */
  private static List<Integer> fitsOf(ScheduledFamily scheduled, double[] values) {
    List<Integer> fits = new ArrayList<>();
    for (int told = 0; told < values.length; told++) {
      if (scheduled.isFitDue()) {
        scheduled.fit(TimeSeries.of(Arrays.copyOf(values, told)));
        fits.add(told);
      }
      tell(scheduled, values[told]);
    }
    return List.copyOf(fits);
  }

  private static void tell(ScheduledFamily scheduled, double... values) {
    for (double value : values) {
      scheduled.observe(NEXT, value, false);
    }
  }

  private static double next(ScheduledFamily scheduled) {
    return scheduled.forecast(List.of(NEXT))[0];
  }
}
