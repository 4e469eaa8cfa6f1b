package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.storage.StoreUpkeepContract;

class DuckDbStoreUpkeepTest extends StoreUpkeepContract {

  private final Stores stores;

  DuckDbStoreUpkeepTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
  }

  @Override
  protected RunHistory history() {
    return stores.history();
  }

  @Override
  protected StoreUpkeep upkeep() {
    return stores.upkeep();
  }

  @Override
  protected RunHistory open(Path file) {
    return stores.historyIn(file);
  }
}
