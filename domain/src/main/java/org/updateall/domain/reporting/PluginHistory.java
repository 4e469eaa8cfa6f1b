package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.history.PluginName;

/**
 * A plugin through time.
 *
 * @param plugin which plugin
 * @param targets each target that any of its runs measured, in the order of targets
 */
public record PluginHistory(PluginName plugin, List<TargetHistory> targets) {

  public PluginHistory {
    requireNonNull(plugin, "plugin");
    targets = List.copyOf(targets);
  }
}
