package org.updateall.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.DuckDbModule;
import org.updateall.adapters.duckdb.DuckDbSettings;
import org.updateall.adapters.jsonlegacy.JsonLegacyModule;
import org.updateall.application.Progress;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.inspecting.InspectHistory;
import org.updateall.application.inspecting.SummarisePlugins;
import org.updateall.application.maintaining.BackUpStore;
import org.updateall.application.maintaining.CheckStore;
import org.updateall.application.maintaining.CompactStore;
import org.updateall.application.maintaining.ConvertStore;
import org.updateall.application.maintaining.PruneHistory;
import org.updateall.application.maintaining.RepairStore;
import org.updateall.application.maintaining.SummariseStore;
import org.updateall.application.migrating.MigrateLegacyHistory;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.application.migrating.MigrationRequest;
import org.updateall.application.recording.RecordRun;
import org.updateall.application.training.TrainModels;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Compaction;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.StoreCopy;
import org.updateall.domain.storage.StoreSummary;
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
   * Opens the history; its file is made by the first thing stored.
   *
   * @param replacements Guice modules whose bindings stand in for the usual ones. The ports of one
   *     store belong together: who replaces {@link RunHistory} replaces {@code HistoryQueries} and
   *     {@code ModelStore} too
   */
  public static UpdateAll open(Settings settings, Module... replacements) {
    Module usual =
        Modules.combine(
            new ApplicationModule(settings),
            new DuckDbModule(new DuckDbSettings(settings.database())),
            new JsonLegacyModule(),
            new ModelingModule());
    Module wiring = Modules.override(usual).with(Arrays.asList(replacements));
    return new UpdateAll(settings, Guice.createInjector(Stage.DEVELOPMENT, wiring));
  }

  /** Identities for runs and executions that are recorded live. */
  public TimeOrderedIds ids() {
    return use(TimeOrderedIds.class);
  }

  /** Remembers a run with all its parts; the same run again changes nothing. */
  public RecordOutcome record(Run run) {
    return use(RecordRun.class).record(run);
  }

  /** The run of that identity. */
  public Option<Run> find(RunId runId) {
    return use(RunHistory.class).find(runId);
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
   * Trains a model of every target of every plugin, as {@link #train(TrainingRequest, Progress)}.
   */
  public TrainingReport train() {
    return train(
        new TrainingRequest(
            List.of(), chosenHost(), TrainingOptions.defaults(), PredictionInterval.DEFAULT_LEVEL),
        Progress.none());
  }

  /** Trains models anew and keeps them. */
  public TrainingReport train(TrainingRequest request, Progress progress) {
    return use(TrainModels.class).train(request, progress);
  }

  /**
   * What the next run of these plugins will need, on this machine.
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

  /** What the next run will need. */
  public RunEstimate estimate(EstimateRequest request, Progress progress) {
    return use(EstimateResources.class).estimate(request, progress);
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

  /** What every plugin's executions have been like, by plugin name. */
  public List<PluginStatistics> statistics(HostScope host) {
    return use(SummarisePlugins.class).summarise(host);
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
   * Forgets the runs that began before that time.
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
