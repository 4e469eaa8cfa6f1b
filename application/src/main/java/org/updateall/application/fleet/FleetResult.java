package org.updateall.application.fleet;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;

/**
 * What training one series of a fleet came to.
 *
 * @param forecast of its next run; absent if nothing is known of it
 * @param model that was trained; absent if there are too few runs for one
 */
public record FleetResult(@Nullable FleetForecast forecast, @Nullable FleetModel model) {}
