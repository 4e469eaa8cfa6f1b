package org.updateall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetHosts;
import org.updateall.application.fleet.FleetOutlier;
import org.updateall.application.fleet.FleetPlugin;
import org.updateall.application.fleet.FleetReport;
import org.updateall.cli.Table.Column;
import org.updateall.domain.fleet.ParkForecast;
import org.updateall.domain.fleet.ParkTotal;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;

/** What is reported on a fleet, as a person likes to read it. */
final class FleetReportTable {

  private final Session session;
  private final FleetReport report;
  private final int top;
  private final @Nullable Instant begin;
  private final String level;

  /**
   * @param top at most so many rows of what is many
   * @param begin when the first hosts begin; absent if that is not said
   */
  FleetReportTable(Session session, FleetReport report, int top, @Nullable Instant begin) {
    this.session = session;
    this.report = report;
    this.top = top;
    this.begin = begin;
    this.level = Quantity.level(report.level());
  }

  void show() {
    showHosts();
    showPlugins();
    showOutliers();
    showPark();
    showLeftOut();
  }

  private void showHosts() {
    FleetHosts hosts = report.hosts();
    session.heading("A fleet of " + Count.of(hosts.count(), "host"));
    if (hosts.count() == 0) {
      return;
    }
    session.print("");
    Table table = new Table(Column.left("KIND"), Column.right("HOSTS"));
    hosts.byOperatingSystem().forEach((system, count) -> table.row(system, Count.of(count)));
    table.rule();
    hosts
        .bySize()
        .forEach((size, count) -> table.row(size.wireName() + sizeInWords(size), Count.of(count)));
    session.print(table);
    if (hosts.withFewRuns() > 0) {
      session.print("");
      session.print(
          "On %s of them a plugin has run too few times for a model of its own; what is said of it rests on others as well."
              .formatted(Count.of(hosts.withFewRuns())));
    }
  }

  private static String sizeInWords(SizeClass size) {
    return size == SizeClass.UNKNOWN ? " size" : "";
  }

