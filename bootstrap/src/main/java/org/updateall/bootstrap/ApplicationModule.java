package org.updateall.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.ExplainEstimates;
import org.updateall.application.estimating.FollowRun;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.application.exchanging.ExportHistory;
import org.updateall.application.exchanging.ExportLegacyHistory;
import org.updateall.application.exchanging.ExportTrainingData;
import org.updateall.application.exchanging.ImportExport;
import org.updateall.application.fleet.ExportToFleet;
import org.updateall.application.fleet.FleetPriors;
import org.updateall.application.fleet.ImportFleet;
import org.updateall.application.fleet.KeepPriors;
import org.updateall.application.fleet.ReportOnFleet;
import org.updateall.application.fleet.TrainFleet;
import org.updateall.application.forecasting.BacktestByOthers;
import org.updateall.application.forecasting.BacktestSeries;
import org.updateall.application.forecasting.ForecastSeries;
import org.updateall.application.forecasting.GatherSeries;
import org.updateall.application.forecasting.LearnReference;
import org.updateall.application.importing.ImportSystemHistory;
import org.updateall.application.inspecting.DivideActivity;
import org.updateall.application.inspecting.DivideMeasure;
import org.updateall.application.inspecting.ExamineMachine;
import org.updateall.application.inspecting.FindLatestRuns;
import org.updateall.application.inspecting.FindUnknownPlugins;
import org.updateall.application.inspecting.FollowMeasure;
import org.updateall.application.inspecting.GatherTrainingData;
import org.updateall.application.inspecting.InspectHistory;
import org.updateall.application.inspecting.JudgeAnnouncements;
import org.updateall.application.inspecting.JudgePredictions;
import org.updateall.application.inspecting.ListExecutions;
import org.updateall.application.inspecting.MeasureCoverage;
import org.updateall.application.inspecting.SummariseActivity;
import org.updateall.application.inspecting.SummarisePlugins;
import org.updateall.application.maintaining.BackUpStore;
import org.updateall.application.maintaining.CheckStore;
import org.updateall.application.maintaining.CompactStore;
import org.updateall.application.maintaining.ConvertStore;
import org.updateall.application.maintaining.ForgetRuns;
import org.updateall.application.maintaining.PruneHistory;
import org.updateall.application.maintaining.RepairStore;
import org.updateall.application.maintaining.SummariseStore;
import org.updateall.application.migrating.MigrateLegacyHistory;
import org.updateall.application.recording.CollectRun;
import org.updateall.application.recording.CorrectRun;
import org.updateall.application.recording.RecordCommand;
import org.updateall.application.recording.RecordRun;
import org.updateall.application.reporting.GatherReport;
import org.updateall.application.training.TrainModels;
import org.updateall.application.updating.AskPlugins;
import org.updateall.application.updating.AskPreflights;
import org.updateall.application.updating.CheckForUpdates;
import org.updateall.application.updating.PlanRun;
import org.updateall.application.updating.RecallPreflights;
import org.updateall.application.updating.RunUpdates;
import org.updateall.domain.exchange.ExportedHistory;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TrainingExport;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetForecasts;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.FleetTree;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyHistoryWriter;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightCache;

/** Makes the use cases from whatever implements their ports. */
final class ApplicationModule extends AbstractModule {

  /** How long a command waits at most to be foretold: with cold models it takes a second or two. */
  private static final Duration FORETELLING_PATIENCE = Duration.ofSeconds(3);

  /** Beyond, no machine that is updated has so many series that it would be felt. */
  private static final int MOST_TRAINING_THREADS = 8;

  private final Settings settings;

  ApplicationModule(Settings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().disableCircularProxies();
    bind(Clock.class).toInstance(settings.clock());
  }

  @Provides
  @Singleton
  TimeOrderedIds timeOrderedIds(Clock clock) {
    return new TimeOrderedIds(clock, new SplittableRandom());
  }

  @Provides
  RecordRun recordRun(RunJournal journal) {
    return new RecordRun(journal);
  }

