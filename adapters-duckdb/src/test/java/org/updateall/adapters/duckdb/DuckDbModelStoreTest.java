package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelStoreContract;

class DuckDbModelStoreTest extends ModelStoreContract {

  private final Path directory;

  DuckDbModelStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected ModelStore emptyStore() {
    return new Stores(directory, Clock.systemUTC()).models();
  }
}
