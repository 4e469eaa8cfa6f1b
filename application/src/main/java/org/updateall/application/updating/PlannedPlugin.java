package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.UpdatePlugin;

/**
 * A plugin whose turn will come.
 *
 * @param plugin which one
 * @param plan what an update with it takes
 * @param preflight what it says that it would do
 */
public record PlannedPlugin(UpdatePlugin plugin, PluginPlan plan, PreflightReport preflight) {

  public PlannedPlugin {
    requireNonNull(plugin, "plugin");
    requireNonNull(plan, "plan");
    requireNonNull(preflight, "preflight");
  }

  public PluginName name() {
    return plugin.name();
  }
}
