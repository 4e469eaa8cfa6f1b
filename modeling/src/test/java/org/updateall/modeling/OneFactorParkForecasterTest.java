package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.fleet.ParkHosts.uniform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.updateall.domain.fleet.HostDay;
import org.updateall.domain.fleet.HostOrder;
import org.updateall.domain.fleet.ParkForecast;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.fleet.ParkForecasterContract;
import org.updateall.domain.fleet.ParkHost;
import org.updateall.domain.fleet.ParkHosts;
import org.updateall.domain.fleet.ParkPlan;
import org.updateall.domain.fleet.ParkWave;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SampleQuantile;

final class OneFactorParkForecasterTest extends ParkForecasterContract {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  @Override
  protected ParkForecaster forecaster() {
    return new OneFactorParkForecaster();
  }

  private PredictiveDistribution whole(List<ParkHost> hosts, int atATime, double correlation) {
    return forecaster()
        .forecast(new ParkPlan(hosts, atATime, HostOrder.BY_NAME, correlation))
        .total(Target.WALL_CLOCK)
        .get()
        .distribution();
  }

  /** The distribution of a sum of n independent ones: nearly normal, with n times the variance. */
  @Test
  void addsUpIndependentHosts() {
    PredictiveDistribution sum = whole(ParkHosts.alike(400), 1, 0);

    double deviation = Math.sqrt(400 * 120.0 * 120 / 12);
    assertEquals(400 * 120, sum.median(), 0.1 * deviation);
    assertEquals(400 * 120 + 1.6449 * deviation, sum.quantile(0.95), 0.12 * deviation);
    assertEquals(400 * 120 - 1.6449 * deviation, sum.quantile(0.05), 0.12 * deviation);
  }

  /**
   * Given the factor f the mean of many is 60 + 120 Phi(f sqrt(r / (2 - r))), so that the quantiles
   * of f make those of the sum (the limit of a large portfolio, Vasicek 2002).
   */
  @Test
  void addsUpHostsWithWhatIsCommonToThem() {
    PredictiveDistribution sum = whole(ParkHosts.alike(400), 1, 0.5);

    for (double level : new double[] {0.05, 0.1587, 0.5, 0.8413, 0.95}) {
      double factor = NORMAL.inverseCumulativeProbability(level);
      double mean = 60 + 120 * NORMAL.cumulativeProbability(factor * Math.sqrt(0.5 / 1.5));
      assertEquals(mean, sum.quantile(level) / 400, 0.8);
    }
  }

  @Test
  void goesLevelByLevelWhereEverythingIsCommon() {
    List<ParkHost> hosts =
        List.of(
            uniform("a", Target.WALL_CLOCK, 10, 20),
            uniform("b", Target.WALL_CLOCK, 0, 100),
            uniform("c", Target.WALL_CLOCK, 15, 16));

    PredictiveDistribution one = whole(hosts, 1, 1);
    PredictiveDistribution all = whole(hosts, 3, 1);

    for (double level : new double[] {0.05, 0.1, 0.25, 0.5, 0.9, 0.95}) {
      assertEquals(25 + 111 * level, one.quantile(level), 0.1);
      double slowest = Math.max(Math.max(10 + 10 * level, 100 * level), 15 + level);
      assertEquals(slowest, all.quantile(level), 0.1);
    }
  }

  /** The largest of n independent uniform values has the distribution function u^n. */
  @Test
  void takesTheSlowestOfIndependentHosts() {
    PredictiveDistribution slowest = whole(ParkHosts.alike(20), 20, 0);

    for (double level : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      assertEquals(60 + 120 * Math.pow(level, 1 / 20.0), slowest.quantile(level), 0.8);
    }
  }

  /** Given the factor hosts are independent: P(max below x) is an integral over the factor. */
  @Test
  void takesTheSlowestOfHostsWithACommonFactor() {
    PredictiveDistribution slowest = whole(ParkHosts.alike(50), 50, 0.4);

    for (double x : new double[] {150, 165, 175}) {
      double score = NORMAL.inverseCumulativeProbability((x - 60) / 120);
      double below =
          IntStream.range(0, 20_000)
              .mapToDouble(i -> NORMAL.inverseCumulativeProbability((i + 0.5) / 20_000))
              .map(f -> NORMAL.cumulativeProbability((score - Math.sqrt(0.4) * f) / Math.sqrt(0.6)))
              .map(each -> Math.pow(each, 50))
              .average()
              .orElseThrow();
      assertEquals(x, slowest.quantile(below), 1.2);
    }
  }

  @Test
  void agreesWithCoursesThatAreDrawnOneByOne() {
    List<ParkHost> hosts =
        IntStream.range(0, 30)
            .mapToObj(i -> uniform("h%02d".formatted(i), Target.WALL_CLOCK, 10 + i, 60 + 9 * i))
            .toList();
    double[] ends = new double[40_000];
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < ends.length; draw++) {
      double factor = random.nextGaussian();
      double[] workers = new double[4];
      for (ParkHost host : hosts) {
        double z = Math.sqrt(0.3) * factor + Math.sqrt(0.7) * random.nextGaussian();
        Arrays.sort(workers);
        workers[0] += host.total(Target.WALL_CLOCK).get().quantile(NORMAL.cumulativeProbability(z));
      }
      ends[draw] = Arrays.stream(workers).max().orElseThrow();
    }
    Arrays.sort(ends);

