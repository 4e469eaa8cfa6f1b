package org.updateall.adapters.jsonlegacy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.updateall.domain.history.RunHistory;

/** Stores on a history.json, for tests. */
final class LegacyStores {

  private LegacyStores() {}

  static JsonLegacySettings settings(Path file) {
    return new JsonLegacySettings(file, LegacyFiles.READING, Duration.ofSeconds(20));
  }

  static RunHistory history(Path file, Clock clock) {
    return new JsonLegacyRunHistory(new LegacyStore(settings(file)), clock);
  }
}
