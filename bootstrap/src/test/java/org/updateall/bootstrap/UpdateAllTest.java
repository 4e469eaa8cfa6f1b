package org.updateall.bootstrap;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.step;

import com.google.inject.AbstractModule;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.ForecastRequest;
import org.updateall.application.forecasting.GatheredSeries;
import org.updateall.application.forecasting.LearningRequest;
import org.updateall.application.forecasting.SeriesAhead;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.application.forecasting.SeriesForecast;
import org.updateall.application.inspecting.SeriesRequest;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Explanation.MemberShare;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.LastValueForecaster;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.ObservedSeriesFixture;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.SourcedSeries;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.NotRecorded;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.Settlement;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.progress.TimeLeft;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodLength;

final class UpdateAllTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  private static final int DAYS = 6;

  @TempDir private Path folder;

  @Test
  void remembersARunAcrossOpenings() {
    Run run = Runs.complete();
    try (UpdateAll updateAll = open()) {
      assertEquals(Option.some(RecordOutcome.ADDED), updateAll.record(run));
    }
    try (UpdateAll updateAll = open()) {
      assertTrue(updateAll.find(run.runId()).get().sameContentAs(run));
      assertEquals(Option.some(RecordOutcome.UNCHANGED), updateAll.record(run));
      assertEquals(1, updateAll.recentRuns(HistoryFilter.everything(), 10).size());
      assertFalse(updateAll.statistics(HistoryFilter.everything()).isEmpty());
    }
  }

  @Test
  void makesNoFileByLooking() {
    try (UpdateAll updateAll = open()) {
      assertTrue(updateAll.recentRuns(HistoryFilter.everything(), 10).isEmpty());
      assertTrue(updateAll.statistics(HistoryFilter.everything()).isEmpty());
      assertTrue(updateAll.estimate(0.9).plugins().isEmpty());
      assertTrue(updateAll.train().trained().isEmpty());
    }
    assertFalse(Files.exists(database()));
  }

  @Test
  void trainsAndEstimatesWhatItRemembers() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);

      TrainingReport report = updateAll.train();
      RunEstimate estimate = updateAll.estimate(0.9, new PluginName("apt"));

      assertEquals(1, report.trained().size());
      assertEquals(0, estimate.trained());
      assertEquals(Basis.MODEL, estimate.plugins().get(0).basis());
      assertTrue(estimate.total(Target.WALL_CLOCK).get().point() > 0);
    }
  }

  @Test
  void followsTheRunThatItEstimated() {
    PluginName apt = new PluginName("apt");
    PluginName stranger = new PluginName("stranger");
    Instant start = Instant.parse("2026-01-31T12:00:00Z");
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      RunEstimate estimate = updateAll.estimate(0.9, apt, stranger);
      double expected = estimate.total(Target.WALL_CLOCK).get().point();

      RunProgress progress = updateAll.follow(estimate);
      progress.started(apt, start);
      RemainingTime half = progress.remaining(start.plusMillis(Math.round(500 * expected)));
      progress.ended(apt, start.plusMillis(Math.round(900 * expected)));
      RemainingTime done = progress.remaining(start.plusMillis(Math.round(950 * expected)));

      assertEquals(0.5 * expected, half.whole().get().point(), 0.25 * expected);
      assertEquals(List.of(stranger), half.missing());
      assertEquals(TimeLeft.NONE, done.of(apt).get());
      assertTrue(done.whole().isEmpty());
      progress.skipped(stranger);
      assertEquals(TimeLeft.NONE, progress.remaining(start).whole().get());
    }
  }

  @Test
  void explainsWhatItEstimatesByTheModelsThatThereAre() {
    PluginName apt = new PluginName("apt");
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      EstimateRequest request =
          new EstimateRequest(
              List.of(apt, new PluginName("nosuch")),
              HostScope.everyHost(),
              TrainingOptions.defaults(),
              0.9);

      ExplainedEstimates explained = updateAll.explain(request);

      assertEquals(List.of(new PluginName("nosuch")), explained.unknown());
      assertEquals(List.of(), explained.withoutModel());
      Explanation explanation = explained.explanations().get(0);
      assertEquals(
          updateAll
              .estimate(request, Progress.none())
              .plugins()
              .get(0)
              .prediction(Target.WALL_CLOCK)
              .get(),
          explanation.prediction());
      assertEquals(1, explanation.members().stream().mapToDouble(MemberShare::weight).sum(), 1e-9);
    }
  }

  @Test
  void trainsEveryModelThatItNames() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 100);

      assertEquals(ForecastOptions.POOL, updateAll.models().get(0));
      for (String model : updateAll.models()) {
        TrainingReport report =
            updateAll.train(
                new TrainingRequest(
                    List.of(),
                    HostScope.everyHost(),
                    new TrainingOptions(model, 1, null, null, false),
                    0.9),
                Progress.none());

        assertEquals(model, report.trained().get(0).model().provenance().family());
      }
    }
  }

  @Test
  void goesOnFromKeptModelsWhenTheHistoryGrows() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      updateAll.estimate(0.9);
      recordDailyRuns(updateAll, 14);

      RunEstimate grown = updateAll.estimate(0.9);

      assertEquals(1, grown.trained());
      assertEquals(14, grown.plugins().get(0).prediction(Target.WALL_CLOCK).get().runs());
    }
  }

  @Test
  void keepsModelsBetweenOpenings() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      assertEquals(1, updateAll.estimate(0.9).trained());
    }
    try (UpdateAll updateAll = open()) {
      assertEquals(0, updateAll.estimate(0.9).trained());
    }
  }

  @Test
  void runsOnAnyStoreThatIsHandedIn() {
    InMemoryRunHistory memory = new InMemoryRunHistory(CLOCK);
    InMemoryModelStore models = new InMemoryModelStore();
    AbstractModule inMemory =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(RunHistory.class).toInstance(memory);
            bind(RunJournal.class)
                .toInstance(new InMemoryRunJournal(new InMemoryRunJournal.Place(memory), 1));
            bind(HistoryQueries.class).toInstance(memory);
            bind(ModelStore.class).toInstance(models);
            bind(PredictionLedger.class).toInstance(new InMemoryPredictionLedger());
          }
        };
    try (UpdateAll updateAll = UpdateAll.open(settings(), inMemory)) {
      recordDailyRuns(updateAll, 12);
      assertEquals(Basis.MODEL, updateAll.estimate(0.9).plugins().get(0).basis());
    }
    assertEquals(12, memory.counts().runs());
    assertFalse(Files.exists(database()));
  }

  @Test
  void whatIsForetoldOfARunIsJudgedOnceItIsRecorded() {
    PluginName apt = new PluginName("apt");
    RunId runId = Runs.id(99);
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      RunEstimate estimate = updateAll.foretell(runId, 0.8, apt);
      assertEquals(List.of(), estimate.warnings());
      assertEquals(0.8, updateAll.foretold(runId).get().predictions().get(0).interval().level());
      assertEquals(0, judged(updateAll));

      Run run = Runs.run(99).startingAt(CLOCK.instant()).executing(execution("apt", 60)).build();
      updateAll.record(run);
      assertEquals(2, judged(updateAll)); // the plugin and the total
      updateAll.deleteExecution(runId, run.executions().get(0).executionId());
      assertEquals(0, judged(updateAll));
      updateAll.record(run);
      assertEquals(2, judged(updateAll));
      updateAll.deleteRuns(List.of(runId));
      assertTrue(updateAll.foretold(runId).isEmpty());
    }
  }

  @Test
  void anEstimateIsNotEnteredInTheLedger() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      assertFalse(updateAll.estimate(0.9).plugins().isEmpty());
      assertEquals(
          0, updateAll.predictionAccuracy(List.of(), HostScope.everyHost(), null).predictions());
    }
  }

  @Test
  void pruningForgetsWhatWasForetoldOfRunsThatNeverCame() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);
      updateAll.foretell(Runs.id(98), 0.9);
      updateAll.prune(CLOCK.instant().minusSeconds(1), false);
      assertTrue(updateAll.foretold(Runs.id(98)).isDefined());
      updateAll.prune(CLOCK.instant().plusSeconds(1), false);
      assertTrue(updateAll.foretold(Runs.id(98)).isEmpty());
    }
  }

  private static int judged(UpdateAll updateAll) {
    return updateAll.predictionAccuracy(List.of(), HostScope.everyHost(), null).judged();
  }

  @Test
  void forecastsAnySeriesByWhateverIsHandedIn() {
    AbstractModule lastValue =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(SeriesForecaster.class).to(LastValueForecaster.class);
            bind(LastValueForecaster.class).toInstance(new LastValueForecaster());
          }
        };
    ObservedSeries series = ObservedSeriesFixture.noisy("any", 20);
    ForecastOptions options = ForecastOptions.defaults();
    try (UpdateAll updateAll = UpdateAll.open(settings(), lastValue)) {
      List<SeriesBacktest> past =
          updateAll.backtest(
              new BacktestRequest(List.of(series), options, Origins.defaults(), 0.9, 1),
              Progress.none());
      List<SeriesForecast> next =
          updateAll.forecast(
              new ForecastRequest(
                  List.of(new SeriesAhead(series, List.of(Covariates.NONE))), options, 0.9, 1),
              Progress.none());

      assertTrue(updateAll.forecastModels().contains(options.model()));
      assertEquals(6, past.get(0).forecasts().size());
      assertEquals(1, past.get(0).scores().get().relativeError());
      assertEquals(series.observations().get(19).value(), next.get(0).steps().get(0).point());
    }
    assertFalse(Files.exists(database()));
  }

  @Test
  void learnsWhatErrorsAreLikeFromOtherSources() {
    ObservedSeries first = ObservedSeriesFixture.noisy("first", 30);
    ObservedSeries second = ObservedSeriesFixture.noisy("second", 30);
    ForecastOptions options = ForecastOptions.defaults();
    try (UpdateAll updateAll = open()) {
      ErrorReference learned =
          updateAll
              .learnReference(
                  new LearningRequest(
                      List.of(new SourcedSeries("a", first), new SourcedSeries("b", second)),
                      options,
                      1),
                  Progress.none())
              .get();
      List<SeriesBacktest> past =
          updateAll
              .backtestByOthers(
                  new BacktestRequest(List.of(first, second), options, Origins.defaults(), 0.9, 1),
                  List.of("a", "b"),
                  Progress.none())
              .get();

      assertEquals(learned, updateAll.readReference(learned.document()).get());
      assertTrue(updateAll.readReference("{}").isLeft());
      assertEquals(9, past.get(1).forecasts().size());
    }
    assertFalse(Files.exists(database()));
  }

  @Test
  void estimatesPluginsThatRunAtATime() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);

      RunEstimate estimate = updateAll.estimate(0.9, Schedule.parallel(2));

      assertEquals(Schedule.parallel(2), estimate.schedule());
      assertTrue(estimate.total(Target.WALL_CLOCK).isDefined());
    }
  }

  @Test
  void gathersTheSeriesOfTheHistory() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 12);

      GatheredSeries gathered = updateAll.gatherSeries(List.of(), HostScope.everyHost());

      assertEquals(12, gathered.series().get(0).size());
      assertEquals(List.of(), gathered.unknown());
    }
  }

  @Test
  void keepsARunThatIsUnderWayUntilItIsRecorded() {
    Run run = Runs.sparse();
    try (UpdateAll updateAll = open()) {
      updateAll.underWay(run);
      updateAll.underWay(Runs.run(2).build());
      updateAll.withdraw(Runs.id(2));

      assertEquals(run, updateAll.runsUnderWay().get(0).run());
      assertEquals(1, updateAll.runsUnderWay().size());
      assertEquals(Settlement.NOTHING, updateAll.settleIfFree());
      assertTrue(updateAll.record(run).isDefined());
      assertEquals(List.of(), updateAll.runsUnderWay());
      assertEquals(1, updateAll.settle().stored());
    }
  }

  @Test
  void keepsAHistoryAsThePythonProgramDoesIfItsNameEndsInJson() throws IOException {
    Settings legacy =
        Settings.of(folder.resolve("History.JSON")).withHostname("atlas").withClock(CLOCK);
    try (UpdateAll updateAll = UpdateAll.open(legacy)) {
      assertTrue(updateAll.recentRuns(HistoryFilter.everything(), 10).isEmpty());
      assertFalse(Files.exists(legacy.database()));
      recordDailyRuns(updateAll, 12);
      assertEquals(1, updateAll.estimate(0.9).trained());
      assertEquals(0, updateAll.estimate(0.9).trained());
    }
    assertTrue(Files.readString(legacy.database()).startsWith("[\n  {\n    \"id\": \""));
    try (UpdateAll updateAll = UpdateAll.open(legacy)) {
      assertEquals(Basis.MODEL, updateAll.estimate(0.9).plugins().get(0).basis());
      assertEquals(12, updateAll.recentRuns(HistoryFilter.everything(), 100).size());
    }
  }

  @Test
  void estimatesWholeExecutionsHoweverManyStepsTheyHave() {
    try (UpdateAll updateAll = open()) {
      updateAll.recordAll(
          days(
              execution("apt")
                  .with(step("a").lasting(5), step("b").lasting(15), step("c").lasting(40))));

      ResourceEstimate estimate = updateAll.estimate(0.9).plugins().get(0);

      assertEquals(DAYS, estimate.leading().get().runs());
      assertEquals(60, estimate.prediction(Target.WALL_CLOCK).get().point(), 0.001);
    }
  }

  @Test
  void estimatesExecutionsOfWhichNoStepIsKnown() {
    try (UpdateAll updateAll = open()) {
      updateAll.recordAll(
          days(execution("apt").startingAt(Runs.NOON).endingAt(Runs.NOON.plusSeconds(43))));

      ResourceEstimate estimate = updateAll.estimate(0.9).plugins().get(0);

      assertEquals(DAYS, estimate.leading().get().runs());
      assertEquals(43, estimate.prediction(Target.WALL_CLOCK).get().point(), 0.001);
    }
  }

  @Test
  void eachFileIsAHistoryOfItsOwn() {
    List<Path> files = List.of(database(), folder.resolve("a.json"), folder.resolve("b.json"));
    for (Path file : files) {
      try (UpdateAll updateAll = UpdateAll.open(Settings.of(file).withClock(CLOCK))) {
        updateAll.record(Runs.run(1 + files.indexOf(file)).build());
      }
    }
    for (Path file : files) {
      try (UpdateAll updateAll = UpdateAll.open(Settings.of(file).withClock(CLOCK))) {
        assertEquals(
            List.of(Runs.id(1 + files.indexOf(file))),
            updateAll.recentRuns(HistoryFilter.everything(), 10).stream().map(Run::runId).toList());
      }
    }
  }

  @Test
  void whoHasItOpenStandsInNobodysWay() {
    HistoryFilter all = HistoryFilter.everything();
    try (UpdateAll one = open();
        UpdateAll other = open()) {
      assertEquals(Option.some(RecordOutcome.ADDED), one.record(Runs.run(1).build()));
      assertEquals(1, other.recentRuns(all, 10).size());
      assertEquals(Option.some(RecordOutcome.ADDED), other.record(Runs.run(2).build()));
      assertEquals(2, one.recentRuns(all, 10).size());
    }
  }

  @Test
  void correctsAndTakesAwayRunsAndTheirParts() {
    Run run = Runs.complete();
    PluginExecution apt = run.executions().get(0);
    ExecutionId id = apt.executionId();
    try (UpdateAll updateAll = open()) {
      assertEquals(2, updateAll.recordAll(List.of(run, Runs.run(2).build()).iterator()).added());

      assertTrue(updateAll.deleteStep(run.runId(), id, 1).isRight());
      assertTrue(updateAll.deleteEstimate(run.runId(), id, 3).isRight());
      assertEquals(2, updateAll.findExecution(id).get().steps().size());
      assertEquals(1, updateAll.findExecution(id).get().estimates().size());
      assertTrue(updateAll.record(run.runId(), apt.steps().get(1)).isRight());
      assertTrue(updateAll.record(run.runId(), apt.estimates().get(1)).isRight());
      assertTrue(updateAll.find(run.runId()).get().sameContentAs(run));

      assertTrue(updateAll.deleteExecution(run.runId(), id).isRight());
      assertTrue(updateAll.findExecution(id).isEmpty());
      assertEquals(2, updateAll.record(apt).get().totalPlugins());
      assertEquals(
          1, updateAll.revise(run.runId(), known -> known.without(id)).get().totalPlugins());
      assertTrue(updateAll.revise(Runs.id(9), known -> known).isEmpty());
      assertEquals(1, updateAll.deleteRuns(List.of(run.runId())).runs());
      assertEquals(NotRecorded.run(run.runId()), updateAll.record(apt).getLeft());
    }
  }

  @Test
  void bringsAHistoryThatItKeptAsJsonIntoADatabaseWithNothingLost() {
    Settings legacy =
        Settings.of(folder.resolve("history.json")).withHostname("atlas").withClock(CLOCK);
    Run run = Runs.complete();
    try (UpdateAll updateAll = UpdateAll.open(legacy)) {
      updateAll.record(run);
    }
    try (UpdateAll updateAll = open()) {
      assertEquals(1, updateAll.importLegacyHistory(legacy.database()).get().survey().runs());
      assertTrue(updateAll.find(run.runId()).get().sameContentAs(run));
    }
  }

  @Test
  void makesIdentitiesForLiveRuns() {
    try (UpdateAll updateAll = open()) {
      assertNotEquals(updateAll.ids().nextRunId(), updateAll.ids().nextRunId());
      assertEquals(7, updateAll.ids().nextExecutionId().value().version());
    }
  }

  @Test
  void refusesAFileThatIsNoHistory() {
    try (UpdateAll updateAll = open()) {
      assertTrue(updateAll.importLegacyHistory(folder.resolve("missing.json")).isLeft());
    }
    assertFalse(Files.exists(database()));
  }

  @Test
  void goesByThisMachineUnlessAnotherIsAskedFor() {
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 1);
      updateAll.record(Runs.run(99).on("zeus").build());

      assertEquals(HostScope.only("atlas"), updateAll.chooseHost(null).get());
      assertEquals(HostScope.only("zeus"), updateAll.chooseHost("zeus").get());
      assertEquals("hera", updateAll.chooseHost("hera").getLeft());
    }
  }

  @Test
  void answersQuestionsAboutWhatItRemembers() {
    HistoryFilter all = HistoryFilter.everything();
    PluginName apt = new PluginName("apt");
    PluginName snap = new PluginName("snap");
    try (UpdateAll updateAll = open()) {
      recordDailyRuns(updateAll, 3);
      updateAll.record(Runs.complete());

      assertEquals(3, updateAll.activity(all).runs());
      assertEquals(3, updateAll.activityByPeriod(all, PeriodLength.DAY, UTC).size());
      assertEquals(
          3, updateAll.distributionByPeriod(all, Measure.WALL_CLOCK, PeriodLength.DAY, UTC).size());
      assertEquals(2, updateAll.recentExecutions(all, 2).size());
      assertEquals(3, updateAll.series(SeriesRequest.ofExecutions(all, Measure.WALL_CLOCK)).size());
      assertEquals(apt, updateAll.announcementAccuracy(all).get(0).plugin());
      assertEquals(3, updateAll.trainingTables(all, UTC).get(0).rows().size());
      assertEquals(List.of(snap), updateAll.unknownPlugins(List.of(apt, snap), all.host()));
    }
  }

  @Test
  void cannotBeUsedOnceClosed() {
    UpdateAll updateAll = open();
    updateAll.close();

    assertThrows(
        IllegalStateException.class, () -> updateAll.recentRuns(HistoryFilter.everything(), 1));
  }

  private UpdateAll open() {
    return UpdateAll.open(settings());
  }

  private Settings settings() {
    return Settings.of(database()).withHostname("atlas").withClock(CLOCK);
  }

  private Path database() {
    return folder.resolve("history.duckdb");
  }

  /** A run a day with an execution such as this one. */
  private static Iterator<Run> days(ExecutionBuilder execution) {
    return IntStream.rangeClosed(1, DAYS)
        .mapToObj(
            day ->
                Runs.run(day)
                    .startingAt(Runs.NOON.plus(Duration.ofDays(day)))
                    .unended()
                    .on("atlas")
                    .executing(execution)
                    .build())
        .iterator();
  }

  private static void recordDailyRuns(UpdateAll updateAll, int count) {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      runs.add(
          Runs.run(i)
              .startingAt(Runs.NOON.plus(Duration.ofDays(i)))
              .endingAt(Runs.NOON.plus(Duration.ofDays(i)).plusSeconds(600))
              .on("atlas")
              .executing(Runs.execution("apt", 50 + i % 7))
              .build());
    }
    runs.forEach(updateAll::record);
  }

  @Test
  void looksAfterItsStore() {
    try (UpdateAll updateAll = open()) {
      assertTrue(updateAll.storeSummary().isEmpty());
      updateAll.record(Runs.complete());

      assertTrue(updateAll.checkStore().isSound());
      assertTrue(updateAll.backUpStore(folder.resolve("copy.duckdb")).isRight());
      assertTrue(updateAll.repairStore(folder.resolve("saved.duckdb")).get().isComplete());
      assertTrue(updateAll.compactStore().isDefined());
      assertTrue(updateAll.convertStore(ZoneOffset.UTC).isLeft());
      assertEquals(1, updateAll.prune(Runs.NOON.plusSeconds(9), true).runs());
      assertEquals(1, updateAll.prune(Runs.NOON.plusSeconds(9), false).runs());
      assertEquals(0, updateAll.recentRuns(HistoryFilter.everything(), 9).size());
    }
  }

  @Test
  void knowsARunOfThePythonSystemAgainWhicheverFileItComesFrom() throws Exception {
    makePythonDatabase();
    Path json =
        Files.writeString(
            folder.resolve("history.json"),
            "[{\"id\": \"9c41e7ab\", \"start_time\": \"2026-01-03T07:15:02\", \"plugins\":"
                + " [{\"name\": \"apt\", \"status\": \"success\"}]}]");
    try (UpdateAll updateAll = open()) {
      assertEquals(1, updateAll.convertStore(ZoneOffset.UTC).get().converted().runs());
      Run converted = updateAll.recentRuns(HistoryFilter.everything(), 9).get(0);

      updateAll.importLegacyHistory(json).get();

      Run imported = updateAll.recentRuns(HistoryFilter.everything(), 9).get(0);
      assertEquals(1, updateAll.recentRuns(HistoryFilter.everything(), 9).size());
      assertEquals(converted.runId(), imported.runId());
      assertEquals(
          converted.executions().get(0).executionId(), imported.executions().get(0).executionId());
    }
  }

  private void makePythonDatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE schema_version (version INTEGER, applied_at TIMESTAMP, description VARCHAR);
          CREATE TABLE runs (run_id VARCHAR, start_time TIMESTAMP, end_time TIMESTAMP,
              hostname VARCHAR, username VARCHAR, config_hash VARCHAR, created_at TIMESTAMP);
          CREATE TABLE plugin_executions (execution_id VARCHAR, run_id VARCHAR,
              plugin_name VARCHAR, status VARCHAR, start_time TIMESTAMP, end_time TIMESTAMP,
              packages_updated INTEGER, packages_total INTEGER, error_message VARCHAR,
              exit_code INTEGER, created_at TIMESTAMP);
          CREATE TABLE step_metrics (metric_id VARCHAR, execution_id VARCHAR, step_name VARCHAR,
              phase VARCHAR, start_time TIMESTAMP, end_time TIMESTAMP, wall_clock_seconds DOUBLE,
              cpu_user_seconds DOUBLE, cpu_kernel_seconds DOUBLE, memory_peak_bytes BIGINT,
              memory_avg_bytes BIGINT, io_read_bytes BIGINT, io_write_bytes BIGINT,
              io_read_ops INTEGER, io_write_ops INTEGER, network_rx_bytes BIGINT,
              network_tx_bytes BIGINT, download_size_bytes BIGINT, created_at TIMESTAMP);
          CREATE TABLE estimates (estimate_id VARCHAR, execution_id VARCHAR, phase VARCHAR,
              download_bytes_est BIGINT, cpu_seconds_est DOUBLE, wall_seconds_est DOUBLE,
              memory_bytes_est BIGINT, package_count_est INTEGER, confidence DOUBLE,
              created_at TIMESTAMP);
          INSERT INTO runs VALUES ('9c41e7ab', TIMESTAMP '2026-01-03 07:15:02', NULL, 'h', NULL,
              NULL, NULL);
          INSERT INTO plugin_executions VALUES ('x', '9c41e7ab', 'apt', 'success', NULL, NULL,
              NULL, NULL, NULL, NULL, NULL);
          """);
    }
  }
}
