package org.updateall.modeling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTimeForecast;
import org.updateall.domain.progress.ReportedShare;
import org.updateall.domain.progress.RunPlan;
import org.updateall.domain.progress.RunState;

/**
 * How much processor time a question for the remaining time of a run of thirty plugins takes, warm:
 * one after another or four at a time, in the midst of the run, and all at once. Not run by the
 * build, for want of a name that ends in Test. Medians are printed, no time is checked.
 */
class RemainingTimeBenchmark {

  private static final int PLUGINS = 30;
  private static final int REPETITIONS = 401;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void timesQuestions() {
    System.out.println("running at a time   opened   a question");
    for (int workers : new int[] {1, 4, PLUGINS}) {
      RunPlan plan = plan(workers);
      RunState state = state(workers);
      RemainingTimeForecast forecast = new ConditionalForecaster().open(plan);
      System.out.printf(
          Locale.ROOT,
          "%17d  %5.1f ms  %8.2f ms%n",
          workers,
          median(() -> new ConditionalForecaster().open(plan)),
          median(() -> forecast.remaining(state)));
    }
  }

  private static double median(Runnable work) {
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < 2 * REPETITIONS; i++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      work.run();
      times[i % REPETITIONS] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  private static PluginName plugin(int number) {
    return new PluginName("plugin%02d".formatted(number));
  }

  private static RunPlan plan(int workers) {
    List<PluginName> plugins = IntStream.range(0, PLUGINS).mapToObj(i -> plugin(i)).toList();
    SplittableRandom random = new SplittableRandom(3);
    Map<PluginName, PredictiveDistribution> predictions = new HashMap<>();
    plugins.forEach(
        each ->
            predictions.put(
                each,
                PredictiveDistribution.of(
                    random
                        .doubles(PredictiveDistribution.levels().length, 20, 200)
                        .sorted()
                        .toArray())));
    List<Map<PluginName, Double>> past =
        IntStream.range(0, 100).mapToObj(run -> levels(plugins, random)).toList();
    return new RunPlan(plugins, predictions, Schedule.parallel(workers), new JointHistory(past));
  }

  private static Map<PluginName, Double> levels(List<PluginName> plugins, SplittableRandom random) {
    double common = random.nextDouble();
    Map<PluginName, Double> levels = new HashMap<>();
    plugins.forEach(
        each -> levels.put(each, Math.min(0.999, 0.6 * common + 0.4 * random.nextDouble() + 1e-3)));
    return levels;
  }

  /** A quarter has ended, as many run as may, every other of which has said how far it is. */
  private static RunState state(int workers) {
    int ended = workers == PLUGINS ? 0 : PLUGINS / 4;
    Map<PluginName, PluginState> states = new HashMap<>();
    for (int i = 0; i < PLUGINS; i++) {
      PluginState running =
          new PluginState.Running(60, i % 2 == 0 ? null : new ReportedShare(0.4, 55, 0));
      states.put(
          plugin(i),
          i < ended
              ? new PluginState.Ended(90)
              : i < ended + workers ? running : new PluginState.Waiting());
    }
    return new RunState(states);
  }
}
