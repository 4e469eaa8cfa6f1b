package org.updateall.modeling.combination;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.LastValue;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

final class PoolTest {

  private static final double UNKNOWN = Double.NaN;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final Pool pool = plain();

  @Test
  void forecastsNothingBeforeTheFirstValueAndThatValueAfterIt() {
    assertEquals(0, next(pool));

    tell(pool, 60);
    assertEquals(60, next(pool), 1e-9);
    assertEquals("pool of 23", pool.form());
  }

  @Test
  void letsTheMemberThatKnowsTheSeriesWin() {
    tell(pool, IntStream.range(0, 60).mapToDouble(t -> t % 2 == 0 ? 10 : 50).toArray());

    Share first = pool.shares(Told.day(60)).get(0);
    assertTrue(first.weight() > 0.8, first.toString());
    assertEquals(10, first.forecast(), 0.2);
    assertEquals(10, next(pool), 0.5);
  }

  @Test
  void goesOnWithATrend() {
    tell(pool, IntStream.range(0, 60).mapToDouble(t -> Math.exp(0.1 * t)).toArray());

    assertEquals(Math.exp(6), next(pool), 0.02 * Math.exp(6));
  }

  @Test
  void statesTheShareOfEveryMemberThatSpeaks() {
    tell(pool, new Random(1).doubles(30, 5, 9).toArray());

    List<Share> shares = pool.shares(Told.day(30));
    double previous = 1;
    double sum = 0;
    double mean = 0;
    for (Share share : shares) {
      assertTrue(share.weight() <= previous);
      previous = share.weight();
      sum += share.weight();
      mean += share.weight() * share.forecast();
    }
    assertEquals(1, sum, 1e-9);
    assertEquals(mean, next(pool), 0.02);
    assertTrue(shares.stream().noneMatch(share -> share.member().equals("nothing to do or not")));
  }

  @Test
  void learnsByWhichLawCovariatesAct() {
    Pool pool = pool(1);
    Random random = new Random(2);
    for (int t = 0; t < 80; t++) {
      int packages = random.nextInt(50);
      tell(pool, Told.day(t, packages), 3 * (1 + packages));
    }

    assertEquals(3 * 41, next(pool, Told.day(80, 40)), 6);
    assertEquals(3 * 3, next(pool, Told.day(80, 2)), 1);
  }

  @Test
  void leavesOccasionsWithoutTheCovariateOutOfItsRegression() {
    Pool all = pool(1);
    Pool knownOnly = pool(1);
    Random random = new Random(3);
    for (int t = 0; t < 80; t++) {
      int packages = random.nextInt(50);
      tell(all, Told.day(t, packages), 3 * (1 + packages));
      tell(knownOnly, Told.day(t, packages), 3 * (1 + packages));
      if (t >= 5 && t % 3 == 0) {
        tell(all, Told.day(t, UNKNOWN), 1000);
      }
    }

    String regression = "regression on covariate 1";
    assertEquals(
        knownOnly.state().members().get(regression), all.state().members().get(regression));
    assertEquals(3 * 41, next(all, Told.day(80, 40)), 12);
    assertTrue(
        all.shares(Told.day(80, UNKNOWN)).stream()
            .noneMatch(share -> share.member().equals(regression)));
  }

  @Test
  void learnsNothingFromAMissingValue() {
    tell(pool, 5, 8, 6, 7, 9, 6);
    PoolState before = pool.state();

    pool.observe(Told.day(6), Double.NaN, false);

    assertEquals(before, pool.state());
  }

  @Test
  void replacesACensoredValueByWhatIsToBeExpectedOfIt() {
    tell(pool, new Random(4).doubles(40, 50, 70).toArray());
    PoolState before = pool.state();
    double mu = before.scale().toScale(next(pool));
    double sigma = Math.sqrt(before.squares() / (1 - Math.pow(0.97, 39)));
    double bound = before.scale().toScale(65);
    double k = (bound - mu) / sigma;
    double expected = mu + sigma * NORMAL.density(k) / (1 - NORMAL.cumulativeProbability(k));

    pool.observe(Told.day(40), 65, true);

    PoolState after = pool.state();
    assertEquals(expected, after.values().get(40), 1e-9);
    assertTrue(expected > bound);
    assertEquals(before.losses(), after.losses());
    assertEquals(before.steps(), after.steps());
  }