  /** The sources that this program reads, then those that others add. */
  @Provides
  @Singleton
  ImportSystemHistory importSystemHistory(RunHistory history) {
    return new ImportSystemHistory(
        ServiceLoader.load(HistoryImporter.class, HistoryImporter.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        history);
  }

  @Provides
  PlanRun planRun(
      PluginCatalogue catalogue,
      CommandRunner runner,
      EstimateResources estimates,
      TimeOrderedIds ids,
      AskPlugins asking) {
    return new PlanRun(catalogue, runner, estimates, ids, asking);
  }

  @Provides
  RunUpdates runUpdates(
      CollectRun collect,
      ForetellRun foretell,
      CommandRunner runner,
      RemainingTimeForecaster forecaster) {
    return new RunUpdates(collect, foretell, runner, forecaster);
  }

  @Provides
  CollectRun collectRun(RunJournal journal, TimeOrderedIds ids, Clock clock) {
    return new CollectRun(journal, ids, clock, System::nanoTime);
  }

  @Provides
  RecordCommand recordCommand(
      CommandRunner runner,
      CollectRun collectRun,
      ForetellRun foretellRun,
      ChooseHost chooseHost,
      TimeOrderedIds ids) {
    return new RecordCommand(
        runner,
        runId -> collectRun.start(runId, settings.hostname(), Settings.thisUser(), null),
        foretellRun,
        chooseHost,
        ids,
        FORETELLING_PATIENCE);
  }

  @Provides
  CorrectRun correctRun(RunHistory history) {
    return new CorrectRun(history);
  }

  @Provides
  MigrateLegacyHistory migrateLegacyHistory(LegacyHistory legacyHistory, RunHistory history) {
    return new MigrateLegacyHistory(legacyHistory, history);
  }

  @Provides
  ExportHistory exportHistory(HistoryExport exporter, RunHistory history) {
    return new ExportHistory(exporter, history);
  }

  @Provides
  ExportLegacyHistory exportLegacyHistory(
      RunHistory history, HistoryExport places, LegacyHistoryWriter writer) {
    return new ExportLegacyHistory(history, places, writer);
  }

  @Provides
  ExportTrainingData exportTrainingData(HistoryQueries queries, TrainingExport exporter) {
    return new ExportTrainingData(queries, exporter);
  }

  @Provides
  ImportExport importExport(ExportedHistory exports, RunHistory history, ModelStore models) {
    return new ImportExport(exports, history, models);
  }

  @Provides
  ExportToFleet exportToFleet(
      RunHistory history,
      HistoryQueries queries,
      PredictionLedger ledger,
      FleetExport exporter,
      ProfileSource profiles,
      Clock clock) {
    return new ExportToFleet(
        history, queries, ledger, exporter, profiles, clock, settings.hostname());
  }

  @Provides
  ImportFleet importFleet(
      FleetHistories histories, RunHistory history, PredictionLedger ledger, Clock clock) {
    return new ImportFleet(histories, history, ledger, clock);
  }

  @Provides
  TrainModels trainModels(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      FleetPriors fleet) {
    return new TrainModels(queries, trainer, store, reading, trainingThreads(), fleet);
  }

  @Provides
  ReportOnFleet reportOnFleet(FleetForecasts forecasts, ParkForecaster forecaster) {
    return new ReportOnFleet(forecasts, forecaster);
  }

  @Provides
  TrainFleet trainFleet(
      FleetTree tree, FleetOutput output, ModelTrainer trainer, PriorLearner learner, Clock clock) {
    return new TrainFleet(tree, output, trainer, learner, clock);
  }

  private static int trainingThreads() {
    return Math.min(MOST_TRAINING_THREADS, Runtime.getRuntime().availableProcessors());
  }

  @Provides
  EstimateResources estimateResources(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      PredictionLedger ledger,
      JointForecaster joint,
      RiskForecaster risks,
      Clock clock,
      SharedReading reading,
      FleetPriors fleet) {
    return new EstimateResources(
        queries, trainer, store, ledger, joint, risks, clock, reading, fleet);
  }

  @Provides
  FollowRun followRun(RemainingTimeForecaster forecaster) {
    return new FollowRun(forecaster);
  }

  @Provides
  ForetellRun foretellRun(EstimateResources estimates, PredictionLedger ledger, Clock clock) {
    return new ForetellRun(estimates, ledger, clock);
  }

  @Provides
  FindLatestRuns findLatestRuns(RunHistory history, HistoryQueries queries) {
    return new FindLatestRuns(history, queries);
  }

  @Provides
  MeasureCoverage measureCoverage(PredictionLedger ledger, HistoryQueries queries) {
    return new MeasureCoverage(ledger, queries);
  }

  @Provides
  JudgePredictions judgePredictions(PredictionLedger ledger, HistoryQueries queries) {
    return new JudgePredictions(ledger, queries);
  }

  @Provides
  ForgetRuns forgetRuns(RunHistory history, PredictionLedger ledger) {
    return new ForgetRuns(history, ledger);
  }

  /** Read anew for each use case, since others may be brought in meanwhile. */
  @Provides
  FleetPriors fleetPriors(PriorShelf shelf, PriorLearner learner, ProfileSource profiles) {
    return FleetPriors.of(shelf, learner, profiles, settings.hostname());
  }

  @Provides
  KeepPriors keepPriors(PriorShelf shelf, PriorLearner learner) {
    return new KeepPriors(shelf, learner);
  }

  @Provides
  ExplainEstimates explainEstimates(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      RiskForecaster risks,
      Clock clock,
      SharedReading reading,
      FleetPriors fleet) {
    return new ExplainEstimates(queries, trainer, store, risks, clock, reading, fleet);
  }

  @Provides
  BacktestSeries backtestSeries(SeriesForecaster forecaster) {
    return new BacktestSeries(forecaster, System::nanoTime);
  }

  @Provides
  BacktestByOthers backtestByOthers(ReferenceLearner learner, SeriesForecaster forecaster) {
    return new BacktestByOthers(learner, forecaster, System::nanoTime);
  }

  @Provides
  GatherReport gatherReport(
      HistoryQueries queries,
      PredictionLedger ledger,
      EstimateResources estimates,
      BacktestSeries backtest,
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      Clock clock) {
    return new GatherReport(queries, ledger, estimates, backtest, trainer, store, reading, clock);
  }

  @Provides
  LearnReference learnReference(ReferenceLearner learner) {
    return new LearnReference(learner);
  }

  @Provides
  ForecastSeries forecastSeries(SeriesForecaster forecaster) {
    return new ForecastSeries(forecaster);
  }

  @Provides
  GatherSeries gatherSeries(HistoryQueries queries) {
    return new GatherSeries(queries);
  }

  @Provides
  ChooseHost chooseHost(HistoryQueries queries) {
    return new ChooseHost(queries, settings.hostname());
  }

  @Provides
  ExamineMachine examineMachine(
      StoreUpkeep upkeep,
      RunJournal journal,
      PluginCatalogue catalogue,
      CommandRunner runner,
      ImportSystemHistory sources) {
    return new ExamineMachine(upkeep, journal, catalogue, runner, sources.importers());
  }

  @Provides
  InspectHistory inspectHistory(RunHistory history) {
    return new InspectHistory(history);
  }

  @Provides
  SummarisePlugins summarisePlugins(HistoryQueries queries) {
    return new SummarisePlugins(queries);
  }

  @Provides
  SummariseStore summariseStore(StoreUpkeep upkeep) {
    return new SummariseStore(upkeep);
  }

  @Provides
  CheckStore checkStore(StoreUpkeep upkeep) {
    return new CheckStore(upkeep);
  }

  @Provides
  BackUpStore backUpStore(StoreUpkeep upkeep) {
    return new BackUpStore(upkeep);
  }

  @Provides
  CompactStore compactStore(StoreUpkeep upkeep) {
    return new CompactStore(upkeep);
  }

  @Provides
  RepairStore repairStore(StoreUpkeep upkeep) {
    return new RepairStore(upkeep);
  }

  @Provides
  ConvertStore convertStore(StoreUpkeep upkeep) {
    return new ConvertStore(upkeep);
  }

  @Provides
  PruneHistory pruneHistory(RunHistory history, PredictionLedger ledger) {
    return new PruneHistory(history, ledger);
  }

  @Provides
  SummariseActivity summariseActivity(HistoryQueries queries) {
    return new SummariseActivity(queries);
  }

  @Provides
  DivideActivity divideActivity(HistoryQueries queries) {
    return new DivideActivity(queries);
  }

  @Provides
  DivideMeasure divideMeasure(HistoryQueries queries) {
    return new DivideMeasure(queries);
  }

  @Provides
  ListExecutions listExecutions(HistoryQueries queries) {
    return new ListExecutions(queries);
  }

  @Provides
  FollowMeasure followMeasure(HistoryQueries queries) {
    return new FollowMeasure(queries);
  }

  @Provides
  JudgeAnnouncements judgeAnnouncements(HistoryQueries queries) {
    return new JudgeAnnouncements(queries);
  }

  @Provides
  GatherTrainingData gatherTrainingData(HistoryQueries queries) {
    return new GatherTrainingData(queries);
  }

  @Provides
  FindUnknownPlugins findUnknownPlugins(HistoryQueries queries) {
    return new FindUnknownPlugins(queries);
  }

  @Provides
  CheckForUpdates checkForUpdates(
      PluginCatalogue catalogue, EstimateResources estimates, AskPlugins asking) {
    return new CheckForUpdates(catalogue, estimates, asking);
  }

  @Provides
  AskPlugins askPlugins(PreflightCache cache, Clock clock) {
    return new AskPlugins(cache, clock);
  }

  @Provides
  AskPreflights askPreflights(PluginCatalogue catalogue, AskPlugins asking, Clock clock) {
    return new AskPreflights(catalogue, asking, clock, settings.hostname());
  }

  @Provides
  RecallPreflights recallPreflights(PreflightCache cache, HistoryQueries queries, Clock clock) {
    return new RecallPreflights(cache, queries, clock, settings.hostname());
  }
}
