package org.updateall.modeling;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.joint.PartsOfRuns.certain;
import static org.updateall.domain.joint.PartsOfRuns.uniform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.joint.JointForecasterContract;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.joint.PastTotals.PastTotal;
import org.updateall.domain.joint.Schedule;

class CopulaForecasterTest extends JointForecasterContract {

  private static final Target TIME = Target.WALL_CLOCK;
  private static final List<Schedule> SCHEDULES =
      List.of(Schedule.sequential(), Schedule.parallel(3), Schedule.parallel(30));

  @Override
  protected JointForecaster forecaster() {
    return new CopulaForecaster();
  }

  @Test
  void addsTwoUniformTimesToATriangle() {
    PredictiveDistribution sum =
        total(plugins(2, 1), Schedule.sequential(), JointHistory.NONE).distribution();

    assertEquals(1, sum.median(), 0.02);
    assertEquals(Math.sqrt(0.1), sum.quantile(0.05), 0.02);
    assertEquals(2 - Math.sqrt(0.1), sum.quantile(0.95), 0.02);
  }

  @Test
  void takesTheLargerOfTwoUniformTimesThatRunAtTheSameTime() {
    PredictiveDistribution larger =
        total(plugins(2, 1), Schedule.parallel(2), JointHistory.NONE).distribution();

    assertEquals(Math.sqrt(0.5), larger.median(), 0.02);
    assertEquals(Math.sqrt(0.05), larger.quantile(0.05), 0.02);
  }

  @Test
  void growsInWidthWithTheRootOfTheNumberOfPluginsThatDoNotDependOnOneAnother() {
    double width =
        total(plugins(25, 1), Schedule.sequential(), JointHistory.NONE).interval(0.9).width();

    double normal = 2 * 1.6449 * Math.sqrt(25 / 12.0);
    assertEquals(normal, width, 0.02 * normal);
  }

  @Test
  void isWiderWherePastRunsWentWellOrBadlyTogether() {
    List<ResourceEstimate> plugins = plugins(8, 1);
    double independent =
        total(plugins, Schedule.sequential(), history(8, 100, 0)).interval(0.9).width();
    double dependent =
        total(plugins, Schedule.sequential(), history(8, 100, 1)).interval(0.9).width();
    double sumOfBounds = 8 * 0.9;

    assertTrue(dependent > 1.8 * independent, dependent + " and " + independent);
    assertTrue(dependent < 1.01 * sumOfBounds, dependent + " of " + sumOfBounds);
  }

  @Test
  void waitsForMutexes() {
    List<ResourceEstimate> plugins =
        List.of(certain("apt", 4, 100), certain("dpkg", 3, 50), certain("npm", 5, 10));
    Set<String> lock = Set.of("pkgmgr:dpkg");
    Schedule schedule =
        new Schedule(
            3, Map.of(new PluginName("apt"), lock, new PluginName("dpkg"), lock), List.of());

    Map<Target, TotalPrediction> totals = forecaster().totals(new JointRun(plugins, schedule));

    TotalPrediction time = requireNonNull(totals.get(TIME));
    assertEquals(7, time.point(), 1e-9);
    assertEquals(1, time.criticalShare(new PluginName("dpkg")));
    assertEquals(0, time.criticalShare(new PluginName("npm")));
    assertEquals(110, requireNonNull(totals.get(Target.MEMORY_PEAK)).point(), 1e-9);
  }

  @Test
  void letsAPluginOfUnknownTimeRunAsLongAsTheOthers() {
    List<ResourceEstimate> plugins =
        List.of(
            certain("apt", 4, 100),
            certain("npm", 6, 50),
            uniform("snap", Target.MEMORY_PEAK, 7, 7));

    Map<Target, TotalPrediction> totals =
        forecaster().totals(new JointRun(plugins, Schedule.parallel(2)));

    assertEquals(6, requireNonNull(totals.get(TIME)).point(), 1e-9);
    assertEquals(150, requireNonNull(totals.get(Target.MEMORY_PEAK)).point(), 1e-9);
    assertEquals(3, requireNonNull(totals.get(Target.MEMORY_PEAK)).included().size());
  }

  @Test
  void sharesTheCriticalPathByHowOftenEachPluginIsTheLastOne() {
    TotalPrediction total =
        total(
            List.of(uniform("apt", TIME, 0, 2), uniform("snap", TIME, 0, 1)),
            Schedule.parallel(2),
            JointHistory.NONE);

    assertEquals(0.75, total.criticalShare(new PluginName("apt")), 0.03);
    assertEquals(0.25, total.criticalShare(new PluginName("snap")), 0.03);
  }

