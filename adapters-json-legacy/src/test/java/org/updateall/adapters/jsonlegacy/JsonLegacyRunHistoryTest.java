package org.updateall.adapters.jsonlegacy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunHistoryContract;

class JsonLegacyRunHistoryTest extends RunHistoryContract {

  @TempDir private Path directory;

  @Override
  protected RunHistory emptyHistory(Clock clock) {
    return LegacyStores.history(directory.resolve("data").resolve("history.json"), clock);
  }
}
