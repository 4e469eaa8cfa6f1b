package org.updateall.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.DuckDbModule;
import org.updateall.adapters.duckdb.ExchangeModule;
import org.updateall.adapters.duckdb.ExchangeSettings;
import org.updateall.adapters.duckdb.FleetModule;
import org.updateall.adapters.duckdb.PriorModule;
import org.updateall.adapters.jsonlegacy.JsonLegacyModule;
import org.updateall.adapters.jsonlegacy.JsonLegacySettings;
import org.updateall.adapters.jsonlegacy.JsonLegacyStoreModule;
import org.updateall.adapters.plugins.PluginsModule;
import org.updateall.adapters.report.ReportModule;
import org.updateall.adapters.system.SystemModule;
import org.updateall.application.Progress;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.ExplainEstimates;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.application.estimating.FollowRun;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.exchanging.ExportHistory;
import org.updateall.application.exchanging.ExportLegacyHistory;
import org.updateall.application.exchanging.ExportTrainingData;
import org.updateall.application.exchanging.ImportExport;
import org.updateall.application.exchanging.ImportReport;
import org.updateall.application.exchanging.TrainingExportRequest;
import org.updateall.application.fleet.ExportToFleet;
import org.updateall.application.fleet.FleetExportReport;
import org.updateall.application.fleet.FleetExportRequest;
import org.updateall.application.fleet.FleetImportReport;
import org.updateall.application.fleet.FleetReport;
import org.updateall.application.fleet.FleetReportRequest;
import org.updateall.application.fleet.FleetTrainingReport;
import org.updateall.application.fleet.FleetTrainingRequest;
import org.updateall.application.fleet.ImportFleet;
import org.updateall.application.fleet.KeepPriors;
import org.updateall.application.fleet.ReportOnFleet;
import org.updateall.application.fleet.TrainFleet;
import org.updateall.application.forecasting.BacktestByOthers;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.BacktestSeries;
import org.updateall.application.forecasting.ForecastRequest;
import org.updateall.application.forecasting.ForecastSeries;
import org.updateall.application.forecasting.GatherSeries;
import org.updateall.application.forecasting.GatheredSeries;
import org.updateall.application.forecasting.LearnReference;
import org.updateall.application.forecasting.LearningRequest;
import org.updateall.application.forecasting.NothingToLearnFrom;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.application.forecasting.SeriesForecast;
import org.updateall.application.importing.ImportSystemHistory;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.application.importing.SystemImportRequest;
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
import org.updateall.application.inspecting.LatestRuns;
import org.updateall.application.inspecting.LevelCoverage;
import org.updateall.application.inspecting.ListExecutions;
import org.updateall.application.inspecting.MachineExamination;
import org.updateall.application.inspecting.MeasureCoverage;
import org.updateall.application.inspecting.PredictionAccuracy;
import org.updateall.application.inspecting.SeriesRequest;
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
import org.updateall.application.migrating.MigrationReport;
import org.updateall.application.migrating.MigrationRequest;
import org.updateall.application.recording.CollectRun;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.application.recording.CorrectRun;
import org.updateall.application.recording.RecordCommand;
import org.updateall.application.recording.RecordRun;
import org.updateall.application.recording.RecordedCommand;
import org.updateall.application.recording.RunCollector;
import org.updateall.application.reporting.GatherReport;
import org.updateall.application.reporting.ReportRequest;
import org.updateall.application.training.TrainModels;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.application.updating.AskPreflights;
import org.updateall.application.updating.CheckForUpdates;
import org.updateall.application.updating.CheckRequest;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.application.updating.PlanRun;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.RecallPreflights;
import org.updateall.application.updating.RunListener;
import org.updateall.application.updating.RunUpdates;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.application.updating.UpdateRequest;
import org.updateall.application.updating.UpdatesUnderWay;
import org.updateall.application.updating.WayToRoot;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.ExportedHistory;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.ReferenceUnreadable;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.NotRecorded;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunCorrection;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.importing.SourceMachine;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.metering.OutputListener;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.PictureRenderer;
import org.updateall.domain.reporting.ReportRenderer;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.retrieval.TrainingTable;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Compaction;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.StoreCopy;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.Preferences;
import org.updateall.modeling.ModelingModule;