  @Test
  void doesNotDependOnTheOrderOfPluginsInThePastEither() {
    List<ResourceEstimate> plugins = new ArrayList<>(plugins(9, 1));
    JointHistory history = history(9, 30, 0.5);
    for (Schedule schedule : SCHEDULES) {
      TotalPrediction before = total(plugins, schedule, history);

      Collections.shuffle(plugins, new Random(4));

      assertEquals(before, total(plugins, schedule, history));
    }
  }

  @Test
  void growsWithItsParts() {
    JointHistory history = history(7, 30, 0.5);
    for (Schedule schedule : SCHEDULES) {
      TotalPrediction once = total(plugins(7, 1), schedule, history);
      TotalPrediction thousandfold = total(plugins(7, 1000), schedule, history);

      assertEquals(1000 * once.mean(), thousandfold.mean(), 1e-6);
      for (double level : new double[] {0.005, 0.05, 0.5, 0.95, 0.995}) {
        double expected = 1000 * once.distribution().quantile(level);
        assertEquals(expected, thousandfold.distribution().quantile(level), 1e-9 * expected);
      }
      assertEquals(once.criticalShares(), thousandfold.criticalShares());
    }
  }

  @Test
  void widensWhereTotalsOfThePastFellOutside() {
    List<PastTotal> missed =
        IntStream.range(0, 50)
            .mapToObj(i -> new PastTotal(i % 2 == 0 ? 6 : 14, 10, 8, 12))
            .toList();
    PredictiveDistribution plain =
        total(plugins(5, 4), Schedule.sequential(), JointHistory.NONE).distribution();

    PredictiveDistribution widened =
        requireNonNull(
                forecaster()
                    .totals(
                        new JointRun(
                            plugins(5, 4),
                            Schedule.sequential(),
                            Map.of(),
                            Map.of(TIME, new PastTotals(0.9, missed))))
                    .get(TIME))
            .distribution();

    assertEquals(plain.median(), widened.median());
    assertEquals(
        Math.sqrt(2) * (plain.quantile(0.95) - plain.median()),
        widened.quantile(0.95) - widened.median(),
        1e-9);
  }

  @Test
  void givesFiniteFiguresForStrangePasts() {
    List<Map<PluginName, Double>> same = new ArrayList<>();
    List<Map<PluginName, Double>> apart = new ArrayList<>();
    for (int run = 0; run < 40; run++) {
      same.add(Map.of(name(0), 0.5, name(1), 0.5, name(2), 0.9975));
      apart.add(Map.of(name(run % 3), 0.0025));
    }
    for (JointHistory history :
        List.of(new JointHistory(same), new JointHistory(apart), history(3, 2, 1))) {
      for (Schedule schedule : SCHEDULES) {
        TotalPrediction total = total(plugins(3, 1e12), schedule, history);
        for (double quantile : total.distribution().quantiles()) {
          assertTrue(Double.isFinite(quantile));
        }
        assertTrue(Double.isFinite(total.mean()));
      }
    }
  }

  private TotalPrediction total(
      List<ResourceEstimate> plugins, Schedule schedule, JointHistory history) {
    JointRun run = new JointRun(plugins, schedule, Map.of(TIME, history), Map.of());
    return requireNonNull(forecaster().totals(run).get(TIME));
  }

  private static List<ResourceEstimate> plugins(int count, double most) {
    return IntStream.range(0, count)
        .mapToObj(place -> uniform(name(place).value(), TIME, 0, most))
        .toList();
  }

  private static PluginName name(int place) {
    return new PluginName("plugin" + place);
  }

  /** Runs in which that share of what happens to a plugin happens to all. */
  private static JointHistory history(int plugins, int runs, double share) {
    SplittableRandom random = new SplittableRandom(1);
    List<Map<PluginName, Double>> history = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      double shock = 0.01 + 0.98 * random.nextDouble();
      Map<PluginName, Double> levels = new HashMap<>();
      for (int place = 0; place < plugins; place++) {
        double own = 0.01 + 0.98 * random.nextDouble();
        levels.put(name(place), share * shock + (1 - share) * own);
      }
      history.add(levels);
    }
    return new JointHistory(history);
  }
}
