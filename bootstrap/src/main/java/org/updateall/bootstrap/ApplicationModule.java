package org.updateall.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.SplittableRandom;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateResources;
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
import org.updateall.application.recording.RecordRun;
import org.updateall.application.training.TrainModels;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.storage.StoreUpkeep;

/** Makes the use cases from whatever implements their ports. */
final class ApplicationModule extends AbstractModule {

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
  RecordRun recordRun(RunHistory history) {
    return new RecordRun(history);
  }

  @Provides
  MigrateLegacyHistory migrateLegacyHistory(LegacyHistory legacyHistory, RunHistory history) {
    return new MigrateLegacyHistory(legacyHistory, history);
  }

  @Provides
  TrainModels trainModels(HistoryQueries queries, ModelTrainer trainer, ModelStore store) {
    return new TrainModels(queries, trainer, store);
  }

  @Provides
  EstimateResources estimateResources(
      HistoryQueries queries, ModelTrainer trainer, ModelStore store) {
    return new EstimateResources(queries, trainer, store, SplittableRandom::new);
  }

  @Provides
  ChooseHost chooseHost(HistoryQueries queries) {
    return new ChooseHost(queries, settings.hostname());
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
  PruneHistory pruneHistory(RunHistory history) {
    return new PruneHistory(history);
  }
}