/**
 * update-all's memory and foresight, for programs that embed it.
 *
 * <pre>{@code
 * try (UpdateAll updateAll = UpdateAll.open(Settings.of(Path.of("history.duckdb")))) {
 *   updateAll.importLegacyHistory(Path.of("history.json")).getOrElseThrow(
 *       refused -> new IllegalArgumentException(refused.message()));
 *   RunEstimate estimate = updateAll.estimate(0.9);
 *   estimate.total(Target.WALL_CLOCK).forEach(total ->
 *       System.out.println(total.point() + " s, 90 % between " + total.interval(0.9)));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Every method throws {@link HistoryUnavailable} if the history
 * cannot be used, and {@link IllegalStateException} once this is closed.
 */
public final class UpdateAll implements AutoCloseable {

  private final Settings settings;
  private final Injector injector;
  private volatile boolean closed;

  private UpdateAll(Settings settings, Injector injector) {
    this.settings = settings;
    this.injector = injector;
  }

  /**
   * Opens the history; its file is made by the first thing stored. A file whose name ends in {@code
   * .json} is kept as the Python update-all keeps it, for those who still run both; models are then
   * in memory only, and so is what was foretold.
   *
   * @param replacements Guice modules whose bindings stand in for the usual ones. The ports of one
   *     store belong together: who replaces {@link RunHistory} replaces {@link RunJournal}, {@link
   *     HistoryQueries}, {@code ModelStore} and {@link PredictionLedger} too
   */
  public static UpdateAll open(Settings settings, Module... replacements) {
    Module usual =
        Modules.combine(
            new ApplicationModule(settings),
            store(settings),
            new ExchangeModule(new ExchangeSettings(settings.database())),
            new FleetModule(),
            new PriorModule(new ExchangeSettings(settings.database())),
            new JsonLegacyModule(),
            new PluginsModule(settings.plugins().settings(settings.hostname())),
            new ReportModule(),
            new SystemModule(),
            new ModelingModule());
    // Overriding nothing takes as long as overriding something: every binding is recorded twice.
    Module wiring =
        replacements.length == 0
            ? usual
            : Modules.override(usual).with(Arrays.asList(replacements));
    return new UpdateAll(settings, Guice.createInjector(Stage.DEVELOPMENT, wiring));
  }

  /** Identities for runs and executions that are recorded live. */
  public TimeOrderedIds ids() {
    return use(TimeOrderedIds.class);
  }

  /**
   * A run begins now, on this machine, by the user of this process: told what begins and ends, the
   * collector keeps the times, and whatever happens to this process, the run is kept as far as it
   * had come. Any number of runs may be under way. It goes on when this is closed.
   */
  public RunCollector startRun() {
    return startRun(ids().nextRunId(), settings.hostname(), Settings.thisUser(), null);
  }

  /**
   * A run begins now; see {@link #startRun()}.
   *
   * @param runId its identity, of {@link #ids}, by which it may have been foretold
   * @param hostname the machine
   * @param username who runs it, if known
   * @param configHash which configuration it runs with, if known
   */
  public RunCollector startRun(
      RunId runId, String hostname, @Nullable String username, @Nullable String configHash) {
    return use(CollectRun.class).start(runId, hostname, username, configHash);
  }

  /**
   * Runs a command to its end, measures it, and remembers it as a run of a plugin on this machine,
   * with what was foretold of it. A history that cannot be used is a warning in the result, and
   * changes nothing of how the command runs and ends. When this thread is interrupted, the command
   * is stopped and kept as failed, and the interrupt is set again.
   *
   * @param listener is told what it prints, as it comes
   * @throws InterruptedException if this thread is interrupted before the command has begun;
   *     nothing is remembered then
   */
  public RecordedCommand recordCommand(CommandToRecord command, OutputListener listener)
      throws InterruptedException {
    return use(RecordCommand.class).record(command, listener);
  }

  /**
   * Notes that a run is under way in this process, and how far it has come; see {@link
   * RunJournal#underWay}. Should this process end before the run is recorded, it is kept so far.
   */
  public void underWay(Run run) {
    use(RunJournal.class).underWay(run);
  }

  /** Forgets a run that is under way. */
  public void withdraw(RunId runId) {
    use(RunJournal.class).withdraw(runId);
  }

  /** The runs that are under way in any process, oldest first. */
  public List<RunUnderWay> runsUnderWay() {
    return use(RunJournal.class).runsUnderWay();
  }

