package org.updateall.modeling;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.modeling.NewHosts.Kind;
import org.updateall.modeling.NewHosts.Member;

/** The hosts of a fleet that never was, told by target. */
final class NewHostsOfFleet {

  private NewHostsOfFleet() {}

  static List<Member> of(SyntheticFleet fleet) {
    List<Member> members = new ArrayList<>();
    for (int host = 0; host < fleet.hosts(); host++) {
      members.addAll(ofHost(fleet.host(host), fleet.rows(host)));
    }
    return members;
  }

  private static List<Member> ofHost(String host, List<FleetRow> rows) {
    Map<String, List<FleetRow>> byPlugin =
        rows.stream()
            .sorted(FleetSeries.ORDER)
            .collect(Collectors.groupingBy(FleetRow::pluginName));
    List<Member> members = new ArrayList<>();
    for (Target target : Target.values()) {
      List<FleetSeries> ofTarget =
          byPlugin.values().stream()
              .map(ofPlugin -> FleetSeries.of(ofPlugin, target, ZoneOffset.UTC))
              .toList();
      for (FleetSeries each : ofTarget) {
        members.add(
            new Member(
                target.wireName(), kinds(host, each), each.series(), others(each, ofTarget)));
      }
    }
    return members;
  }

  private static List<Kind> kinds(String host, FleetSeries series) {
    return PriorClass.of(series.key().plugin(), series.key().target(), series.profile()).stream()
        .map(each -> new Kind(each.toString(), host))
        .toList();
  }

  private static List<TrainingSeries> others(FleetSeries series, List<FleetSeries> all) {
    return all.stream()
        .filter(other -> !other.key().equals(series.key()))
        .map(FleetSeries::series)
        .toList();
  }
}
