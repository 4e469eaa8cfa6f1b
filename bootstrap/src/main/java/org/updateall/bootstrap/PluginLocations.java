package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
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
 * @param cache the folder in which it is kept what plugins said when they were last asked
 */
public record PluginLocations(Path configuration, Path directory, String path, Path cache) {

  public PluginLocations {
    requireNonNull(configuration, "configuration");
    requireNonNull(directory, "directory");
    requireNonNull(path, "path");
    requireNonNull(cache, "cache");
  }

  /** In the standard locations of that user. */
  public static PluginLocations of(StandardLocations locations, Map<String, String> environment) {
    return new PluginLocations(
        locations.configurationFile(),
        locations.plugins(),
        environment.getOrDefault("PATH", ""),
        locations.cache());
  }

  /** In the standard locations of the user who runs this program. */
  static PluginLocations standard() {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home", ""));
    return of(StandardLocations.of(environment, home), environment);
  }

  /**
   * What the adapter goes by. Each machine has a file of its own in the cache, as a home folder may
   * be that of several.
   *
   * @param hostname the name of this machine
   */
  PluginSettings settings(String hostname) {
    String file = "preflights-%s.json".formatted(URLEncoder.encode(hostname, UTF_8));
    return new PluginSettings(configuration, directory, path, cache.resolve(file));
  }
}