  /**
   * Remembers a run that has ended, with all its parts; the same run again changes nothing. Nobody
   * is waited for.
   *
   * @return what that changed; none if the run is safe on disk and is stored later, for somebody
   *     else uses the history
   */
  public Option<RecordOutcome> record(Run run) {
    return use(RecordRun.class).record(run);
  }

  /** Remembers many runs, all or none of them; see {@link RunHistory#recordAll}. */
  public RecordingSummary recordAll(Iterator<Run> runs) {
    return use(RunHistory.class).recordAll(runs);
  }

  /** Stores the runs that wait, after waiting for others; see {@link RunJournal#settle}. */
  public Settlement settle() {
    return use(RunJournal.class).settle();
  }

  /** Stores the runs that wait, unless somebody else uses the history. */
  public Settlement settleIfFree() {
    return use(RunJournal.class).settleIfFree();
  }

  /**
   * Puts an execution in the place of the stored one of its identity, or adds it to its run.
   *
   * @return the run as it then is stored; what is not there, if its run is not
   */
  public Either<NotRecorded, Run> record(PluginExecution execution) {
    return correct(execution.runId(), RunCorrection.recording(execution));
  }

  /**
   * Puts a step in the place of the stored one of its ordinal, or adds it to its execution.
   *
   * @return the run as it then is stored; what is not there, if its run or execution is not
   */
  public Either<NotRecorded, Run> record(RunId runId, StepMetrics step) {
    return correct(runId, RunCorrection.recording(step));
  }

  /**
   * Puts an announcement in the place of the stored one of its ordinal, or adds it to its
   * execution.
   *
   * @return the run as it then is stored; what is not there, if its run or execution is not
   */
  public Either<NotRecorded, Run> record(RunId runId, Estimate estimate) {
    return correct(runId, RunCorrection.recording(estimate));
  }

  /**
   * Puts a run in the place of the stored one, within one transaction; see {@link
   * RunHistory#revise}.
   *
   * @return the run as it then is stored; none if it is not there
   */
  public Option<Run> revise(RunId runId, UnaryOperator<Run> change) {
    return use(RunHistory.class).revise(runId, change);
  }

  /**
   * Takes runs with all their parts away, and says how much that was. What was foretold goes, too.
   */
  public HistoryCounts deleteRuns(Collection<RunId> runIds) {
    return use(ForgetRuns.class).forget(runIds);
  }

  /**
   * Takes an execution with all its parts away.
   *
   * @return the run as it then is stored; what is not there, if it or its run is not
   */
  public Either<NotRecorded, Run> deleteExecution(RunId runId, ExecutionId executionId) {
    return correct(runId, RunCorrection.removing(executionId));
  }

  /**
   * Takes a step away.
   *
   * @return the run as it then is stored; what is not there, if it, its execution or run is not
   */
  public Either<NotRecorded, Run> deleteStep(RunId runId, ExecutionId executionId, int ordinal) {
    return correct(runId, RunCorrection.removingStep(executionId, ordinal));
  }

  /**
   * Takes an announcement away.
   *
   * @return the run as it then is stored; what is not there, if it, its execution or run is not
   */
  public Either<NotRecorded, Run> deleteEstimate(
      RunId runId, ExecutionId executionId, int ordinal) {
    return correct(runId, RunCorrection.removingEstimate(executionId, ordinal));
  }

  /** The run of that identity. */
  public Option<Run> find(RunId runId) {
    return use(RunHistory.class).find(runId);
  }

  /** How much the history holds; nothing where there is none yet. */
  public HistoryCounts counts() {
    return use(RunHistory.class).counts();
  }

  /** The execution of that identity; of several runs that of the newest. */
  public Option<PluginExecution> findExecution(ExecutionId executionId) {
    return use(RunHistory.class).findExecution(executionId);
  }

  /**
   * Brings an old {@code history.json} in, times without a zone read as UTC and runs without a host
   * as this machine's. Bringing it in again changes nothing.
   *
   * @return the refusal, if the file is not an old history; nothing is stored then
   */
  public Either<FileRefused, MigrationReport> importLegacyHistory(Path file) {
    return importLegacyHistory(
        file, new LegacyReading(ZoneOffset.UTC, settings.hostname()), false, Progress.none());
  }

