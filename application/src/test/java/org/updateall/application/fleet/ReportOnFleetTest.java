package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.Forecasts;
import org.updateall.domain.fleet.HostOrder;
import org.updateall.domain.fleet.HostStanding;
import org.updateall.domain.fleet.InMemoryFleetForecasts;
import org.updateall.domain.fleet.LevelByLevelParkForecaster;
import org.updateall.domain.fleet.ParkPlan;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

final class ReportOnFleetTest {

  private static final Path OUTPUT = Path.of("out");
  private static final PartitionReport TORN = new PartitionReport("b", 0, 12, "it is torn");

  private final InMemoryFleetForecasts forecasts = new InMemoryFleetForecasts();
  private final List<FleetForecast> rows = new ArrayList<>();

  private FleetReport report(FleetReportRequest request) {
    forecasts.put(OUTPUT, rows, List.of(new PartitionReport("a", 31, 0, null), TORN));
    return new ReportOnFleet(forecasts, new LevelByLevelParkForecaster())
        .report(request, Progress.none())
        .get();
  }

  private static FleetReportRequest request(int top, @Nullable Duration window) {
    return new FleetReportRequest(OUTPUT, null, HostOrder.LONGEST_FIRST, null, 0.9, top, window);
  }

  private void add(double seconds, String host, String plugin) {
    rows.add(Forecasts.around(seconds, host, plugin, Target.WALL_CLOCK));
  }

  @Test
  void countsHostsByTheirKind() {
    add(10, "a", "apt");
    add(10, "a", "snap");
    rows.add(Forecasts.of("b", "fedora-41", "small", "dnf", Target.WALL_CLOCK, 9, 3, "few_runs"));
    rows.add(Forecasts.of("c", "fedora-41", "none", "dnf", Target.CPU_TIME, 9, 30, "model"));

    FleetHosts hosts = report(FleetReportRequest.of(OUTPUT)).hosts();

    assertEquals(3, hosts.count());
    assertEquals(Map.of("debian-12", 1, "fedora-41", 2), hosts.byOperatingSystem());
    assertEquals(
        Map.of(SizeClass.SMALL, 1, SizeClass.MEDIUM, 1, SizeClass.UNKNOWN, 1), hosts.bySize());
    assertEquals(1, hosts.withFewRuns());
  }

  @Test
  void putsPluginsThatTakeMostOfTheTimeFirst() {
    add(10, "a", "apt");
    add(30, "b", "apt");
    add(35, "a", "snap");
    rows.add(Forecasts.around(500, "a", "cpu-only", Target.CPU_TIME));

    List<FleetPlugin> plugins = report(FleetReportRequest.of(OUTPUT)).plugins();

    assertEquals(
        List.of(new PluginName("apt"), new PluginName("snap")),
        plugins.stream().map(FleetPlugin::plugin).toList());
    assertEquals(2, plugins.get(0).hosts());
    assertEquals(40, plugins.get(0).total(), 1e-6);
    assertEquals(10, plugins.get(0).duration().quantile(0.25), 0.05);
    assertEquals(30, plugins.get(0).duration().quantile(0.75), 0.1);
  }

  @Test
  void addsUpThePluginsOfEachHost() {
    add(10, "a", "apt");
    add(20, "a", "snap");
    add(25, "b", "apt");
    rows.add(Forecasts.around(7, "a", "apt", Target.DOWNLOAD_SIZE));
    rows.add(Forecasts.around(8, "b", "apt", Target.DOWNLOAD_SIZE));
    rows.add(Forecasts.around(8, "c", "apt", Target.DOWNLOAD_SIZE));
    rows.add(Forecasts.around(1e9, "b", "apt", Target.MEMORY_PEAK));

    FleetReport report = report(FleetReportRequest.of(OUTPUT));

    assertEquals(10, report.park().atATime());
    assertEquals(ParkPlan.ASSUMED_CORRELATION, report.park().correlation());
    assertEquals(30, report.park().total(Target.WALL_CLOCK).get().distribution().median(), 1e-9);
    assertEquals(23, report.park().total(Target.DOWNLOAD_SIZE).get().distribution().median(), 1e-9);
    assertTrue(report.park().total(Target.MEMORY_PEAK).isEmpty());
    assertEquals(
        List.of("a", "b"), report.park().hosts().stream().map(HostStanding::host).toList());
    assertEquals(List.of("c"), report.park().missing());
  }

  /** The 90 % quantile of 55 around 10 % is 59.4. */
  @Test
  void findsHowManyHostsAtATimeTheWindowNeeds() {
    add(30, "a", "apt");
    add(25, "b", "apt");

    FleetReport enough = report(request(3, Duration.ofMillis(59_401)));
    FleetReport tight = report(request(3, Duration.ofMillis(59_399)));
    FleetReport never = report(request(3, Duration.ofSeconds(20)));

    assertEquals(1, enough.enoughAtATime());
    assertEquals(1, enough.park().atATime());
    assertEquals(2, tight.enoughAtATime());
    assertEquals(2, tight.park().atATime());
    assertEquals(Option.none(), Option.of(never.enoughAtATime()));
    assertEquals(10, never.park().atATime());
  }

