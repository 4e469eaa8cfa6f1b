package org.updateall.adapters.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.UpdatePlugin;

/**
 * Finds plugins in what is shipped, in {@code config.yaml} and in the folder of executables. Of one
 * name the declaration counts, and the executable is refused.
 */
final class FilePluginCatalogue implements PluginCatalogue {

  private final PluginSettings settings;
  private final Asking asking;
  private final LongSupplier nanoTime;

  FilePluginCatalogue(PluginSettings settings, Asking asking, LongSupplier nanoTime) {
    this.settings = settings;
    this.asking = asking;
    this.nanoTime = nanoTime;
  }

  @Override
  public KnownPlugins find() {
    Configuration configuration = Configuration.read(settings.configuration());
    Map<PluginName, UpdatePlugin> plugins = new TreeMap<>();
    Programs programs = new Programs(settings.path());
    for (Declaration each : configuration.declarations()) {
      plugins.put(each.name(), new DeclaredPlugin(each, programs, asking, nanoTime));
    }
    List<FileRefused> refused = new ArrayList<>(configuration.refused());
    refused.addAll(addExecutables(configuration, plugins));
    return new KnownPlugins(
        List.copyOf(plugins.values()), List.copyOf(configuration.disabled()), refused);
  }

  private List<FileRefused> addExecutables(
      Configuration configuration, Map<PluginName, UpdatePlugin> plugins) {
    PluginDirectory directory =
        new PluginDirectory(configuration.directory().getOrElse(settings.directory()));
    Set<PluginName> disabled = configuration.disabled();
    List<FileRefused> refused = new ArrayList<>();
    directory
        .read()
        .forEach(
            (name, file) -> {
              if (configuration.declares(name)) {
                refused.add(taken(file, name));
              } else if (!disabled.contains(name)) {
                plugins.put(name, new ProtocolPlugin(name, file, asking, nanoTime));
              }
            });
    refused.addAll(0, directory.refused());
    return refused;
  }

  private static FileRefused taken(Path file, PluginName name) {
    return new FileRefused(
        file, "", "there is a declared plugin " + name, "Give the file another name");
  }
}