  /**
   * Brings an old {@code history.json} in.
   *
   * @param dryRun whether only to look
   * @return the refusal, if the file is not an old history; nothing is stored then
   */
  public Either<FileRefused, MigrationReport> importLegacyHistory(
      Path file, LegacyReading reading, boolean dryRun, Progress progress) {
    return use(MigrateLegacyHistory.class)
        .migrate(new MigrationRequest(file, reading, settings.backupDirectory(), dryRun), progress);
  }

  /**
   * Brings in what a machine remembers of past updates in its own logs. Bringing it in again adds
   * nothing.
   *
   * @throws IllegalArgumentException if a source is named that there is no importer for
   */
  public SystemImportReport importSystemHistory(SystemImportRequest request, Progress progress) {
    return use(ImportSystemHistory.class).importHistory(request, progress);
  }

  /** What can read the logs of a machine: what this program has, and what others add. */
  public List<HistoryImporter> historyImporters() {
    return use(ImportSystemHistory.class).importers();
  }

  /** Those of them that a machine has and lets be read, but for private ones. */
  public List<HistoryImporter> historyImporters(SourceMachine machine) {
    return use(ImportSystemHistory.class).found(machine);
  }

  /**
   * This machine as its logs are read.
   *
   * @param home the home directory of the user whose files may be read
   */
  public SourceMachine thisMachine(Path home) {
    return new SourceMachine(
        Path.of("/"),
        List.of(home),
        ZoneId.systemDefault(),
        settings.clock().instant(),
        use(ProgramOutput.class));
  }

  /**
   * Another machine as its logs are read, of which the files lie in a tree here.
   *
   * @param root the directory that is {@code /} there
   * @param zone the zone of times that the machine wrote without one; absent for that which the
   *     tree names, else that of this machine
   */
  public MachineTree machineIn(Path root, @Nullable ZoneId zone) {
    return MachineTree.of(root, zone, settings.clock().instant(), use(ProgramOutput.class));
  }

  /**
   * Whether a file or directory is for {@link #importExport} rather than {@link
   * #importLegacyHistory}, by its content: an export, a part of one, or a kind of file that is
   * certainly no old history.
   */
  public boolean looksLikeAnExport(Path file) {
    return use(ExportedHistory.class).claims(file);
  }

  /**
   * Brings an export of this program in. Bringing it in again changes nothing.
   *
   * @param dryRun whether only to look
   * @return the refusal, if the export is not whole and right; nothing is stored then
   */
  public Either<FileRefused, ImportReport> importExport(
      Path file, boolean dryRun, Progress progress) {
    return use(ImportExport.class).bringIn(file, dryRun, progress);
  }

  /**
   * Writes the history, or a part of it, into files from which {@link #importExport} has it again.
   *
   * @return the refusal, if the target cannot be taken; nothing is written then
   * @throws UncheckedIOException if the target cannot be written
   */
  public Either<TargetRefused, ExportReport> exportHistory(
      ExportRequest request, Progress progress) {
    return use(ExportHistory.class).export(request, progress);
  }

  /**
   * Puts the history of one host into the tree of its fleet, which other hosts may use at the same
   * time. Doing it again changes nothing.
   *
   * @return the refusal, if the tree cannot be taken; nothing is written then
   * @throws UncheckedIOException if the tree cannot be written; what was put into it stays
   */
  public Either<TargetRefused, FleetExportReport> exportToFleet(
      FleetExportRequest request, Progress progress) {
    return use(ExportToFleet.class).export(request, progress);
  }

  /**
   * Brings in what the hosts of a fleet have put into its tree. Bringing it in again changes
   * nothing.
   *
   * @param dryRun whether only to look
   * @return the refusal, if there is no such tree
   */
  public Either<FileRefused, FleetImportReport> importFleet(
      Path tree, boolean dryRun, Progress progress) {
    return use(ImportFleet.class).bringIn(tree, dryRun, progress);
  }

  /**
   * Writes the history, or a part of it, as the Python update-all reads it; what that cannot say is
   * lost.
   *
   * @param replace whether a file in that place may be replaced
   * @return how many runs were written; or the refusal, if the place cannot be taken
   */
  public Either<TargetRefused, Long> exportLegacyHistory(
      Path target, HistoryFilter filter, boolean replace, Progress progress) {
    return use(ExportLegacyHistory.class).export(target, filter, replace, progress);
  }

