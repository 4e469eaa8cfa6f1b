package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * One target of one plugin on one host of a fleet.
 *
 * @param series its values
 * @param profile what kind of machine the host is, as its newest execution says
 */
public record FleetSeries(TrainingSeries series, HostProfile profile) {

  /** Oldest first; what began at the same instant by execution, then by run. */
  public static final Comparator<FleetRow> ORDER =
      Comparator.comparing(FleetRow::startedAt)
          .thenComparing(FleetRow::executionId)
          .thenComparing(FleetRow::runId);

  public FleetSeries {
    requireNonNull(series, "series");
    requireNonNull(profile, "profile");
  }

  /**
   * The series of the newest of these executions.
   *
   * @param rows at least one, all of one plugin on one host, in {@link #ORDER}; an execution that
   *     comes again is passed over
   * @param zone whose clock says day and hour
   * @throws IllegalArgumentException if there is no row, or a value is none that the domain knows
   */
  public static FleetSeries of(List<FleetRow> rows, Target target, ZoneId zone) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a series without an execution");
    }
    FleetRow newest = rows.get(rows.size() - 1);
    Set<String> seen = new HashSet<>();
    PluginName plugin = new PluginName(newest.pluginName());
    TrainingTable table =
        new TrainingTable(
            plugin,
            rows.stream()
                .filter(row -> seen.add(row.executionId()))
                .map(row -> row.toTrainingRow(zone))
                .toList());
    return new FleetSeries(
        TrainingSeries.of(table, HostScope.only(newest.host()), target), newest.profile());
  }

  public SeriesKey key() {
    return series.key();
  }
}
