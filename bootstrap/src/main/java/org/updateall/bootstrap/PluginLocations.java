package org.updateall.bootstrap;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.updateall.adapters.plugins.PluginSettings;

/**
 * Where plugins are looked for. None of it need be there.
 *
 * @param configuration the file {@code config.yaml} that declares plugins
 * @param directory the folder of executables that speak the external plugin protocol, unless the
 *     configuration names another
 * @param path the value of PATH, in which programs are looked for
 * @param preflights the file in which it is kept what plugins said when they were last asked
 */
public record PluginLocations(Path configuration, Path directory, String path, Path preflights) {

  public PluginLocations {
    requireNonNull(configuration, "configuration");
    requireNonNull(directory, "directory");
    requireNonNull(path, "path");
    requireNonNull(preflights, "preflights");
  }

  /** In the standard locations of that user. */
  public static PluginLocations of(StandardLocations locations, Map<String, String> environment) {
    return new PluginLocations(
        locations.configurationFile(),
        locations.plugins(),
        environment.getOrDefault("PATH", ""),
        locations.preflights());
  }

  /** In the standard locations of the user who runs this program. */
  static PluginLocations standard() {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home", ""));
    return of(StandardLocations.of(environment, home), environment);
  }

  PluginSettings settings() {
    return new PluginSettings(configuration, directory, path, preflights);
  }
}
