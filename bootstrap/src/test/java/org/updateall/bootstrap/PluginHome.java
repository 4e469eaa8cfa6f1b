package org.updateall.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a user's plugins, configuration and history lie, in a folder of a test. */
record PluginHome(Path folder) {

  Settings settings() {
    Map<String, String> environment =
        Map.of(
            "XDG_CONFIG_HOME", folder.resolve("config").toString(),
            "XDG_DATA_HOME", folder.resolve("data").toString(),
            "PATH", System.getenv("PATH"));
    StandardLocations locations = StandardLocations.of(environment, folder);
    return Settings.of(locations.database())
        .withPlugins(PluginLocations.of(locations, environment));
  }

  void configure(String yaml) throws IOException {
    write(folder.resolve("config/update-all/config.yaml"), yaml);
  }

  /** The executable of that name in the folder of plugins. */
  Path addPlugin(String name, String script) throws IOException {
    Path file = folder.resolve("data/update-all/plugins").resolve(name);
    write(file, script);
    return file;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
