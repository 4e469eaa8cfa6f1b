package org.updateall.modeling.forecast;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.updateall.modeling.combination.PoolState;
import org.updateall.modeling.combination.Share;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.scale.Power;

final class PrequentialForecasterTest {

  /** Those of .01, .05, .25, .5, .75, .95 and .99. */
  private static final int[] PLACES = {1, 3, 11, 21, 31, 39, 41};

  private static final double DAY = 86_400;
  private static final double NAN = Double.NaN;

  static Stream<String> models() {
    return Stream.concat(Stream.of(Recipe.POOL), Families.names().stream());
  }

  static Stream<String> families() {
    return Families.names().stream();
  }

  /** Every model with the intervals of the pool, two with all others. */
  static Stream<Arguments> modelsAndIntervals() {
    return Stream.concat(
        models().map(model -> Arguments.of(model, IntervalKind.POOL)), plainIntervals());
  }

  static Stream<Arguments> plainIntervals() {
    return Stream.of(IntervalKind.SPLIT, IntervalKind.CQR, IntervalKind.ACI)
        .flatMap(kind -> smoothers().map(model -> Arguments.of(model, kind)));
  }

  /** Those that are built to follow the level of a series; others need not. */
  static Stream<String> smoothers() {
    return Stream.of(Recipe.POOL, "exponential_smoothing");
  }

  @ParameterizedTest
  @MethodSource("models")
  void nothingAfterAnOriginChangesWhatIsForecastThere(String model) {
    TimeSeries series = untidy(70);
    PrequentialForecaster whole = forecaster(model, 2);
    for (int origin = 0; origin < series.size(); origin++) {
      whole.prepare(series);
      if (origin % 9 == 5) {
        PrequentialForecaster part = forecaster(model, 2);
        part.learn(series.first(origin));
        part.prepare(series.first(origin));
        assertEquals(part.state(), whole.state());
        assertSame(quantiles(part, series, origin), quantiles(whole, series, origin));
      }
      whole.observe(series, origin);
    }
  }

  @ParameterizedTest
  @MethodSource("modelsAndIntervals")
  void toGoOnFromAKeptStateIsTheSameAsToHaveGoneOn(String model, IntervalKind kind) {
    TimeSeries series = untidy(80);
    PrequentialForecaster whole = forecaster(model, 2, kind);
    PrequentialForecaster keptNowAndThen = forecaster(model, 2, kind);
    for (int index = 0; index < series.size(); index++) {
      whole.prepare(series);
      keptNowAndThen.prepare(series);
      assertSame(quantiles(whole, series, index), quantiles(keptNowAndThen, series, index));
      whole.observe(series, index);
      keptNowAndThen.observe(series, index);
      if (index % 3 == 1) {
        keptNowAndThen = PrequentialForecaster.of(keptNowAndThen.state());
      }
    }

    assertEquals(whole.state(), keptNowAndThen.state());
    assertEquals(whole.form(), keptNowAndThen.form());
    assertEquals(whole.shares(series.occasion(79)), keptNowAndThen.shares(series.occasion(79)));
  }

  /** A trend is fitted once in a while, so that one which begins in between leaves it behind. */
  @Test
  void driftBringsTheNextFitForward() {
    double[] steady = new double[260];
    double[] rising = new double[260];
    Random random = new Random(3);
    for (int i = 0; i < steady.length; i++) {
      steady[i] = 100 + random.nextGaussian();
      rising[i] = steady[i] + 0.2 * Math.max(0, i - 160);
    }

    assertTrue(fits(rising) > fits(steady) + 2, fits(rising) + " and " + fits(steady));
  }

  private static int fits(double[] values) {
    TimeSeries series = TimeSeries.of(values);
    PrequentialForecaster forecaster = forecaster("prophet", 0, IntervalKind.SPLIT);
    Set<Integer> fittedAt = new HashSet<>();
    for (int index = 0; index < values.length; index++) {
      forecaster.prepare(series);
      forecaster.observe(series, index);
      fittedAt.add(forecaster.state().families().get(0).fittedAt());
    }
    return fittedAt.size();
  }

  @ParameterizedTest
  @MethodSource("models")
  void toBeAskedChangesNothing(String model) {
    TimeSeries series = untidy(40);
    PrequentialForecaster asked = forecaster(model, 2);
    PrequentialForecaster notAsked = forecaster(model, 2);
    for (int index = 0; index < series.size(); index++) {
      asked.prepare(series);
      notAsked.prepare(series);
      quantiles(asked, series, index);
      quantiles(asked, asked.expected(4));
      asked.shares(series.occasion(index));
      asked.observe(series, index);
      notAsked.observe(series, index);
    }

    assertEquals(notAsked.state(), asked.state());
  }

