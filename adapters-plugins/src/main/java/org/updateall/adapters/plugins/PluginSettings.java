package org.updateall.adapters.plugins;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where plugins are looked for. None of it need be there.
 *
 * @param configuration the file {@code config.yaml}
 * @param directory the folder of executables that speak the external plugin protocol, unless the
 *     configuration names another
 * @param path the value of PATH, in which programs are looked for
 * @param preflights the file in which it is kept what plugins said when they were last asked
 */
public record PluginSettings(Path configuration, Path directory, String path, Path preflights) {

  public PluginSettings {
    configuration = configuration.toAbsolutePath();
    directory = directory.toAbsolutePath();
    requireNonNull(path, "path");
    preflights = preflights.toAbsolutePath();
  }
}
