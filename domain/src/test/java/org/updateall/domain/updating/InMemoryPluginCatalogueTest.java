package org.updateall.domain.updating;

import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.PluginName;

final class InMemoryPluginCatalogueTest extends PluginCatalogueContract {

  private final List<ScriptedPlugin> plugins = new ArrayList<>();

  @Override
  protected PluginCatalogue catalogue(
      List<PluginName> names, List<PluginName> disabled, List<PluginName> wrong) {
    InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
    for (PluginName name : names) {
      ScriptedPlugin plugin = ScriptedPlugin.with(name.value(), AnnouncedWork.NOTHING);
      plugins.add(plugin);
      catalogue.add(plugin);
    }
    disabled.forEach(catalogue::disable);
    wrong.forEach(catalogue::refuse);
    return catalogue;
  }

  @Override
  protected int questions() {
    return plugins.stream().mapToInt(ScriptedPlugin::questions).sum();
  }
}
