package org.updateall.adapters.duckdb;

import com.google.inject.PrivateModule;
import jakarta.inject.Singleton;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.storage.StoreUpkeep;

/**
 * Binds {@link RunHistory}, {@link RunJournal}, {@link HistoryQueries}, {@link ModelStore}, {@link
 * PredictionLedger}, {@link SharedReading} and {@link StoreUpkeep} to one DuckDB file. Needs a
 * bound {@link java.time.Clock}. Nothing is opened before the first call of a port, and nothing
 * stays open after it, but for what is shared.
 */
public final class DuckDbModule extends PrivateModule {

  private final DuckDbSettings settings;

  public DuckDbModule(DuckDbSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(DuckDbSettings.class).toInstance(settings);
    bind(DuckDbStore.class).in(Singleton.class);
    bind(RunHistory.class).to(DuckDbRunHistory.class).in(Singleton.class);
    bind(HistoryQueries.class).to(DuckDbHistoryQueries.class).in(Singleton.class);
    bind(ModelStore.class).to(DuckDbModelStore.class).in(Singleton.class);
    bind(PredictionLedger.class).to(DuckDbPredictionLedger.class).in(Singleton.class);
    expose(PredictionLedger.class);
    bind(SharedReading.class).to(DuckDbSharedReading.class).in(Singleton.class);
    expose(SharedReading.class);
    bind(Custody.class).in(Singleton.class);
    bind(StoreUpkeep.class).to(DuckDbStoreUpkeep.class).in(Singleton.class);
    expose(StoreUpkeep.class);
    bind(Processes.class).to(SystemProcesses.class).in(Singleton.class);
    bind(RunJournal.class).to(DuckDbRunJournal.class).in(Singleton.class);
    expose(RunHistory.class);
    expose(RunJournal.class);
    expose(HistoryQueries.class);
    expose(ModelStore.class);
  }
}
