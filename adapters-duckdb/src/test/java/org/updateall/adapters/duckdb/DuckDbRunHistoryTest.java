package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunHistoryContract;

class DuckDbRunHistoryTest extends RunHistoryContract {

  private final Path directory;

  DuckDbRunHistoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected RunHistory emptyHistory(Clock clock) {
    return new Stores(directory, clock).history();
  }
}
