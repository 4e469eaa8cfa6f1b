package org.updateall.cli;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;

/** The command that tells Prometheus how updating stands. */
final class MetricsCommandTest {

  private static final String BUILD =
      """
      # HELP update_all_build_info The version of update-all that tells this.
      # TYPE update_all_build_info gauge
      update_all_build_info{version="(not packaged)"} 1
      """;
  private static final int DAYS = 8;
  private static final Instant NOW = Runs.NOON.plus(Duration.ofDays(DAYS)).plusSeconds(3600);

  /** Backslash and quote are escaped, and there is nothing else that would need it. */
  private static final Pattern SERIES =
      Pattern.compile(
          "[a-z_]+(\\{([a-z]+=\"([^\"\\\\]|\\\\\\\\|\\\\\"|\\\\n)*\",?)+\\})? -?[0-9.]+(E-?[0-9]+)?");

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InMemoryPreflightCache preflights = new InMemoryPreflightCache();

  @Test
  void ofAnEmptyHistoryOnlyTheProgramIsTold() {
    assertEquals(ExitCode.DONE, run("metrics"));
    assertEquals(BUILD, out.toString());
  }

  @Test
  void tellsOfTheLastRunAndOfEveryPlugin() {
    recordRuns();
    assertEquals(ExitCode.DONE, run("metrics"));

    double day = Runs.NOON.plus(Duration.ofDays(DAYS)).getEpochSecond();
    assertEquals(day + 300, value("update_all_last_run_timestamp_seconds"));
    assertEquals(day - 86400 + 300, value("update_all_last_success_timestamp_seconds"));
    assertEquals(300, value("update_all_last_run_duration_seconds"));
    assertEquals(1, value("update_all_last_run_plugins{status=\"failed\"}"));
    assertEquals(1, value("update_all_last_run_plugins{status=\"success\"}"));
    assertEquals(0, value("update_all_last_run_plugins{status=\"timeout\"}"));
    assertEquals(1, value("update_all_plugin_last_run_success{plugin=\"apt\"}"));
    assertEquals(0, value("update_all_plugin_last_run_success{plugin=\"snap\"}"));
    assertEquals(68, value("update_all_plugin_duration_seconds{plugin=\"apt\"}"));
    assertEquals(
        60, value("update_all_plugin_phase_duration_seconds{phase=\"execute\",plugin=\"apt\"}"));
    assertEquals(4, value("update_all_plugin_cpu_seconds{plugin=\"apt\"}"));
    assertEquals(1e8, value("update_all_plugin_memory_peak_bytes{plugin=\"apt\"}"));
    assertEquals(5e7, value("update_all_plugin_download_bytes{plugin=\"apt\"}"));
    assertEquals(12, value("update_all_plugin_updated_packages{plugin=\"apt\"}"));
    assertEquals(1, value("update_all_plugin_recorded_runs{plugin=\"snap\",status=\"failed\"}"));
    assertEquals(
        DAYS - 1, value("update_all_plugin_recorded_runs{plugin=\"snap\",status=\"success\"}"));
  }

  @Test
  void whatIsNotKnownIsNoSeries() {
    recordRuns();
    assertEquals(ExitCode.DONE, run("metrics"));

    String text = out.toString();
    assertFalse(text.contains("update_all_plugin_cpu_seconds{plugin=\"snap\"}"), text);
    assertFalse(text.contains("update_all_plugin_updated_packages{plugin=\"snap\"}"), text);
    assertFalse(text.contains("update_all_predicted_cpu_seconds{plugin=\"snap\""), text);
    assertFalse(text.contains("update_all_pending"), text);
    assertFalse(text.contains("update_all_interval"), text);
    assertFalse(text.contains("phase=\"check\""), text);
    assertFalse(text.contains("NaN"), text);
  }

  @Test
  void tellsOfTheNextRun() {
    recordRuns();
    assertEquals(ExitCode.DONE, run("metrics"));

    for (String each : List.of("duration_seconds", "cpu_seconds", "memory_peak_bytes")) {
      String metric = "update_all_predicted_" + each;
      double lower = value(metric + "{plugin=\"apt\",probability=\"0.05\"}");
      double middle = value(metric + "{plugin=\"apt\",probability=\"0.5\"}");
      double upper = value(metric + "{plugin=\"apt\",probability=\"0.95\"}");
      assertTrue(lower <= middle && middle <= upper, out.toString());
      assertTrue(
          value("update_all_predicted_run_" + each + "{probability=\"0.5\"}") >= lower,
          out.toString());
    }
    double failure = value("update_all_predicted_failure_probability{plugin=\"snap\"}");
    assertTrue(failure > 0 && failure < 1, out.toString());
    assertTrue(value("update_all_predicted_run_failure_probability") >= failure, out.toString());
  }