    PredictiveDistribution whole = whole(hosts, 4, 0.3);

    for (double level : new double[] {0.05, 0.5, 0.95}) {
      double expected = SampleQuantile.of(ends, level);
      assertEquals(expected, whole.quantile(level), 0.015 * expected);
    }
  }

  @Test
  void addsUpPluginsWithWhatIsCommonToThem() {
    Map<PluginName, PredictiveDistribution> plugins = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      plugins.put(new PluginName("p" + i), uniform(0, 12));
    }

    PredictiveDistribution free = forecaster().inTurn(plugins, 0);
    PredictiveDistribution common = forecaster().inTurn(plugins, 1);

    assertEquals(72, free.median(), 0.7);
    assertEquals(72 + 1.6449 * 12, free.quantile(0.95), 1);
    for (double level : new double[] {0.05, 0.5, 0.95}) {
      assertEquals(144 * level, common.quantile(level), 0.1);
    }
  }

  @Test
  void wavesEndOneAfterAnotherAndTheLastWithThePark() {
    ParkForecast forecast =
        forecaster().forecast(new ParkPlan(ParkHosts.alike(95), 10, HostOrder.LONGEST_FIRST, 0.2));

    List<ParkWave> waves = forecast.waves();
    assertEquals(10, waves.size());
    assertEquals(95, waves.get(9).last());
    assertEquals(91, waves.get(9).first());
    for (int wave = 1; wave < 10; wave++) {
      assertTrue(waves.get(wave).expectedEnd() > waves.get(wave - 1).expectedEnd());
    }
    double mean = forecast.total(Target.WALL_CLOCK).get().distribution().mean();
    assertEquals(mean, waves.get(9).expectedEnd(), 0.005 * mean);
  }

  @Test
  void findsTheVeryNumberThatIsEnough() {
    ParkPlan plan = new ParkPlan(ParkHosts.alike(20), 1, HostOrder.LONGEST_FIRST, 0.2);
    double[] ends =
        IntStream.rangeClosed(1, 20)
            .mapToDouble(
                atATime ->
                    forecaster()
                        .forecast(plan.withAtATime(atATime))
                        .total(Target.WALL_CLOCK)
                        .get()
                        .distribution()
                        .quantile(0.9))
            .toArray();

    for (int atATime : new int[] {1, 2, 7, 13, 20}) {
      int found = forecaster().enoughAtATime(plan, ends[atATime - 1], 0.9).get();
      assertTrue(ends[found - 1] <= ends[atATime - 1], "too few: " + found);
      assertTrue(found == 1 || ends[found - 2] > ends[atATime - 1], "too many: " + found);
    }
    assertTrue(forecaster().enoughAtATime(plan, ends[19] - 0.01, 0.9).isEmpty());
  }

  @Test
  void manyHostsGetFewerDraws() {
    assertEquals(4096, ParkDraws.drawsOf(1));
    assertEquals(4096, ParkDraws.drawsOf(8192));
    assertEquals(2048, ParkDraws.drawsOf(10_000));
    assertEquals(512, ParkDraws.drawsOf(1_000_000));
  }

  /** Sixty days of forty hosts: the estimate of the true 0.5, drawn towards the assumed value. */
  @Test
  void learnsFromDaysWhatIsCommonToThem() {
    List<HostDay> days = days(60, 40, 0.5);

    assertEquals(0.5, forecaster().correlation(days, 0.5), 0.1);
    assertEquals((59 * 0.5 + 10 * 0.1) / 69, forecaster().correlation(days, 0.1), 0.1);
    assertEquals(0.02, forecaster().correlation(days(60, 40, 0), 0.1), 0.02);
  }

  private static List<HostDay> days(int count, int hosts, double correlation) {
    SplittableRandom random = new SplittableRandom(11);
    List<HostDay> days = new ArrayList<>();
    for (int day = 0; day < count; day++) {
      double factor = random.nextGaussian();
      for (int host = 0; host < hosts; host++) {
        double z =
            Math.sqrt(correlation) * factor + Math.sqrt(1 - correlation) * random.nextGaussian();
        days.add(
            new HostDay(LocalDate.of(2026, 1, 1).plusDays(day), NORMAL.cumulativeProbability(z)));
      }
    }
    return days;
  }

  @Test
  void sameNamesDrawTheSameWhateverElseIsInThePark() {
    List<ParkHost> few = ParkHosts.alike(3);
    float[] alone = firstColumn(ParkDraws.of(Target.WALL_CLOCK, few.subList(0, 1), 0.3));
    float[] among = firstColumn(ParkDraws.of(Target.WALL_CLOCK, few, 0.3));

    assertArrayEquals(alone, among);
  }

  private static float[] firstColumn(ParkDraws draws) {
    float[] column = new float[draws.draws()];
    for (int draw = 0; draw < column.length; draw++) {
      column[draw] = (float) draws.draw(draw)[0];
    }
    return column;
  }
}
