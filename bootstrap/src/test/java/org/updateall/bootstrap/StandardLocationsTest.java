package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandardLocationsTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void followsTheXdgVariables() {
    StandardLocations locations =
        StandardLocations.of(
            Map.of(
                "XDG_DATA_HOME",
                "/d",
                "XDG_CONFIG_HOME",
                "/c",
                "XDG_STATE_HOME",
                "/s",
                "XDG_CACHE_HOME",
                "/k"),
            HOME);

    assertEquals(Path.of("/d/update-all/history.duckdb"), locations.database());
    assertEquals(Path.of("/d/update-all/history.json"), locations.legacyHistory());
    assertEquals(Path.of("/c/update-all"), locations.configuration());
    assertEquals(Path.of("/s/update-all/logs"), locations.logs());
    PluginLocations plugins = PluginLocations.of(locations, Map.of());
    assertEquals(
        Path.of("/k/update-all/preflights-vega.json"), plugins.settings("vega").preflights());
    assertEquals(
        Path.of("/k/update-all/preflights-..%2Fvega.json"),
        plugins.settings("../vega").preflights());
  }

  @Test
  void fallsBackToTheHomeFolder() {
    StandardLocations locations = StandardLocations.of(Map.of(), HOME);

    assertEquals(Path.of("/home/ada/.local/share/update-all/history.duckdb"), locations.database());
    assertEquals(Path.of("/home/ada/.config/update-all"), locations.configuration());
    assertEquals(Path.of("/home/ada/.local/state/update-all/logs"), locations.logs());
    assertEquals(Path.of("/home/ada/.cache/update-all"), locations.cache());
  }

  @Test
  void takesAnEmptyOrRelativeVariableAsUnset() {
    StandardLocations locations =
        StandardLocations.of(Map.of("XDG_DATA_HOME", "", "XDG_STATE_HOME", "state"), HOME);

    assertEquals(Path.of("/home/ada/.local/share/update-all"), locations.data());
    assertEquals(Path.of("/home/ada/.local/state/update-all"), locations.state());
  }
}
