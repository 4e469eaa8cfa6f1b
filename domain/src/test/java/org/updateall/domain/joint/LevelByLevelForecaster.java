package org.updateall.domain.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;

/**
 * A joint forecaster for tests: everything goes as well or as badly as everything else, and mutexes
 * do not matter.
 */
public final class LevelByLevelForecaster implements JointForecaster {

  @Override
  public Map<Target, TotalPrediction> totals(JointRun run) {
    Map<Target, TotalPrediction> totals = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      if (run.plugins().stream().anyMatch(each -> each.prediction(target).isDefined())) {
        totals.put(target, total(target, run));
      }
    }
    return totals;
  }

  private static TotalPrediction total(Target target, JointRun run) {
    List<PluginName> missing = new ArrayList<>();
    Map<PluginName, PredictiveDistribution> parts = new TreeMap<>();
    for (ResourceEstimate plugin : run.plugins()) {
      plugin
          .prediction(target)
          .peek(prediction -> parts.put(plugin.plugin(), prediction.distribution()))
          .onEmpty(() -> missing.add(plugin.plugin()));
    }
    double[] levels = PredictiveDistribution.levels();
    double[] totals = new double[levels.length];
    Map<PluginName, Double> critical = new HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      double level = levels[i];
      Map<PluginName, Double> values = new TreeMap<>();
      parts.forEach((plugin, part) -> values.put(plugin, part.quantile(level)));
      Course course = new Course(run, target, values);
      totals[i] = course.total();
      course.critical.forEach(each -> critical.merge(each, 1.0 / levels.length, Double::sum));
    }
    critical.replaceAll((plugin, share) -> Math.min(1, share));
    PredictiveDistribution distribution =
        parts.size() == 1 ? parts.values().iterator().next() : PredictiveDistribution.of(totals);
    return new TotalPrediction(
        target,
        distribution,
        target == Target.CPU_TIME || target == Target.DOWNLOAD_SIZE || run.schedule().isSequential()
            ? mean(target, parts, distribution)
            : distribution.mean(),
        List.copyOf(parts.keySet()),
        missing.stream().sorted().toList(),
        target == Target.WALL_CLOCK ? critical : Map.of());
  }

  private static double mean(
      Target target,
      Map<PluginName, PredictiveDistribution> parts,
      PredictiveDistribution distribution) {
    return target == Target.MEMORY_PEAK
        ? distribution.mean()
        : parts.values().stream().mapToDouble(PredictiveDistribution::mean).sum();
  }

  /** One course of the run: who is done when. */
  private static final class Course {

    private final Target target;
    private final Map<PluginName, Double> values;
    private final List<PluginName> critical = new ArrayList<>();
    private final double[] ends;
    private double greatest;

    Course(JointRun run, Target target, Map<PluginName, Double> values) {
      this.target = target;
      this.values = values;
      this.ends = new double[run.schedule().workers()];
      List<List<PluginName>> chains = new ArrayList<>();
      double[] held = new double[ends.length];
      Arrays.stream(ends).forEach(end -> chains.add(new ArrayList<>()));
      List<PluginName> order =
          values.keySet().stream().sorted(run.schedule().precedence()).toList();
      for (PluginName plugin : order) {
        int worker = first(ends);
        double value = values.getOrDefault(plugin, 0.0);
        ends[worker] += target == Target.MEMORY_PEAK ? 1 : value;
        held[worker] = value;
        greatest = Math.max(greatest, Arrays.stream(held).sum());
        chains.get(worker).add(plugin);
      }
      critical.addAll(chains.get(last(ends)));
    }

    double total() {
      return switch (target) {
        case WALL_CLOCK -> ends[last(ends)];
        case MEMORY_PEAK -> greatest;
        case CPU_TIME, DOWNLOAD_SIZE -> values.values().stream().mapToDouble(value -> value).sum();
      };
    }

    private static int first(double[] ends) {
      return places(ends).min(Comparator.comparing(place -> ends[place])).orElseThrow();
    }

    private static int last(double[] ends) {
      return places(ends).max(Comparator.comparing(place -> ends[place])).orElseThrow();
    }

    private static Stream<Integer> places(double[] ends) {
      return IntStream.range(0, ends.length).boxed();
    }
  }
}
