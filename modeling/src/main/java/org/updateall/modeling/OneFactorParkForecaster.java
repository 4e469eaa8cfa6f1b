package org.updateall.modeling;

import io.vavr.control.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.updateall.domain.fleet.HostDay;
import org.updateall.domain.fleet.ParkForecast;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.fleet.ParkHost;
import org.updateall.domain.fleet.ParkPlan;
import org.updateall.domain.fleet.ParkTotal;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginName;
import org.updateall.modeling.joint.DayCorrelation;
import org.updateall.modeling.joint.ListSchedule;
import org.updateall.modeling.joint.OneFactorRanks;

/**
 * Makes the forecast of a park of joint draws in which one factor is common to all hosts. The end
 * of the whole is that of a list schedule in every draw, so that no bounds are added up.
 */
final class OneFactorParkForecaster implements ParkForecaster {

  /** For the plugins of one host, of which there are very many together. */
  private static final int DRAWS_IN_TURN = 1 << 11;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Those that were used last. */
  private PluginRanks latest = new PluginRanks(ParkPlan.ASSUMED_CORRELATION);

  @Override
  public PredictiveDistribution inTurn(
      Map<PluginName, PredictiveDistribution> plugins, double correlation) {
    if (plugins.isEmpty()) {
      throw new IllegalArgumentException("there is no plugin");
    }
    ParkPlan.requireCorrelation(correlation);
    return plugins.size() == 1
        ? plugins.values().iterator().next()
        : ParkDraws.distribution(ranksFor(correlation).sums(new TreeMap<>(plugins)));
  }

  private synchronized PluginRanks ranksFor(double correlation) {
    if (latest.correlation != correlation) {
      latest = new PluginRanks(correlation);
    }
    return latest;
  }

  @Override
  public double correlation(Collection<HostDay> days, double assumed) {
    ParkPlan.requireCorrelation(assumed);
    Map<LocalDate, List<Double>> levels = new TreeMap<>();
    days.forEach(
        day -> levels.computeIfAbsent(day.day(), unused -> new ArrayList<>()).add(day.level()));
    List<double[]> scores =
        levels.values().stream()
            .map(
                day ->
                    day.stream()
                        .sorted()
                        .mapToDouble(NORMAL::inverseCumulativeProbability)
                        .toArray())
            .toList();
    return DayCorrelation.of(scores, assumed);
  }

  @Override
  public ParkForecast forecast(ParkPlan plan) {
    List<ParkHost> hosts = knownIn(Target.WALL_CLOCK, plan);
    ParkCourse course =
        ParkCourse.of(
            plan.atATime(),
            hosts.size(),
            ParkDraws.of(Target.WALL_CLOCK, hosts, plan.correlation()));
    Map<Target, ParkTotal> totals = sums(plan);
    if (!hosts.isEmpty()) {
      totals.put(Target.WALL_CLOCK, total(Target.WALL_CLOCK, hosts, course.makespans()));
    }
    return new ParkForecast(
        plan.atATime(),
        plan.order(),
        plan.correlation(),
        totals,
        course.waves(),
        course.standings(hosts),
        missing(plan));
  }

  private static Map<Target, ParkTotal> sums(ParkPlan plan) {
    Map<Target, ParkTotal> totals = new EnumMap<>(Target.class);
    for (Target target : List.of(Target.CPU_TIME, Target.DOWNLOAD_SIZE)) {
      List<ParkHost> hosts = knownIn(target, plan);
      if (!hosts.isEmpty()) {
        ParkDraws draws = ParkDraws.of(target, hosts, plan.correlation());
        totals.put(target, total(target, hosts, draws.sums()));
      }
    }
    return totals;
  }

  private static ParkTotal total(Target target, List<ParkHost> hosts, double[] totals) {
    PredictiveDistribution distribution =
        hosts.size() == 1 ? hosts.get(0).total(target).get() : ParkDraws.distribution(totals);
    return new ParkTotal(distribution, hosts.size());
  }

