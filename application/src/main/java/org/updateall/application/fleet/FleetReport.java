package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.ParkForecast;
import org.updateall.domain.fleet.PartitionReport;

/**
 * A fleet as its forecasts show it.
 *
 * @param level of ranges, and the probability with which the window is to suffice
 * @param hosts which hosts there are
 * @param plugins those that take most of the time of all hosts come first
 * @param outliers of each plugin on a host that is one the farthest measure; the farthest first, at
 *     most as many as were asked for
 * @param outliersInAll how many there are
 * @param park what updating all hosts will take
 * @param window in which they are to have finished; absent for none
 * @param enoughAtATime how many hosts at a time the window needs; absent without one, or if not
 *     even all at once suffice
 * @param partitions how many files were learned from or left out
 * @param damagedPartitions those of which something was left out
 */
public record FleetReport(
    double level,
    FleetHosts hosts,
    List<FleetPlugin> plugins,
    List<FleetOutlier> outliers,
    int outliersInAll,
    ParkForecast park,
    @Nullable Duration window,
    @Nullable Integer enoughAtATime,
    int partitions,
    List<PartitionReport> damagedPartitions) {

  public FleetReport {
    requireNonNull(hosts, "hosts");
    requireNonNull(park, "park");
    plugins = List.copyOf(plugins);
    outliers = List.copyOf(outliers);
    damagedPartitions = List.copyOf(damagedPartitions);
  }
}