  /**
   * Writes what models of one plugin learn from as a table.
   *
   * @return how many rows were written; none, and no file, if no execution is meant; or the
   *     refusal, if the place cannot be taken
   * @throws UncheckedIOException if the target cannot be written
   */
  public Either<TargetRefused, Option<Integer>> exportTrainingData(TrainingExportRequest request) {
    return use(ExportTrainingData.class).export(request);
  }

  /**
   * Trains a model of every target of every plugin, as {@link #train(TrainingRequest, Progress)}.
   */
  public TrainingReport train() {
    return train(
        new TrainingRequest(
            List.of(), chosenHost(), TrainingOptions.defaults(), PredictionInterval.DEFAULT_LEVEL),
        Progress.none());
  }

  /**
   * Has the questions that are asked meanwhile share one opening of the history: quicker, and all
   * of one state. Only this thread's; nobody can store runs until it ends, until {@link #letGo}, or
   * until this thread stores something or trains. Runs that are recorded meanwhile wait, as always.
   */
  public <T> T reading(Supplier<T> questions) {
    return use(SharedReading.class).share(questions);
  }

  /** Closes the history that this thread is {@link #reading}, before something that takes long. */
  public void letGo() {
    use(SharedReading.class).letGo();
  }

  /** The machines that have runs, sorted. */
  public List<String> hosts() {
    return use(HistoryQueries.class).hosts();
  }

  /** Trains models anew and keeps them. */
  public TrainingReport train(TrainingRequest request, Progress progress) {
    return use(TrainModels.class).train(request, progress);
  }

  /**
   * Brings in a file of priors, which short series of this machine rest on from then on.
   *
   * @return what is at hand now; or why the file is refused, with the remedy, and those before stay
   * @throws UncheckedIOException if they cannot be kept
   */
  public Either<FileRefused, PriorTable> bringInPriors(Path file) {
    return use(KeepPriors.class).bringIn(file);
  }

  /** The priors at hand; none if there are none, or the refusal if what is kept is damaged. */
  public Either<FileRefused, Option<PriorTable>> priors() {
    return use(KeepPriors.class).current();
  }

  /**
   * Forgets the priors at hand.
   *
   * @return whether there were any
   * @throws UncheckedIOException if they cannot be removed
   */
  public boolean forgetPriors() {
    return use(KeepPriors.class).forget();
  }

  /** What kind of machine this one is. */
  public HostProfile profile() {
    return use(ProfileSource.class).profile();
  }

  /**
   * Trains every series of a fleet on this machine, forecasts its next run, and learns what new
   * hosts may expect. This machine's own history is not looked at.
   *
   * @return the refusal, if there is nothing to learn from or the output cannot be taken
   * @throws UncheckedIOException if the tree cannot be read, or the output not be written
   * @throws java.util.concurrent.CancellationException if this thread is interrupted; the next call
   *     goes on from there
   */
  public Either<TargetRefused, FleetTrainingReport> trainFleet(
      FleetTrainingRequest request, Progress progress) {
    return use(TrainFleet.class).train(request, progress);
  }

  /**
   * What the forecasts of a fleet say: hosts, plugins, what is unusual, and what updating all of it
   * will take. This machine's own history is not looked at.
   *
   * @return the refusal, if there is no output of {@link #trainFleet}, or a file of it is damaged
   */
  public Either<FileRefused, FleetReport> fleetReport(
      FleetReportRequest request, Progress progress) {
    return use(ReportOnFleet.class).report(request, progress);
  }

  /**
   * What the next run of these plugins, one after another, will need, on this machine.
   *
   * @param level nominal level of the intervals
   * @param plugins which; none for every plugin of the history
   * @throws IllegalArgumentException if no interval of that level is known
   */
  public RunEstimate estimate(double level, PluginName... plugins) {
    return estimate(
        new EstimateRequest(List.of(plugins), chosenHost(), TrainingOptions.defaults(), level),
        Progress.none());
  }

  /**
   * What the next run of these plugins will need, on this machine, if they run by that schedule.
   *
   * @param level nominal level of the intervals
   * @param plugins which; none for every plugin of the history
   * @throws IllegalArgumentException if no interval of that level is known
   */
  public RunEstimate estimate(double level, Schedule schedule, PluginName... plugins) {
    return estimate(
        new EstimateRequest(
            List.of(plugins), chosenHost(), TrainingOptions.defaults(), level, Map.of(), schedule),
        Progress.none());
  }

  /** What the next run will need. */
  public RunEstimate estimate(EstimateRequest request, Progress progress) {
    return use(EstimateResources.class).estimate(request, progress);
  }