  @Test
  void takesABoundFarBeyondEveryForecastForLittleLessThanTheValue() {
    tell(pool, new Random(4).doubles(40, 50, 70).toArray());

    pool.observe(Told.day(40), 1e6, true);

    double bound = pool.state().scale().toScale(1e6);
    assertEquals(bound, pool.state().values().get(40), 0.01);
    assertTrue(pool.state().values().get(40) > bound);
  }

  @Test
  void isNotPulledDownByALowBound() {
    tell(pool, new Random(4).doubles(40, 50, 70).toArray());
    double mu = pool.state().scale().toScale(next(pool));

    pool.observe(Told.day(40), 1, true);

    assertEquals(mu, pool.state().values().get(40), 1e-6);
  }

  @Test
  void learnsNoLessThanItsForecastFromAnyBound() {
    Random random = new Random(4);
    tell(pool, random.doubles(40, 50, 70).toArray());
    for (int t = 40; t < 400; t += 2) {
      double forecast = pool.state().scale().toScale(next(pool, Told.day(t)));
      double bound = 100 * random.nextDouble();

      pool.observe(Told.day(t), bound, true);

      double learned = pool.state().values().get(t);
      assertTrue(learned >= forecast - 1e-9, learned + " against " + forecast);
      assertTrue(learned >= pool.state().scale().toScale(bound));
      tell(pool, 50 + 20 * random.nextDouble());
    }
  }

  @Test
  void risesFasterThanIfBoundsWereValues() {
    double[] values = new Random(4).doubles(40, 50, 70).toArray();
    Pool believing = plain();
    tell(pool, values);
    tell(believing, values);
    double before = next(pool);
    for (int t = 40; t < 46; t++) {
      pool.observe(Told.day(t), 90, true);
      believing.observe(Told.day(t), 90, false);
    }

    assertTrue(next(pool) > before + 5, "forecast " + next(pool) + " after " + before);
    assertTrue(mean(pool) > mean(believing));
  }

  @Test
  void keepsTheSpreadOfItsErrorsThroughCensoredValues() {
    tell(pool, new Random(4).doubles(12, 50, 70).toArray());
    PoolState before = pool.state();

    for (int t = 12; t < 30; t++) {
      pool.observe(Told.day(t), 1, true);
    }

    double sigma = Math.sqrt(before.squares() / (1 - Math.pow(0.97, 11)));
    assertEquals(sigma, Math.sqrt(pool.state().squares() / (1 - Math.pow(0.97, 29))), 1e-12);
  }

  @Test
  void beginsWithABoundIfThereIsNothingElse() {
    pool.observe(Told.day(0), 40, true);
    assertEquals(40, next(pool), 1e-9);

    pool.observe(Told.day(1), 50, true);
    assertTrue(next(pool) >= 40 && next(pool) <= 50.001, "forecast " + next(pool));
  }

  @Test
  void beginsAnewOnEachScaleUntilItIsSettled() {
    tell(pool, 0, 0, 3, 0, 1, 5);
    assertEquals(0.03, pool.state().scale().offset(), 1e-12);

    tell(pool, 2, 4, 1000);
    assertEquals(0.03, pool.state().scale().offset(), 1e-12);
    double[] told = {0, 0, 3, 0, 1, 5, 2, 4, 1000};
    assertArrayEquals(
        Arrays.stream(told).map(value -> Math.log(value + 0.03)).toArray(),
        pool.state().values().stream().mapToDouble(value -> value).toArray(),
        1e-12);
    assertEquals(List.of(3.0, 1.0, 5.0, 2.0, 4.0), pool.state().early());
  }

