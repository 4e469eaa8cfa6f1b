package org.updateall.adapters.jsonlegacy;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.journal.ProcessIdentity;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.ScannedHistory;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.storage.StoreUpkeep;

/**
 * Binds {@link RunHistory}, {@link RunJournal}, {@link HistoryQueries}, {@link ModelStore} and
 * {@link PredictionLedger} to one history.json, for those who still run the Python update-all
 * beside this one; models and what was foretold are kept in memory only. That this is deprecated is
 * logged once. Needs a bound {@link Clock}. Nothing is opened before the first call of a port, and
 * nothing stays open after it.
 */
public final class JsonLegacyStoreModule extends AbstractModule {

  private static final Logger LOG = LoggerFactory.getLogger(JsonLegacyStoreModule.class);

  private final JsonLegacySettings settings;

  public JsonLegacyStoreModule(JsonLegacySettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  RunHistory runHistory(Clock clock) {
    LOG.atWarn()
        .addKeyValue("file", settings.file())
        .log("keeping the history in a history.json is deprecated; import it into a database");
    return new JsonLegacyRunHistory(new LegacyStore(settings), clock);
  }

  @Provides
  @Singleton
  RunJournal runJournal(RunHistory history) {
    return new DirectRunJournal(
        history,
        new ProcessIdentity(
            settings.reading().hostname(), null, null, ProcessHandle.current().pid(), null));
  }

  @Provides
  @Singleton
  static HistoryQueries historyQueries(RunHistory history) {
    return new ScannedHistory(visitor -> history.visit(HistoryFilter.everything(), visitor));
  }

  /** Every reading of the file opens it. */
  @Provides
  static SharedReading sharedReading() {
    return SharedReading.none();
  }

  @Provides
  @Singleton
  static ModelStore modelStore() {
    return new PassingModelStore();
  }

  @Provides
  @Singleton
  static PredictionLedger predictionLedger() {
    return new PassingPredictionLedger();
  }

  @Provides
  @Singleton
  StoreUpkeep storeUpkeep() {
    return new NoDatabaseUpkeep(settings.file());
  }
}
