package org.updateall.adapters.duckdb;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.updateall.domain.retrieval.SharedReading;

/** Keeps a DuckDB file open, read-only, from one question to the next. */
final class DuckDbSharedReading implements SharedReading {

  private final DuckDbStore store;

  @Inject
  DuckDbSharedReading(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public <T> T share(Supplier<T> questions) {
    return store.share(questions);
  }

  @Override
  public void letGo() {
    store.letGo();
  }
}
