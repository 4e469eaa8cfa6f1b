package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.fleet.MixedDistribution;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;

/**
 * How long a plugin takes over all hosts.
 *
 * @param plugin which
 * @param hosts how many hosts have it
 * @param duration how many seconds on any one of them; a {@link MixedDistribution}
 * @param total how many seconds are expected of all hosts together
 */
public record FleetPlugin(
    PluginName plugin, int hosts, PredictiveDistribution duration, double total) {

  public FleetPlugin {
    requireNonNull(plugin, "plugin");
    requireNonNull(duration, "duration");
  }
}
