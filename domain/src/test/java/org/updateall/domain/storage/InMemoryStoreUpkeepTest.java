package org.updateall.domain.storage;

import java.nio.file.Path;
import java.time.Clock;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.RunHistory;

class InMemoryStoreUpkeepTest extends StoreUpkeepContract {

  private final RunHistory history = new InMemoryRunHistory(Clock.systemUTC());
  private final InMemoryStoreUpkeep upkeep =
      new InMemoryStoreUpkeep(history, Path.of("history").toAbsolutePath());

  @Override
  protected RunHistory history() {
    return history;
  }

  @Override
  protected StoreUpkeep upkeep() {
    return upkeep;
  }

  @Override
  protected RunHistory open(Path file) {
    return upkeep.open(file);
  }
}
