package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.retrieval.HistoryQueriesContract;

class DuckDbHistoryQueriesTest extends HistoryQueriesContract {

  private final Path directory;

  DuckDbHistoryQueriesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Store emptyStore() {
    Stores stores = new Stores(directory, Clock.systemUTC());
    return new Store(stores.history(), stores.queries());
  }
}
