package org.updateall.adapters.jsonlegacy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.HistoryQueriesContract;

class JsonLegacyHistoryQueriesTest extends HistoryQueriesContract {

  @TempDir private Path directory;

  @Override
  protected Store emptyStore() {
    Injector injector =
        Guice.createInjector(
            new JsonLegacyStoreModule(LegacyStores.settings(directory.resolve("history.json"))),
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Clock.class)
                    .toInstance(Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC));
              }
            });
    return new Store(
        injector.getInstance(RunHistory.class), injector.getInstance(HistoryQueries.class));
  }
}
