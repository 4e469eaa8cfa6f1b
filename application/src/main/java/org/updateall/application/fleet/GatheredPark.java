package org.updateall.application.fleet;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.HostDay;
import org.updateall.domain.fleet.MixedDistribution;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.fleet.ParkHost;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.QuantileOutline;

/**
 * What forecasts that come one by one, sorted by host, come to: hosts with their totals, and
 * plugins over all hosts. Of a host no more than its totals is kept.
 */
final class GatheredPark {

  private final ParkForecaster forecaster;
  private final double pluginCorrelation;
  private final Map<String, Map<Target, PredictiveDistribution>> totals = new TreeMap<>();
  private final Map<String, Integer> systems = new TreeMap<>();
  private final Map<SizeClass, Integer> sizes = new TreeMap<>();
  private final Set<String> fewRuns = new HashSet<>();
  private final Map<PluginName, List<PredictiveDistribution>> durations = new TreeMap<>();
  private final List<HostDay> days = new ArrayList<>();
  private final List<FleetForecast> host = new ArrayList<>();

  GatheredPark(ParkForecaster forecaster, double pluginCorrelation) {
    this.forecaster = forecaster;
    this.pluginCorrelation = pluginCorrelation;
  }

  /** Takes the next forecast of that target; those of a host come one after another. */
  void add(Target target, FleetForecast forecast) {
    if (!host.isEmpty() && !host.get(0).host().equals(forecast.host())) {
      endHost(target);
    }
    host.add(forecast);
    if (target == Target.WALL_CLOCK) {
      durations
          .computeIfAbsent(new PluginName(forecast.pluginName()), unused -> new ArrayList<>())
          .add(forecast.distribution());
    }
  }

  /** There are no more of that target. */
  void end(Target target) {
    if (!host.isEmpty()) {
      endHost(target);
    }
  }

  private void endHost(Target target) {
    FleetForecast first = host.get(0);
    Map<Target, PredictiveDistribution> known = totals.get(first.host());
    if (known == null) {
      known = new EnumMap<>(Target.class);
      totals.put(first.host(), known);
      systems.merge(first.operatingSystem(), 1, Integer::sum);
      sizes.merge(
          SizeClass.fromWireName(first.sizeClass()).getOrElse(SizeClass.UNKNOWN), 1, Integer::sum);
    }
    if (target != Target.MEMORY_PEAK) {
      PredictiveDistribution total = total();
      known.put(target, total);
      if (target == Target.WALL_CLOCK) {
        lookAtRuns(total);
      }
    }
    host.clear();
  }

  private PredictiveDistribution total() {
    Map<PluginName, PredictiveDistribution> plugins = new TreeMap<>();
    host.forEach(each -> plugins.put(new PluginName(each.pluginName()), each.distribution()));
    return forecaster.inTurn(plugins, pluginCorrelation);
  }

  private void lookAtRuns(PredictiveDistribution total) {
    if (host.stream().anyMatch(each -> !each.basis().equals(Basis.MODEL.wireName()))) {
      fewRuns.add(host.get(0).host());
    }
    List<LocalDate> last = host.stream().flatMap(GatheredPark::lastDay).distinct().toList();
    double taken = 0;
    for (FleetForecast each : host) {
      if (each.lastRun() == null || each.lastValue() == null) {
        return;
      }
      taken += each.lastValue();
    }
    if (last.size() == 1) {
      days.add(new HostDay(last.get(0), QuantileOutline.of(total).probabilityBelow(taken)));
    }
  }

  private static Stream<LocalDate> lastDay(FleetForecast forecast) {
    return forecast.lastRun() == null
        ? Stream.empty()
        : Stream.of(forecast.lastRun().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** By name. */
  List<ParkHost> hosts() {
    return totals.entrySet().stream()
        .map(each -> new ParkHost(each.getKey(), each.getValue()))
        .toList();
  }

  FleetHosts summary() {
    return new FleetHosts(
        totals.size(), new TreeMap<>(systems), new TreeMap<>(sizes), fewRuns.size());
  }

  /** Of each host whose plugins last ran on the same day, how that went. */
  List<HostDay> days() {
    return days;
  }

  /** Those that take most of the time come first. */
  List<FleetPlugin> plugins() {
    return durations.entrySet().stream()
        .map(
            each ->
                new FleetPlugin(
                    each.getKey(),
                    each.getValue().size(),
                    MixedDistribution.of(each.getValue()),
                    each.getValue().stream().mapToDouble(PredictiveDistribution::mean).sum()))
        .sorted(
            Comparator.comparingDouble(FleetPlugin::total)
                .reversed()
                .thenComparing(FleetPlugin::plugin))
        .toList();
  }
}
