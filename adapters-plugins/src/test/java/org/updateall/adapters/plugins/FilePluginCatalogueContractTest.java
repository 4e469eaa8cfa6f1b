package org.updateall.adapters.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PluginCatalogueContract;

final class FilePluginCatalogueContractTest extends PluginCatalogueContract {

  @TempDir private Path folder;

  private final ScriptedAsking asking = new ScriptedAsking();

  @Override
  protected PluginCatalogue catalogue(
      List<PluginName> plugins, List<PluginName> disabled, List<PluginName> wrong)
      throws IOException {
    StringBuilder text = new StringBuilder("plugins:\n");
    for (PluginName plugin : plugins) {
      text.append("  %s:\n    steps: {phase: execute, command: [x]}\n".formatted(plugin));
      text.append("    enabled: %s\n".formatted(!disabled.contains(plugin)));
    }
    wrong.forEach(plugin -> text.append("  %s: {steps: []}\n".formatted(plugin)));
    Files.writeString(folder.resolve("config.yaml"), text);
    return new FilePluginCatalogue(
        new PluginSettings(
            folder.resolve("config.yaml"),
            folder.resolve("none"),
            "/bin",
            folder.resolve("preflights.json")),
        asking,
        () -> 0);
  }

  @Override
  protected int questions() {
    return asking.asked.size();
  }
}