  /** The plugins of this machine, as they are now; nobody is asked anything. */
  public KnownPlugins plugins() {
    return use(PluginCatalogue.class).find();
  }

  /** What the user wishes of this program, beside its plugins. */
  public Preferences preferences() {
    return use(Preferences.class);
  }

  /**
   * What updates wait on this machine, and what installing them will take. Nothing is changed.
   *
   * @param level nominal level of the intervals
   * @param plugins which; none for every one that is not switched off
   * @throws IllegalArgumentException if no interval of that level is known
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public UpdateCheck check(double level, PluginName... plugins) throws InterruptedException {
    return check(
        new CheckRequest(
            List.of(plugins),
            chosenHost(),
            TrainingOptions.defaults(),
            level,
            CheckRequest.DEFAULT_TIME_LIMIT),
        Progress.none());
  }

  /**
   * What updates wait on this machine, and what installing them will take. Nothing is changed.
   *
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public UpdateCheck check(CheckRequest request, Progress progress) throws InterruptedException {
    return use(CheckForUpdates.class).check(request, progress);
  }

  /**
   * What plugins of this machine said lately of the run that is to be estimated; {@link
   * KnownPreflights#addTo} makes it known. No program is started.
   */
  public KnownPreflights recallPreflights(EstimateRequest request) {
    return use(RecallPreflights.class).recall(request);
  }

  /**
   * What plugins of this machine say now of the run that is to be estimated. Nothing is changed.
   *
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public KnownPreflights askPreflights(EstimateRequest request, Duration limit, Progress progress)
      throws InterruptedException {
    letGo();
    return use(AskPreflights.class).ask(request, limit, progress);
  }

  /**
   * Follows the run that was estimated: told when its plugins start, how far they are and when they
   * end, the answer says at any time how long they and the whole run will still take. It does not
   * touch the history, and goes on when this is closed.
   */
  public RunProgress follow(RunEstimate estimate) {
    return use(FollowRun.class).follow(estimate);
  }

  /**
   * What a run of these plugins that is about to begin on this machine will need; remembered, so
   * that {@link #predictionAccuracy} can judge it once the run is recorded under that identity.
   *
   * @param runId the identity that the run will have, of {@link #ids}
   * @param level nominal level of the intervals
   * @param plugins which; none for every plugin of the history
   * @throws IllegalArgumentException if no interval of that level is known
   */
  public RunEstimate foretell(RunId runId, double level, PluginName... plugins) {
    return foretell(
        runId,
        new EstimateRequest(List.of(plugins), chosenHost(), TrainingOptions.defaults(), level),
        Progress.none());
  }

  /**
   * What a run that is about to begin will need, remembered. Nobody is waited for to remember it;
   * that it cannot be remembered is a warning in the result.
   */
  public RunEstimate foretell(RunId runId, EstimateRequest request, Progress progress) {
    return use(ForetellRun.class).foretell(runId, request, progress);
  }

  /** What was foretold of that run. */
  public Option<ForetoldRun> foretold(RunId runId) {
    return use(PredictionLedger.class).find(runId);
  }

  /**
   * How well what was foretold came true.
   *
   * @param plugins which plugins; none for every one, and the totals
   * @param from foretold then or later; absent for all
   */
  public PredictionAccuracy predictionAccuracy(
      Collection<PluginName> plugins, HostScope host, @Nullable Instant from) {
    return use(JudgePredictions.class).judge(plugins, host, from);
  }

  /** How often outcomes lay inside the intervals foretold of them, level by level. */
  public List<LevelCoverage> coverageByLevel(HostScope host) {
    return use(MeasureCoverage.class).measure(host);
  }

  /**
   * The history beside what was said of it, what is expected, how forecasts have held, what updates
   * cost and which failed. Models that are missing or stale are trained and kept.
   */
  public HistoryReport report(ReportRequest request, Progress progress) {
    return use(GatherReport.class).gather(request, progress);
  }

  /** A report as one HTML document that needs nothing else; see {@link ReportRenderer#page}. */
  public String page(HistoryReport report) {
    return use(ReportRenderer.class).page(report);
  }

  /** Makes pictures of what a report holds. */
  public PictureRenderer pictures() {
    return use(PictureRenderer.class);
  }

