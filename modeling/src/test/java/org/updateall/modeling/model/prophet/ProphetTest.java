package org.updateall.modeling.model.prophet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

final class ProphetTest {

  private static final double DAY = 86_400;

  private final Prophet family = new Prophet();

  @Test
  void isOfferedFromThirtyObservationsOn() {
    assertEquals("prophet", family.name());
    assertEquals(30, family.minObservations());
    assertEquals(1500, family.maxWindow());
  }

  @Test
  void refusesFewerThanThirtyObservedValues() {
    double[] values = IntStream.range(0, 31).mapToDouble(i -> i).toArray();
    values[3] = Double.NaN;
    BitSet censored = new BitSet();
    TimeSeries days = TimeSeries.of(values);
    assertEquals(30, family.fit(days).observations());
    censored.set(7);
    TimeSeries fewer = new TimeSeries(values, days.occasions(), censored, 1);
    assertThrows(IllegalArgumentException.class, () -> family.fit(fewer));
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of()));
  }

  @Test
  void changepointsAreEvenlyAmongTheFirstFourFifths() {
    assertArrayEquals(
        new int[] {1, 2, 3, 4, 5, 6, 7}, Design.changepointPlaces(10), "min(25, 8 - 1)");
    int[] places = Design.changepointPlaces(480);
    assertEquals(25, places.length);
    assertEquals(15, places[0]);
    assertEquals(383, places[24]);
    assertEquals(0, Design.changepointPlaces(1).length);
  }

  @Test
  void followsAStraightLine() {
    TimeSeries line = days(60, day -> 5 + 3 * day);
    assertArrayEquals(
        new double[] {185, 188, 191}, family.fit(line).forecast(line.expected(3)), 0.5);
  }

  @Test
  void followsALineThatBreaks() {
    Random random = new Random(1);
    TimeSeries broken =
        days(200, day -> 50 + 0.1 * Math.max(0, day - 100) + 0.2 * random.nextGaussian());
    ProphetModel model = family.fit(broken);
    assertEquals(62, model.forecast(List.of(new Occasion(220 * DAY)))[0], 0.7);
    assertEquals(50, model.forecast(List.of(new Occasion(50 * DAY)))[0], 0.3);
  }

  @Test
  void learnsTheDaysOfTheWeek() {
    Random random = new Random(2);
    TimeSeries weeks =
        days(
            140,
            day -> 100 + (day % 7 == 3 ? 40 : 0) + (day % 7 == 4 ? 15 : 0) + random.nextGaussian());
    ProphetModel model = family.fit(weeks);
    assertEquals(List.of(Seasonality.WEEKLY), seasons(model));
    double[] week = model.forecast(weeks.expected(7));
    assertArrayEquals(new double[] {100, 100, 100, 140, 115, 100, 100}, week, 2.5);
  }

  @Test
  void learnsTheHoursOfTheDay() {
    Random random = new Random(3);
    List<Occasion> hours =
        IntStream.range(0, 240).mapToObj(hour -> new Occasion(3600.0 * hour)).toList();
    double[] values =
        IntStream.range(0, 240)
            .mapToDouble(hour -> 10 * Math.sin(Math.PI / 12 * hour) + random.nextGaussian())
            .toArray();
    ProphetModel model = family.fit(new TimeSeries(values, hours, new BitSet(), 24));
    assertEquals(List.of(Seasonality.DAILY), seasons(model));
    double six = model.forecast(List.of(new Occasion(3600.0 * 246)))[0];
    double eighteen = model.forecast(List.of(new Occasion(3600.0 * 258)))[0];
    assertEquals(20, six - eighteen, 2);
  }

  @Test
  void learnsTheMonthsOfTheYear() {
    TimeSeries weekly = spaced(160, 7, day -> 20 + 5 * Math.cos(2 * Math.PI * day / 365.25));
    ProphetModel model = family.fit(weekly);
    assertEquals(List.of(Seasonality.YEARLY), seasons(model));
    assertArrayEquals(
        new double[] {25, 15},
        model.forecast(List.of(new Occasion(4 * 365.25 * DAY), new Occasion(3.5 * 365.25 * DAY))),
        0.5);
  }

  @Test
  void learnsWhatEventsAndOtherCovariatesAdd() {
    TimeSeries jobs = jobs(new Random(4), 200, 1, 0);
    ProphetModel model = family.fit(jobs);
    Occasion next = jobs.expected(1).get(0);
    double neither = model.forecast(List.of(with(next, 0, 10)))[0];
    assertEquals(30, model.forecast(List.of(with(next, 1, 10)))[0] - neither, 1);
    assertEquals(8, model.forecast(List.of(with(next, 0, 14)))[0] - neither, 1);
  }

  @Test
  void aCovariateThatIsNotKnownCountsAsItsMean() {
    TimeSeries jobs = jobs(new Random(5), 100, 1, 0);
    ProphetModel model = family.fit(jobs);
    Occasion next = jobs.expected(1).get(0);
    double events = mean(jobs, 0);
    double sizes = mean(jobs, 1);
    double unknown = model.forecast(List.of(next))[0];
    assertEquals(model.forecast(List.of(with(next, events, sizes)))[0], unknown, 1e-9);
    assertEquals(unknown, model.forecast(List.of(new Occasion(next.time())))[0], 0);
  }

  @Test
  void theUnitOfACovariateDoesNotMatter() {
    TimeSeries jobs = jobs(new Random(6), 100, 1, 0);
    TimeSeries moved = jobs(new Random(6), 100, 1e6, -3e7);
    Occasion next = jobs.expected(1).get(0);
    assertEquals(
        family.fit(jobs).forecast(List.of(with(next, 1, 12)))[0],
        family.fit(moved).forecast(List.of(with(next, 1, 12e6 - 3e7)))[0],
        1e-5);
  }

  @Test
  void aCovariateThatDoesNotVaryOrIsNeverKnownAddsNothing() {
    for (double value : new double[] {0, 1, 0.1, 1e12, Double.NaN}) {
      TimeSeries plain = days(50, day -> Math.sin(day));
      List<Occasion> occasions =
          plain.occasions().stream().map(o -> new Occasion(o.time(), value)).toList();
      ProphetModel model = family.fit(new TimeSeries(plain.values(), occasions, new BitSet(), 1));
      Occasion next = plain.expected(1).get(0);
      double expected = family.fit(plain).forecast(List.of(next))[0];
      assertEquals(expected, model.forecast(List.of(new Occasion(next.time(), 77)))[0], 1e-9);
    }
  }

  @Test
  void missingAndCensoredValuesAreAsIfTheyWereNotThere() {
    Random random = new Random(7);
    TimeSeries whole = days(80, day -> day + 5 * random.nextGaussian());
    double[] values = whole.values();
    BitSet censored = new BitSet();
    List<Occasion> kept = new ArrayList<>();
    List<Double> keptValues = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (i % 5 == 2) {
        values[i] = Double.NaN;
      } else if (i % 7 == 3) {
        censored.set(i);
      } else {
        kept.add(whole.occasion(i));
        keptValues.add(values[i]);
      }
    }
    TimeSeries without =
        new TimeSeries(
            keptValues.stream().mapToDouble(Double::doubleValue).toArray(), kept, new BitSet(), 1);
    assertEquals(
        family.fit(without), family.fit(new TimeSeries(values, whole.occasions(), censored, 1)));
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, 0.1, -42, 1e12, 1e-9}) {
      TimeSeries series = days(40, day -> constant);
      for (ValueScaling scaling : ValueScaling.values()) {
        ProphetModel model = new Prophet(scaling).fit(series);
        assertArrayEquals(new double[] {constant, constant}, model.forecast(series.expected(2)));
        assertEquals(0, model.sigma());
        assertEquals(1, model.errorGrowth(1));
      }
    }
  }

  @Test
  void timesThatAreAllEqualGiveTheMean() {
    Random random = new Random(8);
    double[] values = random.doubles(50).map(value -> 7 + value).toArray();
    List<Occasion> same = IntStream.range(0, 50).mapToObj(i -> new Occasion(1e9)).toList();
    TimeSeries series = new TimeSeries(values, same, new BitSet(), 1);
    ProphetModel model = family.fit(series);
    assertEquals(Arrays.stream(values).average().orElseThrow(), only(model, series), 1e-2);
    assertTrue(model.errorGrowth(5) < 1.01);
  }

  @Test
  void manyTimesMayBeEqual() {
    Random random = new Random(9);
    double[] values = random.doubles(90).toArray();
    List<Occasion> thrice =
        IntStream.range(0, 90).mapToObj(i -> new Occasion(DAY * Math.floorDiv(i, 30))).toList();
    ProphetModel model = family.fit(new TimeSeries(values, thrice, new BitSet(), 1));
    assertTrue(model.trend().changepoints().size() <= 3);
    assertEquals(25, model.trend().candidates());
    assertEquals(0.5, model.forecast(List.of(new Occasion(2 * DAY)))[0], 0.2);
  }

  @Test
  void isFiniteForEverySizeAndManyShapes() {
    Random random = new Random(10);
    for (double size : new double[] {1e-9, 1, 1e12}) {
      for (int length : new int[] {30, 31, 47, 200}) {
        for (ValueScaling scaling : ValueScaling.values()) {
          assertFinite(scaling, days(length, day -> size * random.nextDouble()));
          assertFinite(scaling, days(length, day -> day == 20 ? size : 0));
          assertFinite(scaling, days(length, day -> size * (1e6 + random.nextInt(2))));
          assertFinite(scaling, days(length, day -> size * Math.exp(day)));
          assertFinite(scaling, jobs(random, length, size, 0));
        }
      }
    }
  }

  @Test
  void theFitIsEquivariantUnderShiftAndScale() {
    Random random = new Random(11);
    for (int trial = 0; trial < 20; trial++) {
      TimeSeries series = jobs(random, 30 + 10 * trial, 1, 0);
      double scale = Math.exp(8 * random.nextGaussian());
      double shift = scale * 100 * random.nextGaussian();
      TimeSeries moved = series.map(y -> shift + scale * y);
      double expected = shift + scale * only(family.fit(series), series);
      assertEquals(expected, only(family.fit(moved), series), 1e-6 * scale);
    }
  }

  @Test
  void theScaleByTheLargestValueIsEquivariantUnderScaleOnly() {
    TimeSeries series = jobs(new Random(12), 100, 1, 0);
    Prophet absolute = new Prophet(ValueScaling.ABSOLUTE_MAXIMUM);
    double forecast = only(absolute.fit(series), series);
    assertEquals(-8 * forecast, only(absolute.fit(series.map(y -> -8 * y)), series), 1e-6);
    double shifted = only(absolute.fit(series.map(y -> y + 1e4)), series) - 1e4;
    assertTrue(Math.abs(shifted - forecast) > 1e-3);
  }

  @Test
  void theSameWindowGivesTheSameModel() {
    TimeSeries series = jobs(new Random(13), 100, 1, 0);
    assertEquals(family.fit(series), new Prophet().fit(series));
    assertEquals(family.fit(series), family.refit(family.fit(series.first(50)), series));
  }

  @Test
  void parametersStayWhenAValueComes() {
    TimeSeries series = jobs(new Random(14), 100, 1, 0);
    ProphetModel model = family.fit(series);
    List<Occasion> next = series.expected(5);
    ProphetModel later = model.update(next.get(0), 1e9).update(next.get(1), Double.NaN);
    assertEquals(102, later.observations());
    assertArrayEquals(model.forecast(next), later.forecast(next));
    assertEquals(model.form(), later.form());
  }

  @Test
  void saysWhatItIsMadeOf() {
    TimeSeries series = jobs(new Random(15), 100, 1, 0);
    String form = family.fit(series).form();
    assertTrue(form.matches("trend with \\d+ changepoints, weekly, 2 covariates"), form);
  }

  @Test
  void forecastsClassicSeriesWithinTheirRange() {
    for (String name : List.of("Nile", "lynx", "WWWusage", "LakeHuron")) {
      TimeSeries series = ClassicSeries.named(name);
      double forecast = only(family.fit(series), series);
      double[] sorted = Arrays.stream(series.values()).sorted().toArray();
      assertTrue(forecast > sorted[0] && forecast < sorted[sorted.length - 1], name);
    }
  }

  private void assertFinite(ValueScaling scaling, TimeSeries series) {
    ProphetModel model = new Prophet(scaling).fit(series);
    double[] forecasts = model.forecast(series.expected(30));
    assertTrue(Arrays.stream(forecasts).allMatch(Double::isFinite), model::toString);
    assertTrue(Double.isFinite(model.errorGrowth(30)));
  }

  private static double only(ProphetModel model, TimeSeries series) {
    return model.forecast(series.expected(1))[0];
  }

  private static List<Seasonality> seasons(ProphetModel model) {
    return model.seasons().stream().map(Season::seasonality).toList();
  }

  private static double mean(TimeSeries series, int covariate) {
    return series.occasions().stream()
        .mapToDouble(occasion -> occasion.covariate(covariate))
        .average()
        .orElseThrow();
  }

  private static Occasion with(Occasion occasion, double event, double size) {
    return new Occasion(occasion.time(), event, size);
  }

  /** Days with events, which add 30, and sizes about 10, which add 2 each, in some unit. */
  private static TimeSeries jobs(Random random, int count, double unit, double zero) {
    List<Occasion> occasions = new ArrayList<>();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double event = random.nextInt(5) == 0 ? 1 : 0;
      double size = 10 + random.nextGaussian();
      occasions.add(new Occasion(i * DAY, event, zero + unit * size));
      values[i] = 50 + 30 * event + 2 * size + random.nextGaussian();
    }
    return new TimeSeries(values, occasions, new BitSet(), 1);
  }

  private static TimeSeries days(int count, IntToDoubleFunction value) {
    return TimeSeries.of(IntStream.range(0, count).mapToDouble(value).toArray());
  }

  private static TimeSeries spaced(int count, int days, IntToDoubleFunction value) {
    List<Occasion> occasions =
        IntStream.range(0, count).mapToObj(i -> new Occasion(DAY * days * i)).toList();
    double[] values = IntStream.range(0, count).map(i -> days * i).mapToDouble(value).toArray();
    return new TimeSeries(values, occasions, new BitSet(), 1);
  }
}
