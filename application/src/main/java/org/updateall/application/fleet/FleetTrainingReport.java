package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorTable;

/**
 * What training a fleet came to.
 *
 * @param partitions what became of each file
 * @param hosts how many hosts have files that were taken
 * @param forecasts how many series have a forecast
 * @param models how many have a model
 * @param priors what the fleet says of new hosts
 */
public record FleetTrainingReport(
    List<PartitionReport> partitions, int hosts, long forecasts, long models, PriorTable priors) {

  public FleetTrainingReport {
    partitions = List.copyOf(partitions);
    requireNonNull(priors, "priors");
  }

  /** The files of which something was left out. */
  public List<PartitionReport> leftOut() {
    return partitions.stream().filter(each -> !each.isWhole()).toList();
  }

  /** How many executions were learned from, before the newest of each plugin were chosen. */
  public long rows() {
    return partitions.stream().mapToLong(PartitionReport::rows).sum();
  }
}
