package org.updateall.adapters.jsonlegacy;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.updateall.domain.history.LegacyHistory;

/** Binds {@link LegacyHistory} to the files of the Python update-all. */
public final class JsonLegacyModule extends AbstractModule {

  @Provides
  @Singleton
  static LegacyHistory legacyHistory() {
    return new JsonLegacyHistory();
  }
}
