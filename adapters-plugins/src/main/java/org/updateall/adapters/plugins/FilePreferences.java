package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.nio.file.Path;
import org.updateall.domain.updating.Preferences;

/** What {@code config.yaml} says beside plugins; read anew each time. */
final class FilePreferences implements Preferences {

  private final Path configuration;

  FilePreferences(Path configuration) {
    this.configuration = configuration;
  }

  @Override
  public Option<Path> metricsFile() {
    return Configuration.read(configuration).metricsFile();
  }
}