  /**
   * The same members after the same values, whether their scale was settled late or never moved.
   */
  @Test
  void forgetsTheScalesThatItLeft() {
    Random random = new Random(9);
    for (int trial = 0; trial < 50; trial++) {
      double[] values = random.doubles(30, 1, 9).map(u -> random.nextInt(3) == 0 ? 0 : u).toArray();
      Pool told = plain();
      tell(told, values);
      double zeros = 0;
      double all = 0;
      for (double value : values) {
        zeros = 0.98 * zeros + (value == 0 ? 1 : 0);
        all = 0.98 * all + 1;
      }
      List<Double> hurdle = requireNonNull(told.state().members().get("nothing to do or not"));
      assertEquals(zeros, hurdle.get(2), 1e-9, "trial " + trial);
      assertEquals(all, hurdle.get(5), 1e-9);
    }
  }

  @Test
  void settlesItsScaleHoweverLate() {
    tell(pool, new double[450]);
    assertEquals(0, next(pool));

    tell(pool, 100, 100, 100);
    assertEquals(1, pool.state().scale().offset());
    assertTrue(next(pool) > 1 && next(pool) < 101, "forecast " + next(pool));
  }

  @Test
  void followsAShiftOfItsLevel() {
    tell(pool, shifted());

    assertEquals(300, next(pool), 60);
  }

  @Test
  void letsFamiliesFitAnewAfterAShift() {
    LastValue family = new LastValue(5, 100);
    Pool pool = withFamily(family, Power.LOGARITHM, FitSchedule.SPARSE);
    fitAndTell(pool, Arrays.copyOf(shifted(), 50));
    int fits = family.fits();
    fitAndTell(pool, shifted(), 50);

    assertEquals(fits + 1, family.fits());
  }

  @Test
  void isMovedByLittleByASingleOutlier() {
    double[] values = new Random(5).doubles(40, 55, 65).toArray();
    values[39] = 600;
    tell(pool, values);
    assertTrue(next(pool) < 150, "forecast " + next(pool));

    tell(pool, 60, 61);
    assertEquals(60, next(pool), 10);
  }

  /** As far beyond the newest values as these lie apart, on the scale of the pool. */
  @Test
  void holdsWhatMembersSayNearTheNewestValues() {
    tell(pool, new Random(5).doubles(39, 55, 65).toArray());
    tell(pool, 1e9);
    double offset = pool.state().scale().offset();

    double limit = (1e9 + offset) * (1e9 + offset) / (55 + offset);
    for (Share share : pool.shares(Told.day(40))) {
      assertTrue(share.forecast() <= limit, share.toString());
    }
  }

  @Test
  void takesAnOutlierForNoMoreThanSixTimesItsUsualError() {
    tell(pool, new Random(5).doubles(39, 55, 65).toArray());
    double before = pool.state().squares();
    double variance = before / (1 - Math.pow(0.97, 38));

    tell(pool, 1e9);

    assertEquals(0.97 * before + 0.03 * 36 * variance, pool.state().squares(), 1e-12);
  }

  @Test
  void makesFamiliesMembersOnceTheyHaveAModel() {
    LastValue family = new LastValue(8, 100);
    Map<Power, String> names = new TreeMap<>();
    names.put(Power.IDENTITY, "last_value");
    names.put(Power.SQUARE_ROOT, "last_value of square roots");
    names.put(Power.LOGARITHM, "last_value of logarithms");
    names.forEach(
        (power, name) -> {
          Pool pool = withFamily(family, power, FitSchedule.GEOMETRIC);
          fitAndTell(pool, 5, 8, 6, 7, 9, 6, 4);
          assertTrue(shareOf(pool, name).isEmpty());
          fitAndTell(pool, 7);
          fit(pool, 5, 8, 6, 7, 9, 6, 4, 7);
          assertEquals(7, shareOf(pool, name).get(0).forecast(), 1e-9);
        });
  }

  /** The bound changes the scale and is not judged: nothing but what was before is. */
  @Test
  void letsFamiliesEarnNothingByForecastingThePast() {
    Pool pool = withFamily(new LastValue(2, 100), Power.IDENTITY, FitSchedule.SPARSE);
    fitAndTell(pool, 0, 9, 5, 0, 5);

    pool.observe(Told.day(5), 7, true);

    Map<String, Double> losses = pool.state().losses();
    assertEquals(losses.get("same hours of the day"), losses.get("last_value"));
  }