  @Test
  void tellsHowOftenExpectationsHeld() {
    recordRuns();
    Run next = day(DAYS + 1, "apt");
    try (UpdateAll updateAll = open()) {
      var unused = updateAll.foretell(next.runId(), 0.9, new PluginName("apt"));
      updateAll.record(next);
    }
    assertEquals(ExitCode.DONE, run("metrics"));

    String labels = "{level=\"0.9\",plugin=\"apt\",resource=\"duration\"}";
    double share = value("update_all_interval_coverage_ratio" + labels);
    assertTrue(share == 0 || share == 1, "" + share);
    assertEquals(1, value("update_all_interval_judged_predictions" + labels));
    assertEquals(
        1, value("update_all_run_interval_judged_predictions{level=\"0.9\",resource=\"memory\"}"));
  }

  @Test
  void tellsWhatWaitsAsFarAsPluginsSay() {
    recordRuns();
    AnnouncedWork work = new AnnouncedWork(7, List.of(), 3000L, DownloadPrecision.ROUNDED, null);
    preflights.keep(
        List.of(
            PreflightReport.of(new PluginName("apt"), work, Duration.ZERO),
            PreflightReport.of(new PluginName("npm"), AnnouncedWork.UNTOLD, Duration.ZERO),
            PreflightReport.of(new PluginName("snap"), AnnouncedWork.NOTHING, Duration.ZERO)),
        NOW.minusSeconds(60));
    assertEquals(ExitCode.DONE, run("metrics"));

    assertEquals(7, value("update_all_pending_packages{plugin=\"apt\"}"));
    assertEquals(3000, value("update_all_pending_download_bytes{plugin=\"apt\"}"));
    assertEquals(0, value("update_all_pending_packages{plugin=\"snap\"}"));
    assertFalse(out.toString().contains("update_all_pending_packages{plugin=\"npm\"}"));
    assertEquals(
        (double) NOW.minusSeconds(60).getEpochSecond(),
        value("update_all_pending_timestamp_seconds{plugin=\"npm\"}"));
  }

  @Test
  void namesOfPluginsCannotBreakTheFormat() {
    List<String> names =
        List.of("\\", "\"", "a\\\"} 1", "\\n", "{}", "plugin=\"apt\"", "ツール", "apt ", "APT");
    for (String name : names) {
      record(day(1 + names.indexOf(name), name));
    }
    assertEquals(ExitCode.DONE, run("metrics"));

    List<String> series = series();
    series.forEach(each -> assertTrue(SERIES.matcher(each).matches(), each));
    assertEquals(
        names.size(),
        series.stream().filter(each -> each.startsWith("update_all_plugin_duration")).count());
    assertEquals(1, value("update_all_plugin_last_run_success{plugin=\"a\\\\\\\"} 1\"}"));
  }

  @Test
  void everySeriesIsThereOnceBelowItsHelpAndType() {
    recordRuns();
    assertEquals(ExitCode.DONE, run("metrics"));
    String first = out.toString();

    List<String> keys = series().stream().map(each -> each.replaceAll(" [^ ]*$", "")).toList();
    assertEquals(keys.size(), Set.copyOf(keys).size());
    List<String> names =
        first.lines().filter(each -> each.startsWith("# TYPE")).map(each -> word(each, 2)).toList();
    assertEquals(names.stream().sorted().toList(), names);
    assertEquals(
        Set.copyOf(names),
        series().stream().map(each -> each.replaceAll("[{ ].*", "")).collect(toSet()));
    names.forEach(
        name -> assertTrue(first.contains("# HELP %s ".formatted(name)), "no help: " + name));

    assertEquals(ExitCode.DONE, run("metrics"));
    assertEquals(first, out.toString());
  }

