package org.updateall.domain.updating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;

/** A catalogue of plugins that it is given. */
public final class InMemoryPluginCatalogue implements PluginCatalogue {

  private final List<UpdatePlugin> plugins = new ArrayList<>();
  private final List<PluginName> disabled = new ArrayList<>();
  private final List<FileRefused> refused = new ArrayList<>();

  public InMemoryPluginCatalogue add(UpdatePlugin plugin) {
    plugins.add(plugin);
    plugins.sort(Comparator.comparing(UpdatePlugin::name));
    return this;
  }

  public InMemoryPluginCatalogue disable(PluginName name) {
    disabled.add(name);
    plugins.removeIf(plugin -> plugin.name().equals(name));
    return this;
  }

  public InMemoryPluginCatalogue refuse(PluginName name) {
    refused.add(new FileRefused(Path.of(name.value()), "line 1", "it is wrong", "Mend it"));
    return this;
  }

  @Override
  public KnownPlugins find() {
    return new KnownPlugins(plugins, disabled, refused);
  }
}
