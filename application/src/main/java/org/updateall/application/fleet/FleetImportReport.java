package org.updateall.application.fleet;

import java.nio.file.Path;
import java.util.List;
import org.updateall.domain.fleet.PartitionReport;

/**
 * What bringing a fleet's tree in came to.
 *
 * @param tree the directory of the tree
 * @param dryRun whether nothing was stored
 * @param hosts of how many hosts runs were taken
 * @param partitions how many months of hosts there are
 * @param runs how many runs were taken
 * @param executions how many executions these have
 * @param added how many of the runs were not known; 0 after a dry run
 * @param updated how many were known, and say something else now; 0 after a dry run
 * @param foretold of how many of the runs it was not known, and is now, what was foretold; 0 after
 *     a dry run
 * @param reports of what was not taken whole, in the order of the tree
 */
public record FleetImportReport(
    Path tree,
    boolean dryRun,
    int hosts,
    int partitions,
    long runs,
    long executions,
    long added,
    long updated,
    long foretold,
    List<PartitionReport> reports) {

  public FleetImportReport {
    reports = List.copyOf(reports);
  }

  /** How many runs were known as they are. */
  public long unchanged() {
    return dryRun ? 0 : runs - added - updated;
  }
}
