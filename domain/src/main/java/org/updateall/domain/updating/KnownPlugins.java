package org.updateall.domain.updating;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;

/**
 * The plugins of a machine.
 *
 * @param plugins in the order of their names
 * @param disabled those that are switched off, by name
 * @param refused what was meant to be a plugin, or to say something of one, and is wrong
 */
public record KnownPlugins(
    List<UpdatePlugin> plugins, List<PluginName> disabled, List<FileRefused> refused) {

  /**
   * @throws IllegalArgumentException if the plugins are not in the order of their names, or two
   *     share one
   */
  public KnownPlugins {
    plugins = List.copyOf(plugins);
    disabled = List.copyOf(disabled);
    refused = List.copyOf(refused);
    for (int i = 1; i < plugins.size(); i++) {
      if (plugins.get(i - 1).name().compareTo(plugins.get(i).name()) >= 0) {
        throw new IllegalArgumentException(
            "%s does not come after %s"
                .formatted(plugins.get(i).name(), plugins.get(i - 1).name()));
      }
    }
  }

  /** The plugin of that name. */
  public Option<UpdatePlugin> find(PluginName name) {
    return Option.ofOptional(
        plugins.stream().filter(plugin -> plugin.name().equals(name)).findFirst());
  }

  /** Those that are meant: of the names, or all where none is given. */
  public List<UpdatePlugin> meant(Collection<PluginName> names) {
    return plugins.stream()
        .filter(plugin -> names.isEmpty() || names.contains(plugin.name()))
        .toList();
  }

  /** The names among these that are switched off, each once. */
  public List<PluginName> disabledAmong(Collection<PluginName> names) {
    return names.stream().distinct().filter(disabled::contains).toList();
  }

  /** The names among these that no plugin has, each once. */
  public List<PluginName> unknownAmong(Collection<PluginName> names) {
    return names.stream()
        .distinct()
        .filter(name -> find(name).isEmpty() && !disabled.contains(name))
        .toList();
  }
}
