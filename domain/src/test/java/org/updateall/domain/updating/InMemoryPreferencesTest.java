package org.updateall.domain.updating;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

final class InMemoryPreferencesTest extends PreferencesContract {

  @Override
  protected Preferences withMetricsFile(@Nullable String file) {
    return new InMemoryPreferences(file == null ? null : Path.of(file));
  }
}
