package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.PluginName;

/**
 * A plugin that will not run.
 *
 * @param plugin which one
 * @param reason why, in words
 */
public record LeftOut(PluginName plugin, String reason) {

  public LeftOut {
    requireNonNull(plugin, "plugin");
    requireNonNull(reason, "reason");
  }
}