  @Test
  void tellsFamiliesEveryValueButNoBounds() {
    Pool pool = withFamily(new LastValue(3, 100), Power.IDENTITY, FitSchedule.SPARSE);
    fitAndTell(pool, 5, 8, 6, 7, 9);

    pool.observe(Told.day(5), 4, false);
    pool.observe(Told.day(6), 50, true);
    pool.observe(Told.day(7), Double.NaN, false);

    assertEquals(4, shareOf(pool, "last_value").get(0).forecast(), 1e-9);
    assertEquals(8, requireNonNull(pool.state().families().get("last_value")).told());
  }

  @Test
  void isNotChangedByBeingAsked() {
    Pool asked = pool(1);
    Pool notAsked = pool(1);
    Random random = new Random(6);
    for (int t = 0; t < 60; t++) {
      next(asked, Told.day(t, 3));
      asked.forecast(List.of(Told.day(t, 3), Told.day(t + 1, 9)));
      asked.shares(Told.day(t));
      next(asked, Told.day(t, t % 4));
      double value = random.nextDouble();
      tell(asked, Told.day(t, t % 4), value);
      tell(notAsked, Told.day(t, t % 4), value);
    }

    assertEquals(notAsked.state(), asked.state());
  }

  @Test
  void goesOnFromAKeptStateToTheLastBit() {
    Random random = new Random(7);
    Pool whole = withFamily(new LastValue(5, 100), Power.LOGARITHM, FitSchedule.GEOMETRIC);
    for (int t = 0; t < 450; t++) {
      double value = t < 20 ? 0 : Math.floor(20 * Math.exp(random.nextGaussian()));
      boolean censored = t % 17 == 4;
      Pool restored = withFamily(new LastValue(5, 100), Power.LOGARITHM, FitSchedule.GEOMETRIC);
      restored.restore(whole.state());
      whole.observe(Told.day(t), value, censored);
      restored.observe(Told.day(t), value, censored);
      assertEquals(whole.state(), restored.state(), "after " + t);
      assertEquals(next(whole), next(restored));
      assertEquals(whole.errorGrowth(4), restored.errorGrowth(4));
    }
  }

  @Test
  void keepsItsStateInTheSameOrderAlways() {
    tell(pool, 5, 8, 6);
    Pool restored = plain();
    restored.restore(pool.state());

    assertEquals(pool.state().losses().toString(), restored.state().losses().toString());
    assertEquals(
        CheapMembers.of(pool.state().scale(), 0, 1).members().stream().map(Member::title).toList(),
        new ArrayList<>(pool.state().losses().keySet()));
    assertEquals(
        new ArrayList<>(pool.state().members().keySet()),
        new ArrayList<>(restored.state().members().keySet()));
  }

  @Test
  void letsMembersThatAKeptStateDoesNotKnowBeginAnew() {
    tell(pool, new Random(8).doubles(30, 5, 9).toArray());
    PoolState state = pool.state();
    Map<String, Double> losses = new TreeMap<>(state.losses());
    losses.remove("AR(1)");
    losses.put("of old", 3.0);
    Map<String, List<Double>> members = new TreeMap<>(state.members());
    members.remove("AR(1)");
    members.put("of old", List.of(1.0));
    Pool restored = plain();
    restored.restore(with(state, members, losses));

    assertTrue(shareOf(restored, "AR(1)").isEmpty());
    assertTrue(shareOf(restored, "of old").isEmpty());
    assertEquals(
        shareOf(pool, "mean").get(0).forecast(), shareOf(restored, "mean").get(0).forecast());
    assertNotEquals(state.losses().get("AR(1)"), restored.state().losses().get("AR(1)"));
  }

