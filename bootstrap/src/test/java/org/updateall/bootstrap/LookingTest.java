package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.inspecting.LatestRuns;
import org.updateall.application.inspecting.LevelCoverage;
import org.updateall.application.reporting.ReportRequest;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.TargetHistory;

/** What programs show of a history. */
final class LookingTest {

  private static final int DAYS = 6;
  private static final Instant NOW = Runs.NOON.plus(Duration.ofDays(DAYS));

  @TempDir private Path folder;

  @Test
  void reportsRunsBesideWhatWasForetoldOfThem() {
    try (UpdateAll updateAll = open()) {
      rememberDays(updateAll);

      HistoryReport report = updateAll.report(everything(), Progress.none());

      TargetHistory apt = report.plugins().get(0).targets().get(0);
      PastForecast last = apt.past().get(DAYS - 1).forecast();
      assertEquals(DAYS, report.runs());
      assertEquals(DAYS, apt.past().size());
      assertNotNull(last);
      assertTrue(last.beforehand());
      assertTrue(updateAll.page(report).contains("apt"));
      assertTrue(updateAll.pictures().svg(apt, ZoneOffset.UTC).contains("<svg"));
    }
  }

  @Test
  void tellsHowUpdatingStands() {
    try (UpdateAll updateAll = open()) {
      rememberDays(updateAll);

      LatestRuns latest = updateAll.latestRuns(HostScope.everyHost());
      LevelCoverage coverage = updateAll.coverageByLevel(HostScope.everyHost()).get(0);

      Run last = latest.last();
      assertNotNull(last);
      assertEquals(Runs.id(DAYS), last.runId());
      assertEquals(0.9, coverage.level());
      assertEquals(1, coverage.coverage().count());
      assertTrue(updateAll.preferences().metricsFile().isEmpty());
    }
  }

  @Test
  void questionsThatShareAnOpeningSeeTheSame() {
    try (UpdateAll updateAll = open()) {
      rememberDays(updateAll);

      List<Integer> answers =
          updateAll.reading(
              () -> {
                int before = updateAll.recentRuns(HistoryFilter.everything(), 100).size();
                updateAll.letGo();
                return List.of(before, updateAll.hosts().size());
              });

      assertEquals(List.of(DAYS, 1), answers);
    }
  }

  private UpdateAll open() {
    return UpdateAll.open(
        Settings.of(folder.resolve("history.duckdb"))
            .withHostname("atlas")
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  /** A run of apt a day, the last of which is foretold. */
  private static void rememberDays(UpdateAll updateAll) {
    IntStream.rangeClosed(1, DAYS)
        .forEach(
            day -> {
              if (day == DAYS) {
                updateAll.foretell(Runs.id(day), 0.9);
              }
              updateAll.record(
                  Runs.run(day)
                      .startingAt(Runs.NOON.plus(Duration.ofDays(day)))
                      .on("atlas")
                      .executing(Runs.execution("apt", 60 + day))
                      .build());
            });
  }

  private static ReportRequest everything() {
    return new ReportRequest(
        new EstimateRequest(List.of(), HostScope.everyHost(), TrainingOptions.defaults(), 0.9),
        null,
        ZoneOffset.UTC,
        2);
  }
}