  /** In the order in which they begin; where elapsed time is not known, by name. */
  private static List<ParkHost> knownIn(Target target, ParkPlan plan) {
    Comparator<ParkHost> byName = Comparator.comparing(ParkHost::name);
    Comparator<ParkHost> order =
        switch (plan.order()) {
          case LONGEST_FIRST ->
              Comparator.<ParkHost>comparingDouble(host -> -host.total(target).get().mean())
                  .thenComparing(byName);
          case BY_NAME -> byName;
        };
    return plan.hosts().stream()
        .filter(host -> host.total(target).isDefined())
        .sorted(order)
        .toList();
  }

  private static List<String> missing(ParkPlan plan) {
    return plan.hosts().stream()
        .filter(host -> host.total(Target.WALL_CLOCK).isEmpty())
        .map(ParkHost::name)
        .sorted()
        .toList();
  }

  @Override
  public Option<Integer> enoughAtATime(ParkPlan plan, double seconds, double probability) {
    List<ParkHost> hosts = knownIn(Target.WALL_CLOCK, plan);
    if (hosts.isEmpty()) {
      return Option.none();
    }
    Search search = new Search(hosts, plan.correlation(), seconds, probability);
    return search.isEnough(hosts.size()) ? Option.some(search.least()) : Option.none();
  }

  /**
   * Looks for the least number of hosts at a time. One more at a time never makes jobs without
   * mutexes end later, so that halving finds it. Where bounds of the whole decide (Graham 1969: at
   * least the longest and the work of one worker, at most their sum), nothing is simulated.
   */
  private static final class Search {

    private final List<ParkHost> hosts;
    private final ParkDraws times;
    private final double[] sums;
    private final double[] maxima;
    private final double seconds;
    private final double probability;

    Search(List<ParkHost> hosts, double correlation, double seconds, double probability) {
      this.hosts = hosts;
      this.times = ParkDraws.of(Target.WALL_CLOCK, hosts, correlation);
      this.sums = times.sums();
      this.maxima = times.maxima();
      this.seconds = seconds;
      this.probability = probability;
    }

    int least() {
      int tooFew = 0;
      int enough = hosts.size();
      while (enough - tooFew > 1) {
        int middle = (tooFew + enough) / 2;
        if (isEnough(middle)) {
          enough = middle;
        } else {
          tooFew = middle;
        }
      }
      return enough;
    }

    boolean isEnough(int atATime) {
      if (hosts.size() == 1) {
        return holds(hosts.get(0).total(Target.WALL_CLOCK).get());
      }
      double[] atLeast = new double[sums.length];
      Arrays.setAll(atLeast, draw -> Math.max(maxima[draw], sums[draw] / atATime));
      double[] atMost = new double[sums.length];
      Arrays.setAll(atMost, draw -> sums[draw] / atATime + maxima[draw] * (1 - 1.0 / atATime));
      return holds(atLeast) && (holds(atMost) || holds(makespans(atATime)));
    }

    private double[] makespans(int atATime) {
      ListSchedule rule = ParkCourse.rule(atATime, hosts.size());
      return IntStream.range(0, times.draws())
          .parallel()
          .mapToDouble(draw -> rule.course(times.draw(draw)).makespan())
          .toArray();
    }

    private boolean holds(double[] totals) {
      return holds(ParkDraws.distribution(totals));
    }

    private boolean holds(PredictiveDistribution total) {
      return total.quantile(probability) <= seconds;
    }
  }

  /** The ranks of plugins, which are the same on every host. */
  private static final class PluginRanks {

    private final double correlation;
    private final OneFactorRanks joint;
    private final Strata levels = new Strata(DRAWS_IN_TURN);
    private final Map<PluginName, int[]> byPlugin = new HashMap<>();

    PluginRanks(double correlation) {
      this.correlation = correlation;
      joint = new OneFactorRanks(DRAWS_IN_TURN, correlation);
    }

    double[] sums(Map<PluginName, PredictiveDistribution> plugins) {
      double[] sums = new double[joint.draws()];
      double[] strata = new double[joint.draws()];
      plugins.forEach(
          (plugin, distribution) -> {
            int[] ranks = ranks(plugin);
            levels.fill(strata, distribution);
            for (int draw = 0; draw < sums.length; draw++) {
              sums[draw] += strata[ranks[draw]];
            }
          });
      return sums;
    }

    private synchronized int[] ranks(PluginName plugin) {
      return byPlugin.computeIfAbsent(
          plugin, name -> joint.ranks(NameBasedId.of(name.value()).getMostSignificantBits()));
    }
  }
}