  @ParameterizedTest
  @MethodSource("modelsAndIntervals")
  void givesFiniteOrderedQuantilesForEverySeries(String model, IntervalKind kind) {
    strange()
        .forEach(
            series -> {
              PrequentialForecaster forecaster = forecaster(model, series.covariates(), kind);
              for (int index = 0; index < series.size(); index++) {
                forecaster.prepare(series);
                assertOrdered(quantiles(forecaster, series, index), series);
                forecaster.observe(series, index);
              }
              forecaster.prepare(series);
              for (double[] step : quantiles(forecaster, forecaster.expected(5))) {
                assertOrdered(step, series);
              }
              PrequentialForecaster.of(forecaster.state());
            });
  }

  @ParameterizedTest
  @MethodSource("smoothers")
  void aConstantIsForecastByItself(String model) {
    for (double constant : new double[] {0, 1e-9, 0.1, 60, 1e12}) {
      double[] series = new double[25];
      Arrays.fill(series, constant);
      PrequentialForecaster forecaster = learned(model, series);
      double[] expected = new double[PLACES.length];
      Arrays.fill(expected, constant);
      for (double[] step : quantiles(forecaster, forecaster.expected(3))) {
        assertArrayEquals(expected, step);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plainIntervals")
  void aConstantIsForecastByItselfWithPlainIntervals(String model, IntervalKind kind) {
    for (double constant : new double[] {0, 1e-9, 0.1, 60, 1e12}) {
      double[] series = new double[60];
      Arrays.fill(series, constant);
      PrequentialForecaster forecaster = learned(new Recipe(model, null, 0, 1, kind), series);
      double[] expected = new double[PLACES.length];
      Arrays.fill(expected, constant);
      for (double[] step : quantiles(forecaster, forecaster.expected(3))) {
        assertArrayEquals(expected, step);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plainIntervals")
  void nothingAfterAnOriginChangesPlainIntervalsThere(String model, IntervalKind kind) {
    TimeSeries series = untidy(90);
    PrequentialForecaster whole = forecaster(model, 2, kind);
    for (int origin = 0; origin < series.size(); origin++) {
      whole.prepare(series);
      if (origin % 30 == 25) {
        PrequentialForecaster part = forecaster(model, 2, kind);
        part.learn(series.first(origin));
        part.prepare(series.first(origin));
        assertEquals(part.state(), whole.state());
        assertSame(quantiles(part, series, origin), quantiles(whole, series, origin));
      }
      whole.observe(series, origin);
    }
  }

  @ParameterizedTest
  @MethodSource("plainIntervals")
  void plainIntervalsAreThePointWithoutAnError(String model, IntervalKind kind) {
    PrequentialForecaster one = learned(new Recipe(model, null, 0, 1, kind), 12);
    double[] twelve = new double[PLACES.length];
    Arrays.fill(twelve, 12);

    assertEquals(0, one.scores());
    assertArrayEquals(twelve, quantiles(one, one.expected(1))[0], 1e-9);
  }

  @ParameterizedTest
  @MethodSource("models")
  void withoutAnErrorTheReferenceSaysHowFarItMayBeOff(String model) {
    PrequentialForecaster none = learned(model);
    assertArrayEquals(new double[7], quantiles(none, none.expected(1))[0]);
    assertEquals(new Occasion(0), none.expected(1).get(0));

    PrequentialForecaster one = learned(model, 12);
    assertEquals(0, one.scores());
    double[] quantiles = quantiles(one, one.expected(1))[0];
    assertTrue(quantiles[1] < 6 && quantiles[5] > 24, Arrays.toString(quantiles));
    assertTrue(quantiles[2] < 12 && quantiles[4] > 12, Arrays.toString(quantiles));
  }

  @ParameterizedTest
  @MethodSource("smoothers")
  void followsTheNewestValues(String model) {
    double[] series = IntStream.range(0, 60).mapToDouble(t -> t < 40 ? 60 : 300).toArray();

    assertEquals(300, median(learned(model, series)), 15);
  }

  @ParameterizedTest
  @MethodSource("smoothers")
  void forecastsGrowWithTheSeries(String model) {
    double[] series = lognormal(new Random(5), 60);
    double[] grown = Arrays.stream(series).map(y -> 1024 * y).toArray();
    PrequentialForecaster forecaster = learned(model, series);
    double[] quantiles = quantiles(forecaster, forecaster.expected(1))[0];
    double[] ofGrown = quantiles(learned(model, grown), forecaster.expected(1))[0];
    for (int place = 0; place < PLACES.length; place++) {
      double expected = 1024 * quantiles[place];
      assertEquals(expected, ofGrown[place], 1e-2 * (1 + expected));
    }
  }

  @ParameterizedTest
  @MethodSource("smoothers")
  void intervalsWidenWithTheHorizonOnARandomWalk(String model) {
    double[] walk = new Random(4).doubles(120, -17, 17).toArray();
    walk[0] = 1000;
    Arrays.parallelPrefix(walk, Double::sum);
    PrequentialForecaster forecaster = learned(model, walk);
    double previous = 0;
    for (double[] bounds : quantiles(forecaster, forecaster.expected(6))) {
      assertTrue(bounds[5] - bounds[1] >= previous, model);
      previous = bounds[5] - bounds[1];
    }
    double[] first = quantiles(forecaster, forecaster.expected(1))[0];
    assertTrue(previous > 1.5 * (first[5] - first[1]), model);
  }

  @ParameterizedTest
  @MethodSource("families")
  void theScaleOfAFamilyCanBeForced(String model) {
    for (Power power : Power.values()) {
      PrequentialForecaster forecaster =
          PrequentialForecaster.of(new Recipe(model, power, 0, 1, IntervalKind.POOL));
      forecaster.learn(TimeSeries.of(lognormal(new Random(6), 40)));
      assertEquals(power, forecaster.power());
      assertEquals(39, forecaster.scores());
    }
  }

  /** 90 % of exchangeable values, within four binomial standard errors and a point for ranks. */
  @ParameterizedTest
  @MethodSource("smoothers")
  void coversWhatItSaysOnStationarySeries(String model) {
    Random random = new Random(4);
    int inside = 0;
    int origins = 0;
    for (int trial = 0; trial < 4; trial++) {
      double[] values =
          IntStream.range(0, 160)
              .mapToDouble(t -> 20 + 5 * Math.exp(0.8 * random.nextGaussian()))
              .toArray();
      TimeSeries series = TimeSeries.of(values);
      PrequentialForecaster forecaster = forecaster(model, 0);
      for (int index = 0; index < series.size(); index++) {
        forecaster.prepare(series);
        if (index >= 10) {
          double[] bounds = quantiles(forecaster, series, index);
          inside += values[index] >= bounds[1] && values[index] <= bounds[5] ? 1 : 0;
          origins++;
        }
        forecaster.observe(series, index);
      }
    }

    assertEquals(0.9, (double) inside / origins, 4 * Math.sqrt(0.09 / origins) + 0.01);
  }

  @ParameterizedTest
  @MethodSource("smoothers")
  void zerosAreInsideTheBoundsThatZerosMade(String model) {
    Random random = new Random(2);
    double[] values =
        DoubleStream.concat(
                DoubleStream.generate(() -> 1 + random.nextInt(9)).limit(10),
                DoubleStream.generate(() -> 0).limit(120))
            .toArray();
    TimeSeries series = TimeSeries.of(values);
    PrequentialForecaster forecaster = forecaster(model, 0);
    int outside = 0;
    for (int index = 0; index < series.size(); index++) {
      forecaster.prepare(series);
      double[] bounds = quantiles(forecaster, series, index);
      outside += index > 10 && (values[index] < bounds[1] || values[index] > bounds[5]) ? 1 : 0;
      forecaster.observe(series, index);
    }

    assertTrue(outside <= 4, outside + " zeros outside");
  }

  @Test
  void aPoolStatesTheSharesOfItsMembersAndAFamilyHasNone() {
    Occasion next = new Occasion(60 * DAY);
    PrequentialForecaster pool = learned(Recipe.POOL, lognormal(new Random(6), 60));

    assertEquals(1, pool.shares(next).stream().mapToDouble(Share::weight).sum(), 1e-9);
    for (String family : Families.names()) {
      assertEquals(List.of(), learned(family, lognormal(new Random(6), 60)).shares(next));
    }
  }

  @Test
  void everyFamilyOfThePoolBecomesAMember() {
    TimeSeries series = TimeSeries.of(lognormal(new Random(6), 120));
    PrequentialForecaster pool = forecaster(Recipe.POOL, 0);
    pool.learn(series);
    pool.prepare(series);
    List<String> members =
        pool.shares(new Occasion(120 * DAY)).stream().map(Share::member).toList();

    Families.membersOfPool()
        .forEach(family -> assertTrue(members.contains(family.name()), family.name()));
  }

  @Test
  void knowsTheLastCovariates() {
    PrequentialForecaster forecaster = forecaster(Recipe.POOL, 2);
    assertEquals(NAN, forecaster.lastKnown(0));

    List<Occasion> occasions =
        List.of(
            new Occasion(0, 5, NAN), new Occasion(DAY, 6, NAN), new Occasion(2 * DAY, NAN, NAN));
    forecaster.learn(new TimeSeries(new double[3], occasions, new BitSet(), 1));

    assertEquals(6, forecaster.lastKnown(0));
    assertEquals(NAN, forecaster.lastKnown(1));
    assertEquals(List.of(new Occasion(3 * DAY, NAN, NAN)), forecaster.expected(1));
    assertEquals(3, forecaster.told());
  }

  @Test
  void isFittedAnewOnDemand() {
    for (String model : new String[] {Families.names().get(0), "pool"}) {
      PrequentialForecaster forecaster = forecaster(model, 0);
      TimeSeries series = TimeSeries.of(lognormal(new Random(6), 40));
      forecaster.learn(series);
      assertEquals(28, fittedAt(forecaster), model);

      forecaster.demandFit();
      forecaster.prepare(series);
      assertEquals(40, fittedAt(forecaster), model);
    }
  }

  private static int fittedAt(PrequentialForecaster forecaster) {
    PoolState pool = forecaster.state().pool();
    return pool == null
        ? forecaster.state().families().get(0).fittedAt()
        : requireNonNull(pool.families().get("exponential_smoothing of logarithms")).fittedAt();
  }

  @Test
  void refusesAModelThatThereIsNot() {
    Recipe oracle = new Recipe("oracle", null, 0, 1, IntervalKind.POOL);

    String refused =
        assertThrows(IllegalArgumentException.class, () -> PrequentialForecaster.of(oracle))
            .getMessage();
    assertEquals("there is no model oracle", refused);
    assertThrows(
        IllegalArgumentException.class, () -> new Recipe("pool", null, -1, 1, IntervalKind.POOL));
    assertThrows(
        IllegalArgumentException.class, () -> new Recipe("pool", null, 0, 0, IntervalKind.POOL));
  }

  @Test
  void refusesStatesWhosePartsDoNotBelongTogether() {
    String family = Families.names().get(0);
    ForecasterState pool = learned(Recipe.POOL, 1, 2, 3).state();
    ForecasterState alone = learned(family, 1, 2, 3).state();
    ForecasterState raw =
        learned(new Recipe(family, Power.IDENTITY, 0, 1, IntervalKind.POOL)).state();

    refuses(pool.recipe(), -1, pool, pool, pool);
    refuses(alone.recipe(), 3, pool, alone, alone);
    refuses(pool.recipe(), 3, pool, alone, pool);
    refuses(alone.recipe(), 3, alone, raw, alone);
    refuses(alone.recipe(), 3, alone, alone, raw);
    refuses(raw.recipe(), 3, raw, raw, alone);
    refuses(new Recipe(family, null, 2, 1, IntervalKind.POOL), 3, alone, alone, alone);
    assertNotEquals(pool.recipe(), alone.recipe());
  }

  private static void refuses(
      Recipe recipe,
      int told,
      ForecasterState pool,
      ForecasterState families,
      ForecasterState intervals) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ForecasterState(
                recipe,
                told,
                pool.pool(),
                families.families(),
                intervals.intervals(),
                intervals.paths(),
                intervals.levels(),
                RecentOccasions.none(0)));
  }

  @Test
  void refusesOccasionsThatAreNone() {
    List<Double> none = List.of();
    List<Double> tooMany = DoubleStream.generate(() -> 1).limit(26).boxed().toList();
    assertThrows(IllegalArgumentException.class, () -> new RecentOccasions(tooMany, none));
    assertThrows(IllegalArgumentException.class, () -> new RecentOccasions(List.of(NAN), none));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RecentOccasions(none, List.of(Double.NEGATIVE_INFINITY)));
  }

  private static PrequentialForecaster forecaster(String model, int covariates) {
    return forecaster(model, covariates, IntervalKind.POOL);
  }

  private static PrequentialForecaster forecaster(String model, int covariates, IntervalKind kind) {
    return PrequentialForecaster.of(new Recipe(model, null, covariates, 1, kind));
  }

  private static PrequentialForecaster learned(String model, double... values) {
    return learned(new Recipe(model, null, 0, 1, IntervalKind.POOL), values);
  }

  private static PrequentialForecaster learned(Recipe recipe, double... values) {
    PrequentialForecaster forecaster = PrequentialForecaster.of(recipe);
    forecaster.learn(TimeSeries.of(values));
    forecaster.prepare(TimeSeries.of(values));
    return forecaster;
  }

  private static double median(PrequentialForecaster forecaster) {
    return quantiles(forecaster, forecaster.expected(1))[0][3];
  }

  private static double[] quantiles(PrequentialForecaster forecaster, TimeSeries series, int at) {
    return quantiles(forecaster, List.of(series.occasion(at)))[0];
  }

  private static double[][] quantiles(PrequentialForecaster forecaster, List<Occasion> future) {
    return Arrays.stream(forecaster.quantiles(future))
        .map(grid -> IntStream.of(PLACES).mapToDouble(place -> grid[place]).toArray())
        .toArray(double[][]::new);
  }

  private static void assertSame(double[] expected, double[] actual) {
    assertArrayEquals(
        Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray(),
        Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray());
  }

  private static void assertOrdered(double[] quantiles, TimeSeries series) {
    double previous = 0;
    for (double quantile : quantiles) {
      assertTrue(
          Double.isFinite(quantile) && quantile >= previous,
          () -> Arrays.toString(quantiles) + " of " + series);
      previous = quantile;
    }
  }

  /** Zeros, ties, missing and censored values, a shift, and covariates that come and go. */
  private static TimeSeries untidy(int length) {
    Random random = new Random(1);
    double[] values = new double[length];
    List<Occasion> occasions = new ArrayList<>();
    BitSet censored = new BitSet();
    double time = 0;
    for (int t = 0; t < length; t++) {
      int packages = t % 9 == 0 ? 0 : random.nextInt(30);
      double level = t < length / 2 ? 2 : 5;
      values[t] = t % 9 == 0 ? 0 : Math.floor(level * packages * Math.exp(random.nextGaussian()));
      values[t] = t % 11 == 7 ? NAN : values[t];
      censored.set(t, t % 13 == 5);
      time += t % 7 == 3 ? 0 : DAY * random.nextDouble();
      occasions.add(new Occasion(time, t % 5 == 2 ? NAN : packages, t < 20 ? NAN : 1e6 * packages));
    }
    return new TimeSeries(values, occasions, censored, 1);
  }

  private static Stream<TimeSeries> strange() {
    Random random = new Random(3);
    double[] ties = random.ints(40, 0, 3).asDoubleStream().toArray();
    double[] outlier = random.doubles(40, 55, 65).toArray();
    outlier[30] = 1e9;
    double[] sparse = new double[40];
    sparse[17] = 1e12;
    double[] missing = random.doubles(40, 5, 9).toArray();
    Arrays.fill(missing, 0, 8, NAN);
    Arrays.fill(missing, 20, 30, NAN);
    double[] nothing = new double[20];
    Arrays.fill(nothing, NAN);
    BitSet all = new BitSet();
    all.set(0, 40);
    List<Occasion> sameTime = Stream.generate(() -> new Occasion(5, 3)).limit(40).toList();
    return Stream.of(
        TimeSeries.of(ties),
        TimeSeries.of(outlier),
        TimeSeries.of(sparse),
        TimeSeries.of(missing),
        TimeSeries.of(nothing),
        TimeSeries.of(new double[40]),
        TimeSeries.of(random.doubles(40).map(u -> 1e12 * Math.expm1(6 * u * u)).toArray()),
        TimeSeries.of(random.doubles(40).map(u -> 1e-9 * Math.expm1(6 * u * u)).toArray()),
        TimeSeries.of(random.doubles(40).map(u -> 1e-3 * u).toArray()),
        TimeSeries.of(DoubleStream.iterate(1e-9, y -> 10 * y).limit(40).toArray()),
        TimeSeries.of(DoubleStream.iterate(1e9, y -> y / 10).limit(40).toArray()),
        TimeSeries.of(5),
        TimeSeries.of(0, 5),
        TimeSeries.of(5, 0),
        untidy(40),
        new TimeSeries(outlier, sameTime, new BitSet(), 1),
        new TimeSeries(outlier, sameTime, all, 7));
  }

  private static double[] lognormal(Random random, int length) {
    return IntStream.range(0, length)
        .mapToDouble(t -> Math.exp(3 + random.nextGaussian()))
        .toArray();
  }
}
