package org.updateall.domain.history;

import java.nio.file.Path;

class InMemoryLegacyHistoryWriterTest extends LegacyHistoryWriterContract {

  private final InMemoryLegacyHistory history = new InMemoryLegacyHistory();

  @Override
  protected LegacyHistoryWriter writer() {
    return history;
  }

  @Override
  protected LegacyHistory reader() {
    return history;
  }

  @Override
  protected Path newFile() {
    return Path.of("new", "history.json");
  }
}
