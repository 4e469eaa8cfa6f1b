package org.updateall.modeling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.PartsOfRuns;
import org.updateall.domain.joint.Schedule;

/**
 * What totals cost: 30 plugins with 150 past runs, warm, in milliseconds of processor time. Not run
 * by the build.
 */
final class JointBenchmark {

  private static final int PLUGINS = 30;
  private static final int RUNS = 150;
  private static final int WARM_UP = 300;
  private static final int MEASURED = 201;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private JointBenchmark() {}

  public static void main(String[] arguments) {
    for (Schedule schedule :
        List.of(Schedule.sequential(), Schedule.parallel(4), Schedule.parallel(PLUGINS))) {
      System.out.printf(
          "%d at a time: median %.1f ms%n", schedule.workers(), median(run(schedule)));
    }
  }

  private static JointRun run(Schedule schedule) {
    List<ResourceEstimate> plugins = new ArrayList<>();
    for (int i = 0; i < PLUGINS; i++) {
      plugins.add(PartsOfRuns.uniform("plugin" + i, Target.WALL_CLOCK, 1, 10 + i));
    }
    SplittableRandom random = new SplittableRandom(1);
    List<Map<PluginName, Double>> past = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Map<PluginName, Double> levels = new HashMap<>();
      plugins.forEach(each -> levels.put(each.plugin(), 0.01 + 0.98 * random.nextDouble()));
      past.add(levels);
    }
    return new JointRun(
        plugins, schedule, Map.of(Target.WALL_CLOCK, new JointHistory(past)), Map.of());
  }

  private static double median(JointRun run) {
    CopulaForecaster forecaster = new CopulaForecaster();
    double[] times = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      if (forecaster.totals(run).isEmpty()) {
        throw new IllegalStateException("there is no total");
      }
      times[Math.max(0, i)] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[MEASURED / 2];
  }
}
