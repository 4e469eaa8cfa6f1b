package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.progress.RunPlan;
import org.updateall.domain.progress.RunState;
import org.updateall.domain.progress.TimeLeft;

/**
 * Whether the remaining time lies in its 90 % range as often as that, of simulated runs that were
 * predicted rightly: lognormal times, with stalls and without.
 */
class RemainingTimeSimulationTest {

  private static final double LEVEL = 0.9;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final RemainingTimeForecaster forecaster = new ConditionalForecaster();

  private static PredictiveDistribution lognormal(double median, double deviation) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> median * Math.exp(deviation * NORMAL.inverseCumulativeProbability(level)))
            .toArray());
  }

  /** At 50, 80 and 95 % of the expected time, of the runs that are not over then. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0",
    "0.05, 0.01",
    "0.3, 0",
    "0.3, 0.01",
    "0.6, 0",
    "0.6, 0.01",
    "1.2, 0",
    "1.2, 0.01"
  })
  void holdsOfOnePluginWhileItRuns(double deviation, double stalls) {
    SplittableRandom random = new SplittableRandom(17);
    double[] durations =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> Math.exp(deviation * random.nextGaussian()))
            .map(time -> random.nextDouble() < stalls ? time / random.nextDouble() : time)
            .toArray();
    for (double elapsed : new double[] {0.5, 0.8, 0.95}) {
      PredictionInterval left = left(lognormal(1, deviation), elapsed).interval(LEVEL);
      double[] still = Arrays.stream(durations).filter(each -> each > elapsed).toArray();
      double held =
          (double) Arrays.stream(still).filter(each -> left.contains(each - elapsed)).count()
              / still.length;
      assertTrue(held > 0.87 && held < 0.93, "at %s: %s".formatted(elapsed, held));
    }
  }

  private TimeLeft left(PredictiveDistribution believed, double elapsed) {
    PluginName plugin = plugin(0);
    return forecaster
        .open(
            new RunPlan(
                List.of(plugin),
                Map.of(plugin, believed),
                Schedule.sequential(),
                JointHistory.NONE))
        .remaining(new RunState(Map.of(plugin, new PluginState.Running(elapsed, null))))
        .of(plugin)
        .get();
  }

  private static PluginName plugin(int number) {
    return new PluginName("plugin" + number);
  }

  private static final int PLUGINS = 6;
  private static final double DEVIATION = 0.4;
  private static final double COMMON = 0.6;

  /** Normal scores of one run, with a shock that is common to all of it. */
  private static double[] scores(SplittableRandom random) {
    double shock = Math.sqrt(COMMON) * random.nextGaussian();
    return IntStream.range(0, PLUGINS)
        .mapToDouble(i -> shock + Math.sqrt(1 - COMMON) * random.nextGaussian())
        .toArray();
  }

  private static RunPlan plan(int workers, SplittableRandom random) {
    List<PluginName> plugins = IntStream.range(0, PLUGINS).mapToObj(i -> plugin(i)).toList();
    Map<PluginName, PredictiveDistribution> predictions = new HashMap<>();
    plugins.forEach(each -> predictions.put(each, lognormal(100, DEVIATION)));
    List<Map<PluginName, Double>> past = new ArrayList<>();
    for (int run = 0; run < 150; run++) {
      double[] scores = scores(random);
      Map<PluginName, Double> levels = new HashMap<>();
      for (int i = 0; i < PLUGINS; i++) {
        levels.put(plugin(i), NORMAL.cumulativeProbability(scores[i]));
      }
      past.add(levels);
    }
    return new RunPlan(
        plugins, predictions, new Schedule(workers, Map.of(), plugins), new JointHistory(past));
  }

  /** Asked at a random moment of each of many runs; the standard error is 0.012. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void holdsOfTheWholeInTheMidstOfARun(int workers) {
    SplittableRandom random = new SplittableRandom(29);
    var forecast = forecaster.open(plan(workers, random));
    int held = 0;
    int runs = 600;
    for (int run = 0; run < runs; run++) {
      Course course = new Course(workers, scores(random));
      double moment = random.nextDouble() * course.end();
      TimeLeft left = forecast.remaining(course.state(moment)).whole().get();
      held += left.interval(LEVEL).contains(course.end() - moment) ? 1 : 0;
    }

    assertEquals(0.9, (double) held / runs, 3 * 0.0122);
  }

  /** When the plugins of one run began and ended, each as soon as a worker was free. */
  private static final class Course {

    private final double[] begins = new double[PLUGINS];
    private final double[] ends = new double[PLUGINS];

    Course(int workers, double[] scores) {
      double[] free = new double[workers];
      for (int i = 0; i < PLUGINS; i++) {
        Arrays.sort(free);
        begins[i] = free[0];
        ends[i] = free[0] + 100 * Math.exp(DEVIATION * scores[i]);
        free[0] = ends[i];
      }
    }

    double end() {
      return Arrays.stream(ends).max().orElse(0);
    }

    RunState state(double moment) {
      Map<PluginName, PluginState> states = new HashMap<>();
      for (int i = 0; i < PLUGINS; i++) {
        states.put(plugin(i), state(i, moment));
      }
      return new RunState(states);
    }

    private PluginState state(int i, double moment) {
      if (moment < begins[i]) {
        return new PluginState.Waiting();
      }
      return moment < ends[i]
          ? new PluginState.Running(moment - begins[i], null)
          : new PluginState.Ended(ends[i] - begins[i]);
    }
  }

  @Test
  void expectsMoreOfTheRestOnceTheBeginningTookLong() {
    var forecast = forecaster.open(plan(1, new SplittableRandom(5)));
    Map<PluginName, PluginState> slow = new HashMap<>();
    Map<PluginName, PluginState> fast = new HashMap<>();
    for (int i = 0; i < PLUGINS; i++) {
      slow.put(plugin(i), i < 2 ? new PluginState.Ended(170) : new PluginState.Waiting());
      fast.put(plugin(i), i < 2 ? new PluginState.Ended(60) : new PluginState.Waiting());
    }

    double afterSlow = forecast.remaining(new RunState(slow)).whole().get().point();
    double afterFast = forecast.remaining(new RunState(fast)).whole().get().point();

    assertTrue(afterSlow > 1.5 * afterFast, afterSlow + " " + afterFast);
  }
}