  /**
   * Why the next run is estimated to need what it does: which models say so, and what they weigh.
   */
  public ExplainedEstimates explain(EstimateRequest request) {
    return use(ExplainEstimates.class).explain(request);
  }

  /** The names of the models that {@link TrainingOptions#family()} may name. */
  public List<String> models() {
    return use(ModelTrainer.class).families();
  }

  /**
   * Whose history estimates rest on: the machine asked for, else this one, else, where this one has
   * no history yet, every machine.
   *
   * @return the name asked for, if the history does not know that machine
   */
  public Either<String, HostScope> chooseHost(@Nullable String wanted) {
    return use(ChooseHost.class).choose(wanted);
  }

  /**
   * The newest of the runs that are meant, newest first.
   *
   * @param limit at most this many, not negative
   */
  public List<Run> recentRuns(HistoryFilter filter, int limit) {
    return use(InspectHistory.class).inspect(filter, limit);
  }

  /** The last run, the last one that succeeded, and what every plugin did last. */
  public LatestRuns latestRuns(HostScope host) {
    return use(FindLatestRuns.class).find(host);
  }

  /** What the executions that are meant have been like, plugin by plugin. */
  public List<PluginStatistics> statistics(HistoryFilter filter) {
    return use(SummarisePlugins.class).summarise(filter);
  }

  /** What the runs and executions that are meant came to together. */
  public Activity activity(HistoryFilter filter) {
    return use(SummariseActivity.class).summarise(filter);
  }

  /** What they came to period by period, oldest first, by the clock and calendar of that zone. */
  public List<PeriodActivity> activityByPeriod(
      HistoryFilter filter, PeriodLength length, ZoneId zone) {
    return use(DivideActivity.class).divide(filter, length, zone);
  }

  /** How a measure of each plugin was distributed, period by period. */
  public List<PeriodDistribution> distributionByPeriod(
      HistoryFilter filter, Measure measure, PeriodLength length, ZoneId zone) {
    return use(DivideMeasure.class).divide(filter, measure, length, zone);
  }

  /**
   * The newest of the executions that are meant, newest first.
   *
   * @param limit at most this many, not negative
   */
  public List<RecentExecution> recentExecutions(HistoryFilter filter, int limit) {
    return use(ListExecutions.class).list(filter, limit);
  }

  /** A measure through time, oldest value first. */
  public List<SeriesPoint> series(SeriesRequest request) {
    return use(FollowMeasure.class).follow(request);
  }

  /** The names of the models that series can be forecast by. */
  public List<String> forecastModels() {
    return use(SeriesForecaster.class).models();
  }

  /**
   * The series of the history that models are trained on, by plugin and target.
   *
   * @param plugins which plugins; none for every plugin of the history
   */
  public GatheredSeries gatherSeries(List<PluginName> plugins, HostScope host) {
    return use(GatherSeries.class).gather(plugins, host);
  }

  /**
   * Forecasts the past of any series, each value from what came before it. The history is not
   * touched.
   *
   * @return in the order of the request
   * @throws IllegalArgumentException if the model is none of {@link #forecastModels()}
   */
  public List<SeriesBacktest> backtest(BacktestRequest request, Progress progress) {
    return use(BacktestSeries.class).backtest(request, progress);
  }

  /**
   * Forecasts the past of any series, each with what was learned from errors on those of other
   * sources; see {@link BacktestByOthers#backtest}. The history is not touched.
   *
   * @param sources where each series of the request comes from, in their order
   */
  public Either<NothingToLearnFrom, List<SeriesBacktest>> backtestByOthers(
      BacktestRequest request, List<String> sources, Progress progress) {
    return use(BacktestByOthers.class).backtest(request, sources, progress);
  }

  /**
   * Learns from series what errors of forecasts are like. The history is not touched.
   *
   * @return none if no series has two values
   * @throws IllegalArgumentException if the model is none of {@link #forecastModels()}
   */
  public Option<ErrorReference> learnReference(LearningRequest request, Progress progress) {
    return use(LearnReference.class).learn(request, progress);
  }

  /** Takes a document that {@link #learnReference} made, or says why it is none. */
  public Either<ReferenceUnreadable, ErrorReference> readReference(String document) {
    return use(ReferenceLearner.class).read(document);
  }

  /**
   * Forecasts what comes next in any series. The history is not touched.
   *
   * @return in the order of the request
   * @throws IllegalArgumentException if the model is none of {@link #forecastModels()}
   */
  public List<SeriesForecast> forecast(ForecastRequest request, Progress progress) {
    return use(ForecastSeries.class).forecast(request, progress);
  }

