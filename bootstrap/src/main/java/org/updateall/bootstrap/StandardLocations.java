package org.updateall.bootstrap;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where update-all keeps its files, after the XDG Base Directory Specification. Nothing is made or
 * looked at here.
 *
 * @param data {@code $XDG_DATA_HOME/update-all}, else {@code ~/.local/share/update-all}
 * @param configuration {@code $XDG_CONFIG_HOME/update-all}, else {@code ~/.config/update-all}
 * @param state {@code $XDG_STATE_HOME/update-all}, else {@code ~/.local/state/update-all}
 * @param cache {@code $XDG_CACHE_HOME/update-all}, else {@code ~/.cache/update-all}
 */
public record StandardLocations(Path data, Path configuration, Path state, Path cache) {

  private static final String NAME = "update-all";

  /**
   * @param environment the environment variables; a relative or empty XDG folder counts as unset
   * @param home the user's home folder
   */
  public static StandardLocations of(Map<String, String> environment, Path home) {
    return new StandardLocations(
        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
  }

  public Path database() {
    return data.resolve("history.duckdb");
  }

  /** The old history, where the Python update-all writes it. */
  public Path legacyHistory() {
    return data.resolve("history.json");
  }

  /** The file that declares plugins. */
  public Path configurationFile() {
    return configuration.resolve("config.yaml");
  }

  /** The folder of executables that speak the external plugin protocol. */
  public Path plugins() {
    return data.resolve("plugins");
  }

  /** What was answered, for whoever asks the same again. */
  public Path answers() {
    return cache.resolve("answers");
  }

  public Path logs() {
    return state.resolve("logs");
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    Path set = Path.of(environment.getOrDefault(variable, ""));
    return (set.isAbsolute() ? set : otherwise).resolve(NAME);
  }
}
