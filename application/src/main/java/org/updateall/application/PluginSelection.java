package org.updateall.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.PluginHistory;

/**
 * The histories of the plugins that were asked for.
 *
 * @param histories those that are known, in the order of their names
 * @param unknown the others, in the order asked for
 */
public record PluginSelection(List<PluginHistory> histories, List<PluginName> unknown) {

  /**
   * Selects among all histories.
   *
   * @param wanted which plugins; none for every one
   */
  public static PluginSelection of(List<PluginName> wanted, List<PluginHistory> all) {
    if (wanted.isEmpty()) {
      return new PluginSelection(all, List.of());
    }
    Set<PluginName> known =
        all.stream().map(PluginHistory::plugin).collect(Collectors.toUnmodifiableSet());
    return new PluginSelection(
        all.stream().filter(history -> wanted.contains(history.plugin())).toList(),
        wanted.stream().filter(plugin -> !known.contains(plugin)).distinct().toList());
  }
}