  /** How well what plugins announced was met. */
  public List<AnnouncementAccuracy> announcementAccuracy(HistoryFilter filter) {
    return use(JudgeAnnouncements.class).judge(filter);
  }

  /** What models learn from, a table for each plugin; days and hours are those of that zone. */
  public List<TrainingTable> trainingTables(HistoryFilter filter, ZoneId zone) {
    return use(GatherTrainingData.class).gather(filter, zone);
  }

  /** Those of these plugins that have no execution on these hosts. */
  public List<PluginName> unknownPlugins(Collection<PluginName> plugins, HostScope host) {
    return use(FindUnknownPlugins.class).find(plugins, host);
  }

  /**
   * What this program has to work with here: the history, the plugins, what can be measured, and
   * which logs of past updates there are. Nothing is changed, and no network is used.
   *
   * @param home the home directory of the user whose files may be read
   */
  public MachineExamination examine(Path home) {
    return use(ExamineMachine.class).examine(thisMachine(home));
  }

  /** How the store is: size, rows, versions; none if there is none yet. */
  public Option<StoreSummary> storeSummary() {
    return use(SummariseStore.class).summarise();
  }

  /** Reads everything that is stored and says what is wrong with it; changes nothing. */
  public CheckReport checkStore() {
    return use(CheckStore.class).check();
  }

  /**
   * Writes a copy of the store that can be used in its place.
   *
   * @param target a file that is not there yet
   * @return the refusal, if there is a file of that name, or no store
   */
  public Either<FileRefused, StoreCopy> backUpStore(Path target) {
    return use(BackUpStore.class).backUp(target);
  }

  /** Gives the space of what was removed back to the system; none if there is no store yet. */
  public Option<Compaction> compactStore() {
    return use(CompactStore.class).compact();
  }

  /**
   * Saves what can be read of a damaged store into a new one, and leaves the old one as it is.
   *
   * @param target a file that is not there yet
   * @return the refusal, if there is a file of that name, or no store
   */
  public Either<FileRefused, Salvage> repairStore(Path target) {
    return use(RepairStore.class).repair(target);
  }

  /**
   * Puts a store of this program in the place of the one that the Python update-all made there, and
   * keeps the old one beside it.
   *
   * @param zone the zone of its times, which are local
   * @return the refusal, if there is no store of the Python update-all
   */
  public Either<FileRefused, Conversion> convertStore(ZoneId zone) {
    return use(ConvertStore.class).convert(zone);
  }

  /**
   * Forgets the runs that began before that time, and what was foretold before it.
   *
   * @param dryRun whether only to look
   * @return how much is forgotten, or would be
   */
  public HistoryCounts prune(Instant before, boolean dryRun) {
    return use(PruneHistory.class).prune(before, dryRun);
  }

  /** Ends the use of this object; the history itself is never held open between calls. */
  @Override
  public void close() {
    closed = true;
  }

  private Either<NotRecorded, Run> correct(RunId runId, RunCorrection correction) {
    return use(CorrectRun.class).correct(runId, correction);
  }

  private static Module store(Settings settings) {
    return settings.isLegacyHistory()
        ? new JsonLegacyStoreModule(
            new JsonLegacySettings(
                settings.database(), new LegacyReading(ZoneOffset.UTC, settings.hostname())))
        : new DuckDbModule(settings.databaseSettings());
  }

  /**
   * What a run of plugins would do and need; nothing is changed.
   *
   * @param root what is done about plugins that need root
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public PlannedRun planRun(UpdateRequest request, WayToRoot root, Progress progress)
      throws InterruptedException {
    return use(PlanRun.class).plan(request, root, progress);
  }

  /**
   * Runs the plugins of a plan on threads of their own, records what happens, and enters what the
   * plan expects in the ledger.
   */
  public UpdatesUnderWay runUpdates(PlannedRun plan, RunListener listener) {
    return use(RunUpdates.class).start(plan, settings.hostname(), Settings.thisUser(), listener);
  }

  private HostScope chosenHost() {
    return chooseHost(null).getOrElse(HostScope.everyHost());
  }

  private <T> T use(Class<T> type) {
    if (closed) {
      throw new IllegalStateException("this history is closed");
    }
    return injector.getInstance(type);
  }
}