  @Test
  void findsWhatIsUnlikeItsKind() {
    for (int host = 0; host < 20; host++) {
      add(10 + 0.1 * host, "h%02d".formatted(host), "apt");
      rows.add(Forecasts.around(40, "h%02d".formatted(host), "apt", Target.CPU_TIME));
    }
    add(32, "slow", "apt");
    rows.add(Forecasts.around(90, "slow", "apt", Target.CPU_TIME));
    add(3, "quick", "apt");
    add(13.9, "within", "apt");
    add(500, "alone", "snap");
    rows.add(Forecasts.of("new", "debian-12", "medium", "apt", Target.WALL_CLOCK, 90, 0, "prior"));

    FleetReport report = report(request(10, null));

    assertEquals(
        List.of("quick", "slow"), report.outliers().stream().map(FleetOutlier::host).toList());
    FleetOutlier slow = report.outliers().get(1);
    assertEquals(Target.WALL_CLOCK, slow.kind().target());
    assertEquals("debian-12", slow.kind().operatingSystem());
    assertEquals(23, slow.members());
    assertEquals(32 / 11.0, slow.factor(), 0.05);
    assertTrue(slow.score() > KindOutliers.THRESHOLD);
    assertTrue(report.outliers().get(0).score() < -KindOutliers.THRESHOLD);
    assertEquals(2, report.outliersInAll());
    assertEquals(1, report(request(1, null)).outliers().size());
    assertEquals(2, report(request(1, null)).outliersInAll());
  }

  /** By hand: the logarithms 0 to 8 and 30 have the median 4.5 and the MAD 2.5. */
  @Test
  void scoresByMedianAndMedianDeviation() {
    for (int host = 0; host < 9; host++) {
      add(Math.exp(host), "h" + host, "apt");
    }
    add(Math.exp(30), "far", "apt");

    FleetOutlier far = report(request(10, null)).outliers().get(0);

    assertEquals(0.6745 * (30 - 4.5) / 2.5, far.score(), 1e-6);
    assertEquals(Math.exp(4.5), far.usual(), 1e-6);
  }

  @Test
  void comparesWithAWiderKindWhereTheNarrowHasFewHosts() {
    for (int host = 0; host < 8; host++) {
      add(10, "h" + host, "apt");
    }
    rows.add(Forecasts.of("x", "debian-12", "small", "apt", Target.WALL_CLOCK, 50, 9, "model"));
    rows.add(Forecasts.of("y", "arch", "small", "apt", Target.WALL_CLOCK, 90, 9, "model"));

    List<FleetOutlier> outliers = report(request(10, null)).outliers();

    assertEquals(List.of("y", "x"), outliers.stream().map(FleetOutlier::host).toList());
    assertEquals(Option.none(), Option.of(outliers.get(0).kind().operatingSystem()));
    assertEquals("debian-12", outliers.get(1).kind().operatingSystem());
    assertEquals(Option.none(), Option.of(outliers.get(1).kind().size()));
  }

  @Test
  void namesTheFilesThatWereNotTakenWhole() {
    add(10, "a", "apt");

    FleetReport report = report(FleetReportRequest.of(OUTPUT));

    assertEquals(2, report.partitions());
    assertEquals(List.of(TORN), report.damagedPartitions());
  }

  @Test
  void reportsOnAnEmptyFleetAndRefusesNone() {
    FleetReport report = report(FleetReportRequest.of(OUTPUT));

    assertEquals(0, report.hosts().count());
    assertEquals(Map.of(), report.park().totals());
    assertTrue(
        new ReportOnFleet(forecasts, new LevelByLevelParkForecaster())
            .report(FleetReportRequest.of(Path.of("nowhere")), Progress.none())
            .isLeft());
  }

  @Test
  void refusesARequestThatMakesNoSense() {
    Duration hour = Duration.ofHours(1);
    HostOrder order = HostOrder.BY_NAME;
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new FleetReportRequest(OUTPUT, 0, order, null, 0.9, 1, hour),
            () -> new FleetReportRequest(OUTPUT, 1, order, 1.5, 0.9, 1, hour),
            () -> new FleetReportRequest(OUTPUT, 1, order, 0.5, 1, 1, hour),
            () -> new FleetReportRequest(OUTPUT, 1, order, 0.5, 0.9, -1, hour),
            () -> new FleetReportRequest(OUTPUT, 1, order, 0.5, 0.9, 1, Duration.ZERO),
            () -> new FleetReportRequest(OUTPUT, 1, order, 0.5, 0.9, 1, hour.negated()))) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }
}