  private void showPlugins() {
    if (report.plugins().isEmpty()) {
      return;
    }
    heading(
        "What takes the time: the next run of each plugin on any host, each range meant to hold %s of them"
            .formatted(level));
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.right("HOSTS"),
            Column.right("MEDIAN"),
            Column.right("FROM"),
            Column.right("TO"),
            Column.right("ALL HOSTS"),
            Column.right("SHARE"));
    double all = report.plugins().stream().mapToDouble(FleetPlugin::total).sum();
    report.plugins().stream().limit(top).forEach(plugin -> addRow(table, plugin, all));
    session.print(table);
    if (report.plugins().size() > top) {
      session.print(
          "and %s that take less".formatted(Count.of(report.plugins().size() - top, "plugin")));
    }
  }

  private void addRow(Table table, FleetPlugin plugin, double all) {
    PredictionInterval interval = plugin.duration().interval(report.level());
    table.row(
        plugin.plugin().value(),
        Count.of(plugin.hosts()),
        Quantity.seconds(plugin.duration().median()),
        Quantity.seconds(interval.lower()),
        Quantity.seconds(interval.upper()),
        Quantity.seconds(plugin.total()),
        all > 0 ? Quantity.percent(plugin.total() / all) : "–");
  }

  private void showOutliers() {
    if (report.hosts().count() == 0) {
      return;
    }
    if (report.outliersInAll() == 0) {
      heading("No host is unlike its kind");
      return;
    }
    heading(
        "Unlike their kind: %s%s"
            .formatted(
                inWords(report.outliersInAll()),
                report.outliersInAll() > report.outliers().size()
                    ? ", of which the farthest " + Count.of(report.outliers().size())
                    : ""));
    Table table =
        new Table(
            Column.left("HOST"),
            Column.left("PLUGIN"),
            Column.left("MEASURE"),
            Column.right("EXPECTED"),
            Column.right("USUAL"),
            Column.right("TIMES ITS KIND"),
            Column.left("KIND"));
    report.outliers().forEach(outlier -> addRow(table, outlier));
    session.print(table);
  }

  private static String inWords(int outliers) {
    return outliers == 1
        ? "1 plugin of a host"
        : "%s plugins of hosts".formatted(Count.of(outliers));
  }

  private static void addRow(Table table, FleetOutlier outlier) {
    Target target = outlier.kind().target();
    table.row(
        outlier.host(),
        String.valueOf(outlier.kind().plugin()),
        EstimateTable.measure(target),
        Quantity.of(target, outlier.point()),
        Quantity.of(target, outlier.usual()),
        times(outlier.factor()),
        "%s (%s)".formatted(inWords(outlier.kind()), Count.of(outlier.members(), "host")));
  }

  private static String times(double factor) {
    String format = factor < 0.995 ? "%.2f" : factor < 99.5 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, factor);
  }

  private static String inWords(PriorClass kind) {
    return kind.operatingSystem() == null
        ? "all"
        : Stream.of(
                kind.operatingSystem(), kind.size() == null ? "any size" : kind.size().wireName())
            .collect(Collectors.joining(", "));
  }

  private void showPark() {
    ParkForecast park = report.park();
    ParkTotal time = park.total(Target.WALL_CLOCK).getOrNull();
    if (time == null) {
      return;
    }
    heading(
        "Updating all of it, %s at a time, %s"
            .formatted(
                Count.of(park.atATime(), "host"),
                switch (park.order()) {
                  case LONGEST_FIRST -> "those that take longest first";
                  case BY_NAME -> "by name";
                }));
    session.print(totals(park));
    session.print("");
    session.print(
        "All have finished after %s with a probability of 50 %%, and after %s with one of %s."
            .formatted(
                after(time.distribution().median()),
                after(time.distribution().quantile(report.level())),
                level));
    waves(park);
    lastHosts(park);
    showWindow();
    session.print(
        String.format(
            Locale.ROOT,
            "How hosts fare on the same day is taken to have a correlation of %.2f.",
            park.correlation()));
    if (!park.missing().isEmpty()) {
      session.print(
          "Of %s nothing is known of elapsed time: they are not in it."
              .formatted(Count.of(park.missing().size(), "host")));
    }
  }

  private Table totals(ParkForecast park) {
    Table table =
        new Table(
            Column.left("MEASURE"),
            Column.right("EXPECTED"),
            Column.right("FROM"),
            Column.right("TO"),
            Column.right("HOSTS"));
    for (Target target : Target.values()) {
      for (ParkTotal total : park.total(target)) {
        PredictionInterval interval = total.distribution().interval(report.level());
        table.row(
            EstimateTable.measure(target),
            Quantity.of(target, total.distribution().median()),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            Count.of(total.hosts()));
      }
    }
    return table;
  }

  /** A time since the begin, and by the clock where that is known. */
  private String after(double seconds) {
    return begin == null
        ? Quantity.seconds(seconds)
        : "%s (%s %s)"
            .formatted(
                Quantity.seconds(seconds),
                new LocalClock(session.zone()).time(end(begin, seconds)),
                session.zone());
  }

  static Instant end(Instant begin, double seconds) {
    return begin.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private void waves(ParkForecast park) {
    if (park.waves().size() < 2) {
      return;
    }
    session.print(
        "On average the first %s."
            .formatted(
                ParkMilestones.of(park.waves()).stream()
                    .map(
                        wave ->
                            "%s have finished after %s"
                                .formatted(
                                    Count.of(wave.last()), Quantity.seconds(wave.expectedEnd())))
                    .collect(Collectors.joining(", the first "))));
  }

  private void lastHosts(ParkForecast park) {
    String hosts =
        ParkMilestones.lastHosts(park.hosts(), top).stream()
            .map(host -> "%s in %s".formatted(host.host(), Quantity.percent(host.lastShare())))
            .collect(Collectors.joining(", "));
    if (park.hosts().size() > 1 && !hosts.isEmpty()) {
      session.print("The last to finish is %s of all cases.".formatted(hosts));
    }
  }

  private void showWindow() {
    Duration window = report.window();
    if (window == null) {
      return;
    }
    String within = Quantity.seconds(window.toMillis() / 1000.0);
    session.print(
        report.enoughAtATime() == null
            ? "Not even all hosts at once have finished within %s with a probability of %s."
                .formatted(within, level)
            : "To have finished within %s with a probability of %s, %s at a time %s enough."
                .formatted(
                    within,
                    level,
                    Count.of(report.enoughAtATime(), "host"),
                    report.enoughAtATime() == 1 ? "is" : "are"));
  }

  private void showLeftOut() {
    List<PartitionReport> damaged = report.damagedPartitions();
    if (damaged.isEmpty()) {
      return;
    }
    heading(
        "Left out of the training: something of %s of %s"
            .formatted(Count.of(damaged.size()), Count.of(report.partitions(), "file")));
    damaged.stream()
        .limit(top)
        .forEach(
            each ->
                session.print(
                    "%s, %s: %s."
                        .formatted(
                            each.partition(), Count.of(each.leftOut(), "row"), each.reason())));
    if (damaged.size() > top) {
      session.print("and %s more".formatted(Count.of(damaged.size() - top)));
    }
  }

  private void heading(String line) {
    session.print("");
    session.heading(line);
    session.print("");
  }
}
