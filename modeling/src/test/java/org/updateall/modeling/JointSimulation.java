package org.updateall.modeling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.Schedule;
import org.updateall.modeling.evaluation.PastLevels;
import org.updateall.modeling.joint.ListSchedule;

/**
 * Simulated runs of eight plugins, of which each run skips a quarter at random, and how often their
 * total lies in the 90 % interval that is predicted from the runs before: elapsed times are
 * lognormal, and a share of the variance of their logarithms is the same for all plugins of a run.
 * Each plugin is predicted before every run from its own past alone, by the law of {@link FewRuns},
 * so that its levels are those of true forecasts.
 *
 * <p>{@link #main} prints the whole table.
 */
final class JointSimulation {

  static final List<Schedule> SCHEDULES =
      List.of(Schedule.sequential(), Schedule.parallel(3), Schedule.parallel(8));

  private static final int PLUGINS = 8;
  private static final double SKIPPED = 0.25;
  private static final double LEVEL = 0.9;
  private static final double PRIOR_WEIGHT = 4;
  private static final double PRIOR_DEVIATION = 0.5;
  private static final Map<Double, double[]> STUDENT = new ConcurrentHashMap<>();

  private final int runs;
  private final double shock;

  /**
   * @param runs how many runs there were before
   * @param shock the share of variance that is common to all plugins of a run
   */
  JointSimulation(int runs, double shock) {
    this.runs = runs;
    this.shock = shock;
  }

  /** Prints coverage by schedule. */
  public static void main(String[] arguments) {
    int replications = Integer.parseInt(arguments[0]);
    System.out.println("shock runs independent(1, 3, 8 at a time) copula(1, 3, 8 at a time)");
    for (double shock : new double[] {0.6, 0}) {
      for (int runs : new int[] {8, 15, 30, 60, 150}) {
        JointSimulation simulation = new JointSimulation(runs, shock);
        System.out.println(
            shock
                + " "
                + runs
                + " "
                + Arrays.toString(simulation.coverage(replications, false))
                + " "
                + Arrays.toString(simulation.coverage(replications, true)));
      }
    }
  }

  /**
   * In what share of replications the total lay in its interval, for each of {@link #SCHEDULES}.
   *
   * @param joint whether it is told how past runs went along with one another
   */
  double[] coverage(int replications, boolean joint) {
    List<boolean[]> inside =
        IntStream.range(0, replications)
            .parallel()
            .mapToObj(replication -> replicate(new SplittableRandom(replication), joint))
            .toList();
    return IntStream.range(0, SCHEDULES.size())
        .mapToDouble(place -> inside.stream().filter(each -> each[place]).count())
        .map(count -> count / replications)
        .toArray();
  }

  private boolean[] replicate(SplittableRandom random, boolean joint) {
    double[] centres = random.doubles(PLUGINS).map(u -> 2 + 2 * u).toArray();
    double[] spreads = random.doubles(PLUGINS).map(u -> 0.45 * Math.exp(0.6 * (u - 0.5))).toArray();
    List<List<Double>> pasts = new ArrayList<>();
    IntStream.range(0, PLUGINS).forEach(plugin -> pasts.add(new ArrayList<>()));
    List<Map<PluginName, Double>> history = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      double[] logarithms = logarithms(random, centres, spreads);
      Map<PluginName, Double> levels = new HashMap<>();
      for (int plugin = 0; plugin < PLUGINS; plugin++) {
        if (random.nextDouble() >= SKIPPED) {
          tell(pasts.get(plugin), logarithms[plugin], name(plugin), levels);
        }
      }
      history.add(levels);
    }
    List<ResourceEstimate> parts = new ArrayList<>();
    for (int plugin = 0; plugin < PLUGINS; plugin++) {
      if (pasts.get(plugin).isEmpty()) {
        pasts.get(plugin).add(centres[plugin]);
      }
      parts.add(part(plugin, quantiles(pasts.get(plugin))));
    }
    double[] actual = Arrays.stream(logarithms(random, centres, spreads)).map(Math::exp).toArray();
    JointHistory known = joint ? new JointHistory(history) : JointHistory.NONE;
    boolean[] inside = new boolean[SCHEDULES.size()];
    for (int place = 0; place < inside.length; place++) {
      inside[place] = isInside(parts, SCHEDULES.get(place), known, actual);
    }
    return inside;
  }

  private static boolean isInside(
      List<ResourceEstimate> parts, Schedule schedule, JointHistory history, double[] actual) {
    JointRun run = new JointRun(parts, schedule, Map.of(Target.WALL_CLOCK, history), Map.of());
    PredictionInterval interval =
        requireNonNull(new CopulaForecaster().totals(run).get(Target.WALL_CLOCK)).interval(LEVEL);
    ListSchedule rule = new ListSchedule(schedule.workers(), new int[PLUGINS][0]);
    return interval.contains(rule.course(actual).makespan());
  }

  private double[] logarithms(SplittableRandom random, double[] centres, double[] spreads) {
    double common = Math.sqrt(shock) * random.nextGaussian();
    double[] logarithms = new double[PLUGINS];
    Arrays.setAll(
        logarithms,
        plugin ->
            centres[plugin]
                + spreads[plugin] * (common + Math.sqrt(1 - shock) * random.nextGaussian()));
    return logarithms;
  }

  private static void tell(
      List<Double> past, double logarithm, PluginName name, Map<PluginName, Double> levels) {
    if (!past.isEmpty()) {
      PastLevels told = PastLevels.NONE.plus(0, Math.exp(logarithm), quantiles(past));
      levels.put(name, told.levels().get(0));
    }
    past.add(logarithm);
  }

  /** Those of {@link FewRuns}, from the logarithms of the values. */
  private static double[] quantiles(List<Double> logarithms) {
    double[] sorted = logarithms.stream().mapToDouble(each -> each).sorted().toArray();
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    double squares = Arrays.stream(sorted).map(z -> (z - median) * (z - median)).sum();
    double freedom = PRIOR_WEIGHT + n - 1;
    double variance = (PRIOR_WEIGHT * PRIOR_DEVIATION * PRIOR_DEVIATION + squares) / freedom;
    double spread = Math.sqrt(variance * (1 + 1.0 / n));
    return Arrays.stream(STUDENT.computeIfAbsent(freedom, JointSimulation::student))
        .map(t -> Math.exp(median + spread * t))
        .toArray();
  }

  private static double[] student(double freedom) {
    TDistribution student = new TDistribution(null, freedom);
    return Arrays.stream(PredictiveDistribution.levels())
        .map(student::inverseCumulativeProbability)
        .toArray();
  }

  private static ResourceEstimate part(int plugin, double[] quantiles) {
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    SeriesKey key = new SeriesKey(name(plugin), HostScope.everyHost(), Target.WALL_CLOCK);
    Prediction prediction =
        new Prediction(key, distribution.median(), distribution, Basis.FEW_RUNS, null, 9, 0);
    return new ResourceEstimate(name(plugin), Map.of(Target.WALL_CLOCK, prediction));
  }

  private static PluginName name(int plugin) {
    return new PluginName("plugin" + plugin);
  }
}