  @Test
  void aFileIsForEveryoneToReadAndReplacedAsAWhole() throws IOException {
    recordRuns();
    Path file = home.resolve("update-all.prom");
    Files.writeString(file, BUILD);

    assertEquals(ExitCode.DONE, run("metrics", "--output", file.toString()), err.toString());

    assertEquals("", out.toString());
    assertEquals("", err.toString());
    assertTrue(Files.readString(file).contains("update_all_last_run_timestamp_seconds "));
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> left = Files.list(home)) {
      assertEquals(
          List.of(), left.map(Path::toString).filter(each -> each.endsWith(".tmp")).toList());
    }
  }

  @Test
  void whatIsNoFileOfMetricsIsLeftAlone() throws IOException {
    Path file = home.resolve("passwords.prom");
    Files.writeString(file, "root:x:0:0\n");

    assertEquals(ExitCode.FILE_REFUSED, run("metrics", "--output", file.toString()));
    assertEquals("root:x:0:0\n", Files.readString(file));
    assertEquals(
        ExitCode.FILE_REFUSED,
        run("metrics", "--output", home.resolve("nowhere/x.prom").toString()));
    assertEquals(2, err.toString().lines().count(), err.toString());
  }

  @Test
  void aNameThatNobodyCollectsIsRemarkedOn() {
    assertEquals(ExitCode.DONE, run("metrics", "--output", home.resolve("x.txt").toString()));
    assertTrue(err.toString().contains("end in .prom"), err.toString());
  }

  @Test
  void otherMachinesAreToldOfByName() {
    recordRuns();
    record(Runs.run(99).startingAt(NOW).on("zeus").executing(Runs.execution("dnf", 5)).build());

    assertEquals(ExitCode.DONE, run("metrics", "--host", "zeus"));
    assertEquals(5, value("update_all_plugin_duration_seconds{plugin=\"dnf\"}"));
    assertFalse(out.toString().contains("\"apt\""));
    assertEquals(ExitCode.DONE, run("metrics"));
    assertFalse(out.toString().contains("\"dnf\""));
    assertEquals(ExitCode.NOT_AS_HOPED, run("metrics", "--host", "nowhere"));
    assertEquals(ExitCode.WRONG_USAGE, run("metrics", "--json"));
  }

  private void recordRuns() {
    for (int day = 1; day < DAYS; day++) {
      record(day(day, "apt", "snap"));
    }
    Run last =
        Runs.run(DAYS)
            .startingAt(Runs.NOON.plus(Duration.ofDays(DAYS)))
            .endingAt(Runs.NOON.plus(Duration.ofDays(DAYS)).plusSeconds(300))
            .on("atlas")
            .executing(
                Runs.execution("apt")
                    .updating(12, null)
                    .with(
                        Runs.step("download")
                            .in(StepPhase.DOWNLOAD)
                            .lasting(8)
                            .using(usage(8).downloadSizeBytes(50_000_000L)),
                        Runs.step("upgrade").ordinal(1).using(usage(60))),
                Runs.execution("snap", 3).ending(ExecutionStatus.FAILED))
            .build();
    record(last);
  }

  private static Run day(int day, String... plugins) {
    Instant start = Runs.NOON.plus(Duration.ofDays(day));
    return Runs.run(day)
        .startingAt(start)
        .endingAt(start.plusSeconds(300))
        .on("atlas")
        .executing(
            Arrays.stream(plugins)
                .map(
                    plugin ->
                        plugin.equals("apt")
                            ? Runs.execution(plugin)
                                .with(Runs.step("upgrade").using(usage(60 + day % 3)))
                            : Runs.execution(plugin, 10 + day % 2))
                .toArray(ExecutionBuilder[]::new))
        .build();
  }

  private static ResourceUsage.Builder usage(double seconds) {
    return ResourceUsage.builder()
        .wallClockSeconds(seconds)
        .cpuSeconds(1.5, 0.5)
        .memoryBytes(100_000_000L, null);
  }

  private void record(Run run) {
    try (UpdateAll updateAll = open()) {
      updateAll.record(run);
    }
  }

  private UpdateAll open() {
    return UpdateAll.open(
        Settings.of(home.resolve("history.duckdb"))
            .withHostname("atlas")
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(PreflightCache.class).toInstance(preflights);
          }
        });
  }

  private List<String> series() {
    return out.toString().lines().filter(each -> !each.startsWith("#")).toList();
  }

  private double value(String series) {
    List<String> found = series().stream().filter(each -> each.startsWith(series + " ")).toList();
    assertEquals(1, found.size(), series + " in " + out);
    return Double.parseDouble(found.get(0).substring(series.length() + 1));
  }

  private static String word(String line, int number) {
    return List.of(line.split(" ", -1)).get(number);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings, settings -> open()).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
