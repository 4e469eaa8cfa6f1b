package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** A forecaster for tests: everything goes as well or as badly as everything else. */
public final class LevelByLevelParkForecaster implements ParkForecaster {

  @Override
  public PredictiveDistribution inTurn(
      Map<PluginName, PredictiveDistribution> plugins, double correlation) {
    ParkPlan.requireCorrelation(correlation);
    if (plugins.isEmpty()) {
      throw new IllegalArgumentException("there is no plugin");
    }
    return sum(List.copyOf(plugins.values()));
  }

  private static PredictiveDistribution sum(List<PredictiveDistribution> parts) {
    return byLevel(level -> parts.stream().mapToDouble(part -> part.quantile(level)).sum());
  }

  private static PredictiveDistribution byLevel(ToDoubleFunction<Double> total) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels()).map(total::applyAsDouble).toArray());
  }

  @Override
  public double correlation(Collection<HostDay> days, double assumed) {
    return assumed;
  }

  @Override
  public ParkForecast forecast(ParkPlan plan) {
    Map<Target, ParkTotal> totals = new EnumMap<>(Target.class);
    for (Target target : List.of(Target.CPU_TIME, Target.DOWNLOAD_SIZE)) {
      List<PredictiveDistribution> parts = parts(target, inOrder(target, plan));
      if (!parts.isEmpty()) {
        totals.put(target, new ParkTotal(sum(parts), parts.size()));
      }
    }
    List<ParkHost> hosts = inOrder(Target.WALL_CLOCK, plan);
    if (!hosts.isEmpty()) {
      totals.put(
          Target.WALL_CLOCK,
          new ParkTotal(
              byLevel(level -> new Course(hosts, plan.atATime(), level).end()), hosts.size()));
    }
    return new ParkForecast(
        plan.atATime(),
        plan.order(),
        plan.correlation(),
        totals,
        waves(hosts, plan.atATime()),
        standings(hosts, plan.atATime()),
        plan.hosts().stream()
            .filter(host -> host.total(Target.WALL_CLOCK).isEmpty())
            .map(ParkHost::name)
            .sorted()
            .toList());
  }

  private static List<PredictiveDistribution> parts(Target target, List<ParkHost> hosts) {
    return hosts.stream().map(host -> host.total(target).get()).toList();
  }

  private static List<ParkHost> inOrder(Target target, ParkPlan plan) {
    Comparator<ParkHost> byName = Comparator.comparing(ParkHost::name);
    Comparator<ParkHost> longest = Comparator.comparing(host -> -host.total(target).get().mean());
    return plan.hosts().stream()
        .filter(host -> host.total(target).isDefined())
        .sorted(plan.order() == HostOrder.BY_NAME ? byName : longest.thenComparing(byName))
        .toList();
  }

  private static List<ParkWave> waves(List<ParkHost> hosts, int atATime) {
    List<ParkWave> waves = new ArrayList<>();
    double[] levels = PredictiveDistribution.levels();
    for (int first = 0; first < hosts.size(); first += atATime) {
      int last = Math.min(hosts.size(), first + atATime);
      double end =
          Arrays.stream(levels)
              .map(level -> new Course(hosts.subList(0, last), atATime, level).end())
              .average()
              .orElseThrow();
      waves.add(new ParkWave(first + 1, last, end));
    }
    return waves;
  }

  private static List<HostStanding> standings(List<ParkHost> hosts, int atATime) {
    Map<Integer, Integer> last = new HashMap<>();
    Map<Integer, Integer> critical = new HashMap<>();
    double[] levels = PredictiveDistribution.levels();
    for (double level : levels) {
      if (!hosts.isEmpty()) {
        Course course = new Course(hosts, atATime, level);
        last.merge(course.last(), 1, Integer::sum);
        course.chain().forEach(host -> critical.merge(host, 1, Integer::sum));
      }
    }
    return IntStream.range(0, hosts.size())
        .mapToObj(
            place ->
                new HostStanding(
                    hosts.get(place).name(),
                    hosts.get(place).total(Target.WALL_CLOCK).get(),
                    (double) last.getOrDefault(place, 0) / levels.length,
                    (double) critical.getOrDefault(place, 0) / levels.length))
        .toList();
  }

  @Override
  public Option<Integer> enoughAtATime(ParkPlan plan, double seconds, double probability) {
    return Option.ofOptional(
        IntStream.rangeClosed(1, plan.hosts().size())
            .filter(
                atATime ->
                    forecast(plan.withAtATime(atATime))
                        .total(Target.WALL_CLOCK)
                        .exists(total -> total.distribution().quantile(probability) <= seconds))
            .boxed()
            .findFirst());
  }

  /** Who finishes when, at one level of everything. */
  private static final class Course {

    private final double[] ends;
    private final List<List<Integer>> chains = new ArrayList<>();
    private int last;

    Course(List<ParkHost> hosts, int atATime, double level) {
      ends = new double[Math.min(atATime, hosts.size())];
      Arrays.stream(ends).forEach(end -> chains.add(new ArrayList<>()));
      double latest = 0;
      for (int host = 0; host < hosts.size(); host++) {
        int worker = firstFree();
        ends[worker] += hosts.get(host).total(Target.WALL_CLOCK).get().quantile(level);
        chains.get(worker).add(host);
        if (ends[worker] >= latest) {
          latest = ends[worker];
          last = worker;
        }
      }
    }

    private int firstFree() {
      return IntStream.range(0, ends.length)
          .boxed()
          .min(Comparator.comparing(worker -> ends[worker]))
          .orElseThrow();
    }

    double end() {
      return ends[last];
    }

    int last() {
      return chains.get(last).get(chains.get(last).size() - 1);
    }

    List<Integer> chain() {
      return chains.get(last);
    }
  }
}