  @Test
  void letsErrorsGrowNoFasterThanThoseOfARandomWalk() {
    tell(pool, new Random(8).doubles(60, 5, 9).toArray());
    assertEquals(1, pool.errorGrowth(1));
    double previous = 1;
    for (int horizon = 2; horizon < 20; horizon++) {
      double growth = pool.errorGrowth(horizon);
      assertTrue(growth >= previous && growth <= Math.sqrt(horizon));
      previous = growth;
    }

    Pool walk = plain();
    double[] steps = new Random(8).doubles(200, -0.2, 0.2).toArray();
    Arrays.parallelPrefix(steps, Double::sum);
    tell(walk, Arrays.stream(steps).map(Math::exp).toArray());
    assertTrue(walk.errorGrowth(9) > 2 * pool.errorGrowth(9) - 1, "a walk wanders more");
  }

  @Test
  void letsErrorsGrowAsTheFamilyThatLeadsSays() {
    Pool pool = withFamily(new LastValue(2, 100), Power.LOGARITHM, FitSchedule.GEOMETRIC);
    fitAndTell(pool, 5, 8, 6, 7, 9, 6);

    double family = shareOf(pool, "last_value of logarithms").get(0).weight();
    assertTrue(pool.errorGrowth(10) > 1 + family * 9 / 2);
  }

  /** The scale is the logarithm, its offset a share of the values: a factor shifts everything. */
  @Test
  void growsWithTheSeries() {
    double[] values = new Random(9).doubles(80, 5, 9).map(u -> u * u).toArray();
    tell(pool, values);
    Pool large = plain();
    tell(large, Arrays.stream(values).map(value -> 1e12 * value).toArray());

    assertEquals(1e12 * next(pool), next(large), 1e-8 * next(large));
    assertEquals(pool.errorGrowth(5), large.errorGrowth(5), 1e-8);
  }

  private static PoolState with(
      PoolState state, Map<String, List<Double>> members, Map<String, Double> losses) {
    return new PoolState(
        state.scale(),
        state.early(),
        state.seen(),
        state.values(),
        state.times(),
        state.covariates(),
        members,
        state.steps(),
        losses,
        state.squares(),
        state.families());
  }

  private static double mean(Pool pool) {
    return shareOf(pool, "mean").get(0).forecast();
  }

  private static double[] shifted() {
    double[] noise = new Random(5).doubles(55, 55, 65).toArray();
    return IntStream.range(0, 55).mapToDouble(t -> t < 50 ? noise[t] : 5 * noise[t]).toArray();
  }

  private static Pool plain() {
    return pool(0);
  }

  private static Pool pool(int covariates) {
    return new Pool(new PoolSettings(Power.LOGARITHM, covariates, 1, List::of));
  }

  private static Pool withFamily(LastValue family, Power power, FitSchedule schedule) {
    return new Pool(
        new PoolSettings(
            Power.LOGARITHM, 0, 1, () -> List.of(new ScheduledFamily(family, power, schedule))));
  }

  private static void tell(Pool pool, double... values) {
    for (double value : values) {
      tell(pool, Told.day((double) pool.state().seen()), value);
    }
  }

  private static void tell(Pool pool, Occasion occasion, double value) {
    pool.observe(occasion, value, false);
  }

  private static void fitAndTell(Pool pool, double... values) {
    fitAndTell(pool, values, 0);
  }

  private static void fitAndTell(Pool pool, double[] values, int from) {
    for (int t = from; t < values.length; t++) {
      fit(pool, Arrays.copyOf(values, t));
      pool.observe(Told.day(t), values[t], false);
    }
  }

  private static void fit(Pool pool, double... soFar) {
    if (pool.isFitDue()) {
      pool.fit(TimeSeries.of(soFar));
    }
  }

  private static double next(Pool pool) {
    return next(pool, Told.day((double) pool.state().seen()));
  }

  private static double next(Pool pool, Occasion occasion) {
    return pool.forecast(List.of(occasion))[0];
  }

  private static List<Share> shareOf(Pool pool, String member) {
    return pool.shares(Told.day((double) pool.state().seen())).stream()
        .filter(share -> share.member().equals(member))
        .toList();
  }
}
