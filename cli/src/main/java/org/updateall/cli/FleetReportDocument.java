package org.updateall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetHosts;
import org.updateall.application.fleet.FleetOutlier;
import org.updateall.application.fleet.FleetPlugin;
import org.updateall.application.fleet.FleetReport;
import org.updateall.domain.fleet.HostStanding;
import org.updateall.domain.fleet.ParkForecast;
import org.updateall.domain.fleet.ParkTotal;
import org.updateall.domain.fleet.ParkWave;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;

/** What is reported on a fleet, for machines; scripts rely on its keys. */
final class FleetReportDocument {

  private final FleetReport report;
  private final int top;
  private final @Nullable Instant begin;

  FleetReportDocument(FleetReport report, int top, @Nullable Instant begin) {
    this.report = report;
    this.top = top;
    this.begin = begin;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("level", report.level());
    document.put("hosts", hosts(report.hosts()));
    document.put("plugins", report.plugins().stream().map(this::plugin).toList());
    document.put("outliers_in_all", report.outliersInAll());
    document.put("outliers", report.outliers().stream().map(FleetReportDocument::outlier).toList());
    document.put("park", park(report.park()));
    document.put("window", window());
    document.put("partitions", report.partitions());
    document.put(
        "left_out",
        report.damagedPartitions().stream().map(FleetReportDocument::partition).toList());
    return document;
  }

  private static Map<String, Object> hosts(FleetHosts hosts) {
    Map<String, Integer> bySize = new LinkedHashMap<>();
    hosts.bySize().forEach((size, count) -> bySize.put(size.wireName(), count));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("count", hosts.count());
    document.put("by_operating_system", hosts.byOperatingSystem());
    document.put("by_size", bySize);
    document.put("with_few_runs", hosts.withFewRuns());
    return document;
  }

  private Map<String, Object> plugin(FleetPlugin plugin) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plugin", plugin.plugin().value());
    document.put("hosts", plugin.hosts());
    document.put(Target.WALL_CLOCK.wireName(), range(Target.WALL_CLOCK, plugin.duration()));
    document.put("total_seconds", Json.seconds(plugin.total()));
    return document;
  }

  private Map<String, Object> range(Target target, PredictiveDistribution distribution) {
    PredictionInterval interval = distribution.interval(report.level());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("median", Json.figure(target, distribution.median()));
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    return document;
  }

  private static Map<String, Object> outlier(FleetOutlier outlier) {
    Target target = outlier.kind().target();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("host", outlier.host());
    document.put("plugin", String.valueOf(outlier.kind().plugin()));
    document.put("target", target.wireName());
    document.put("point", Json.figure(target, outlier.point()));
    document.put("usual", Json.figure(target, outlier.usual()));
    document.put("factor", Json.sixFigures(outlier.factor()));
    document.put("score", Json.sixFigures(outlier.score()));
    document.put("operating_system", outlier.kind().operatingSystem());
    document.put(
        "size_class", outlier.kind().size() == null ? null : outlier.kind().size().wireName());
    document.put("members", outlier.members());
    return document;
  }

  private Map<String, Object> park(ParkForecast park) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("at_a_time", park.atATime());
    document.put("order", park.order().wireName());
    document.put("correlation", Json.share(park.correlation()));
    for (Target target : Target.values()) {
      if (target != Target.MEMORY_PEAK) {
        document.put(
            target.wireName(), park.total(target).map(each -> total(target, each)).getOrNull());
      }
    }
    document.put("waves", park.waves().stream().map(FleetReportDocument::wave).toList());
    document.put(
        "last_hosts",
        ParkMilestones.lastHosts(park.hosts(), top).stream()
            .map(FleetReportDocument::standing)
            .toList());
    document.put("missing", park.missing());
    return document;
  }

  private Map<String, Object> total(Target target, ParkTotal total) {
    Map<String, Object> document = range(target, total.distribution());
    document.put("mean", Json.figure(target, total.distribution().mean()));
    document.put("hosts", total.hosts());
    if (target == Target.WALL_CLOCK) {
      double end = total.distribution().quantile(report.level());
      document.put("finished_by", Json.seconds(end));
      if (begin != null) {
        document.put("start", begin.toString());
        document.put(
            "median_end", FleetReportTable.end(begin, total.distribution().median()).toString());
        document.put("finished_by_time", FleetReportTable.end(begin, end).toString());
      }
    }
    return document;
  }

  private static Map<String, Object> wave(ParkWave wave) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("first", wave.first());
    document.put("last", wave.last());
    document.put("expected_end_seconds", Json.seconds(wave.expectedEnd()));
    return document;
  }

  private static Map<String, Object> standing(HostStanding host) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("host", host.host());
    document.put("median_seconds", Json.seconds(host.duration().median()));
    document.put("last_share", Json.share(host.lastShare()));
    document.put("critical_share", Json.share(host.criticalShare()));
    return document;
  }

  private @Nullable Map<String, Object> window() {
    Duration window = report.window();
    if (window == null) {
      return null;
    }
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("seconds", Json.seconds(window.toMillis() / 1000.0));
    document.put("enough_at_a_time", report.enoughAtATime());
    return document;
  }

  private static Map<String, Object> partition(PartitionReport report) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("partition", report.partition());
    document.put("rows", report.rows());
    document.put("left_out", report.leftOut());
    document.put("reason", report.reason());
    return document;
  }
}
