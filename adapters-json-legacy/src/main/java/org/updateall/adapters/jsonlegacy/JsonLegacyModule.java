package org.updateall.adapters.jsonlegacy;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Duration;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyHistoryWriter;

/**
 * Binds {@link LegacyHistory} and {@link LegacyHistoryWriter} to the files of the Python
 * update-all.
 */
public final class JsonLegacyModule extends AbstractModule {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Provides
  @Singleton
  static LegacyHistory legacyHistory() {
    return new JsonLegacyHistory();
  }

  @Provides
  @Singleton
  static LegacyHistoryWriter legacyHistoryWriter() {
    return new JsonLegacyHistoryWriter(PATIENCE);
  }
}
