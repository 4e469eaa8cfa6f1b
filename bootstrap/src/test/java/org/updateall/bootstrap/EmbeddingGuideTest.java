package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.exchanging.ImportReport;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.application.importing.SystemImportRequest;
import org.updateall.application.inspecting.PredictionAccuracy;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.application.recording.RecordedCommand;
import org.updateall.application.recording.RunCollector;
import org.updateall.application.training.TrainingReport;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.OutputListener;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.ScannedHistory;
import org.updateall.domain.storage.StoreCopy;

/**
 * The programs of docs/embedding.md and README.md, run. The documents show the marked parts, which
 * {@link GuideSnippetsTest} compares.
 */
final class EmbeddingGuideTest {

  private static final int DAYS = 20;

  private final Logger log = LoggerFactory.getLogger(EmbeddingGuideTest.class);
  private final PluginName apt = new PluginName("apt");
  private final PluginName flatpak = new PluginName("flatpak");
  @TempDir private Path folder;
  private Path database;

  @BeforeEach
  void aPlaceForTheHistory() {
    database = folder.resolve("history.duckdb");
  }

  @Test
  void estimates() {
    rememberDailyRuns();
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      // snippet: estimate
      try (UpdateAll updateAll = UpdateAll.open(Settings.of(database))) {
        RunEstimate next = updateAll.estimate(0.9);
        next.total(Target.WALL_CLOCK)
            .map(time -> "9 runs in 10 take at most %.0f s".formatted(time.interval(0.8).upper()))
            .forEach(System.out::println);
      }
      // end
    } finally {
      System.setOut(terminal);
    }
    assertTrue(printed.toString(UTF_8).matches("9 runs in 10 take at most \\d+ s\\R"));
  }

  @Test
  void opensWithSettingsOfItsOwn() {
    Path home = folder;
    // snippet: settings
    Settings settings =
        Settings.of(StandardLocations.of(System.getenv(), home).database())
            .withHostname("build-server")
            .withClock(Clock.systemUTC())
            .withMemoryLimit(1_000_000_000)
            .withThreads(4)
            .withRemarks(log::info);
    // end
    assertEquals("build-server", settings.hostname());
    assertEquals("history.duckdb", settings.database().getFileName().toString());
    assertEquals(1_000_000_000, settings.memoryLimit());
    assertThrows(IllegalArgumentException.class, () -> settings.withMemoryLimit(1));
  }

  @Test
  void readsAnEstimatePluginByPlugin() {
    rememberDailyRuns();
    try (UpdateAll updateAll = open()) {
      List<String> lines = new ArrayList<>();
      // snippet: estimate-plugins
      RunEstimate estimate = updateAll.estimate(0.9, Schedule.parallel(2), apt, flatpak);
      for (ResourceEstimate plugin : estimate.plugins()) {
        plugin
            .prediction(Target.WALL_CLOCK)
            .forEach(
                time -> {
                  PredictionInterval range = time.interval(0.9);
                  lines.add(
                      "%s: %.0f s (%.0f to %.0f), from %d runs, %s"
                          .formatted(
                              plugin.plugin(),
                              time.point(),
                              range.lower(),
                              range.upper(),
                              time.runs(),
                              time.basis().wireName()));
                });
      }
      List<PluginName> strangers = estimate.unknown();
      // end
      assertEquals(1, lines.size());
      assertTrue(lines.get(0).startsWith("apt: "), lines::toString);
      assertTrue(lines.get(0).endsWith("from 20 runs, model"), lines::toString);
      assertEquals(List.of(flatpak), strangers);
    }
  }

  @Test
  void saysWhatIsKnownOfTheComingRun() {
    rememberDailyRuns();
    try (UpdateAll updateAll = open()) {
      // snippet: estimate-known
      HostScope host = updateAll.chooseHost(null).getOrElse(HostScope.everyHost());
      RunEstimate estimate =
          updateAll.estimate(
              new EstimateRequest(
                  List.of(apt),
                  host,
                  TrainingOptions.defaults(),
                  0.9,
                  Map.of(apt, Covariates.of(Covariates.PACKAGES, 14))),
              Progress.none());
      // end
      assertEquals(Basis.MODEL, estimate.plugins().get(0).basis());
    }
  }

  @Test
  void recordsARunWhileItHappensAndJudgesWhatWasForetold() {
    rememberDailyRuns();
    try (UpdateAll updateAll = open()) {
      Option<RecordOutcome> stored;
      ResourceUsage usage = ResourceUsage.builder().downloadSizeBytes(40_000_000L).build();
      // snippet: collect
      try (RunCollector run = updateAll.startRun()) {
        updateAll.foretell(run.runId(), 0.9, apt);
        run.startPluginExecution(apt);
        run.recordEstimate(apt, StepPhase.EXECUTE, AnnouncedFigures.of(14, 40_000_000L));
        run.startStep(apt, "upgrade", StepPhase.EXECUTE);
        run.endStep(apt, "upgrade", usage);
        run.endPluginExecution(apt, ExecutionEnd.success().withPackages(14, null));
        stored = run.endRun();
      }
      // end
      assertEquals(Option.some(RecordOutcome.ADDED), stored);

      // snippet: judge
      PredictionAccuracy accuracy =
          updateAll.predictionAccuracy(List.of(apt), HostScope.everyHost(), null);
      accuracy
          .coverageOfPlugins()
          .forEach(band -> log.info("{} of {} inside their range", band.hits(), band.count()));
      // end
      assertEquals(1, accuracy.runs());
      assertEquals(1, accuracy.coverageOfPlugins().get().count());
    }
  }

  @Test
  void keepsARunThatWasLeft() {
    try (UpdateAll updateAll = open()) {
      RunId left;
      try (RunCollector run = updateAll.startRun()) {
        left = run.runId();
        run.startPluginExecution(apt);
        assertThrows(
            IllegalStateException.class,
            () -> run.endStep(apt, "upgrade", ResourceUsage.unmeasured()));
      }
      assertEquals(ExecutionStatus.FAILED, updateAll.find(left).get().executions().get(0).status());
    }
  }

  @Test
  void recordsARunAsAWhole() {
    Instant begin = Instant.parse("2026-01-31T06:00:00Z");
    Instant end = begin.plusSeconds(72);
    try (UpdateAll updateAll = open()) {
      // snippet: record
      RunId runId = updateAll.ids().nextRunId();
      PluginExecution execution =
          PluginExecution.builder(
                  updateAll.ids().nextExecutionId(), runId, apt, ExecutionStatus.SUCCESS)
              .times(begin, end)
              .packages(14, null)
              .build();
      Run run = new Run(runId, begin, end, "build-server", null, null, List.of(execution), null);
      Option<RecordOutcome> stored = updateAll.record(run);
      // end
      assertEquals(Option.some(RecordOutcome.ADDED), stored);
      assertTrue(updateAll.find(runId).get().sameContentAs(run));
    }
  }

  @Test
  void recordsACommand() throws InterruptedException {
    try (UpdateAll updateAll = open()) {
      // snippet: command
      RecordedCommand recorded =
          updateAll.recordCommand(
              CommandToRecord.of(
                  new PluginName("backup"),
                  Command.of(List.of("sleep", "0.1")).within(Duration.ofHours(1))),
              OutputListener.NONE);
      int exitCode = recorded.outcome().exitCode();
      boolean safe = recorded.isRemembered();
      // end
      assertEquals(0, exitCode);
      assertTrue(safe);
    }
  }

  @Test
  void followsARun() {
    rememberDailyRuns();
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T06:00:00Z"), ZoneOffset.UTC);
    try (UpdateAll updateAll = open()) {
      // snippet: follow
      RunProgress progress = updateAll.follow(updateAll.estimate(0.9, Schedule.parallel(2)));
      progress.started(apt, clock.instant());
      progress.reported(apt, 0.4, clock.instant()); // as often as it likes, or never
      RemainingTime left = progress.remaining(clock.instant());
      left.of(apt); // seconds left: a figure, ranges, and whether it takes longer than ever seen
      left.whole(); // until the last plugin ends
      progress.ended(apt, clock.instant()); // or skipped(...), of one that will not run
      // end
      assertTrue(left.whole().get().point() > 0);
      assertEquals(0, progress.remaining(clock.instant()).whole().get().point());
    }
  }

  @Test
  void importsAndExports() throws IOException {
    Path file = folder.resolve("history.json");
    Files.writeString(
        file,
        """
        [{"id": "00000010", "start_time": "2026-01-10T06:00:00Z", "plugins": [
          {"name": "apt", "status": "success", "start_time": "2026-01-10T06:00:00Z",
           "end_time": "2026-01-10T06:01:10Z"}]}]
        """);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path copy = folder.resolve("everything.json");
    try (UpdateAll updateAll = open()) {
      // snippet: import
      Either<FileRefused, MigrationReport> old = updateAll.importLegacyHistory(file);
      String told =
          old.fold(FileRefused::message, report -> report.survey().runs() + " runs in the file");

      SystemImportReport logs =
          updateAll.importSystemHistory(
              new SystemImportRequest(
                  updateAll.machineIn(disk, null).machine(), "other", List.of(), null, false),
              Progress.none());
      // end
      assertEquals("1 runs in the file", told);
      assertEquals(0, logs.addedInAll());

      // snippet: export
      ExportRequest everything =
          new ExportRequest(copy, ExchangeFormat.JSON, HistoryFilter.everything(), false);
      updateAll
          .exportHistory(everything, Progress.none())
          .peekLeft(refused -> log.warn(refused.message()));
      Either<FileRefused, ImportReport> back = updateAll.importExport(copy, false, Progress.none());
      // end
      assertTrue(back.isRight());
      assertEquals(1, updateAll.counts().runs());
    }
  }

  @Test
  void trains() {
    rememberDailyRuns();
    try (UpdateAll updateAll = open()) {
      // snippet: train
      TrainingReport report = updateAll.train();
      report.refused().forEach(refused -> log.info("no model: {}", refused));
      // end
      assertEquals(1, report.trained().size());
      assertEquals(0, updateAll.estimate(0.9).trained());
    }
  }

  @Test
  void runsOnStoresInMemory() {
    // snippet: replace
    InMemoryRunHistory memory = new InMemoryRunHistory(Clock.systemUTC());
    Module inMemory =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(RunHistory.class).toInstance(memory);
            bind(HistoryQueries.class).toInstance(memory);
            bind(RunJournal.class)
                .toInstance(new InMemoryRunJournal(new InMemoryRunJournal.Place(memory), 1));
            bind(ModelStore.class).toInstance(new InMemoryModelStore());
            bind(PredictionLedger.class).toInstance(new InMemoryPredictionLedger());
          }
        };
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database), inMemory)) {
      updateAll.startRun().endRun();
    }
    // end
    assertEquals(1, memory.counts().runs());
    assertFalse(Files.exists(database));
  }

  @Test
  void countsWithTheDomainAlone() {
    List<Run> runs = Runs.many(9);
    // snippet: domain
    HistoryQueries history = new ScannedHistory(runs::forEach);
    List<PluginStatistics> statistics =
        history.pluginStatistics(HistoryFilter.everything().ofPlugins("apt"));
    // end
    assertEquals(1, statistics.size());
    assertEquals(apt, statistics.get(0).plugin());
  }

  @Test
  void tellsOfAHistoryThatCannotBeUsed() throws IOException {
    Files.writeString(database, "no database");
    assertEquals(Option.none(), estimateIfPossible());
    assertEquals("no database", Files.readString(database));
  }

  private Option<RunEstimate> estimateIfPossible() {
    // snippet: errors
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database))) {
      return Option.some(updateAll.estimate(0.9));
    } catch (HistoryUnavailable e) {
      log.warn(e.getMessage()); // names the file and the remedy, fit for a user
      return Option.none();
    }
    // end
  }

  @Test
  void copiesTheHistory() {
    rememberDailyRuns();
    Path target = folder.resolve("copy.duckdb");
    try (UpdateAll updateAll = open()) {
      // snippet: upkeep
      boolean sound = updateAll.checkStore().isSound();
      Either<FileRefused, StoreCopy> copy = updateAll.backUpStore(target);
      // end
      assertTrue(sound);
      assertTrue(copy.isRight());
    }
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(target))) {
      assertEquals(DAYS, updateAll.counts().runs());
    }
  }

  private void rememberDailyRuns() {
    try (UpdateAll updateAll = open()) {
      for (int day = 1; day <= DAYS; day++) {
        updateAll.record(
            Runs.run(day)
                .startingAt(Runs.NOON.plus(Duration.ofDays(day)))
                .executing(Runs.execution("apt", 50 + day % 7))
                .build());
      }
    }
  }

  private UpdateAll open() {
    return UpdateAll.open(Settings.of(database));
  }
}
