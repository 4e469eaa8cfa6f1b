package org.updateall.application.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;

/** Counts what comes in of a fleet's tree. */
final class FleetImportTally {

  private final Path tree;
  private final boolean dryRun;
  private final int partitions;
  private final List<PartitionReport> reports;
  private final Set<String> hosts = new HashSet<>();
  private long runs;
  private long executions;
  private long added;
  private long updated;
  private long foretold;

  FleetImportTally(Path tree, boolean dryRun, FleetHistories.Listing listing) {
    this.tree = tree;
    this.dryRun = dryRun;
    this.partitions = listing.partitions().size();
    this.reports = new ArrayList<>(listing.strange());
  }

  Path tree() {
    return tree;
  }

  boolean isDryRun() {
    return dryRun;
  }

  void add(Run run) {
    hosts.add(run.hostname());
    runs++;
    executions += run.totalPlugins();
  }

  void add(RecordingSummary recorded) {
    added += recorded.added();
    updated += recorded.updated();
  }

  void addForetold(long number) {
    foretold += number;
  }

  void refuse(String partition, String reason) {
    add(new PartitionReport(partition, 0, 0, reason));
  }

  void add(PartitionReport report) {
    reports.add(report);
  }

  FleetImportReport report() {
    return new FleetImportReport(
        tree,
        dryRun,
        hosts.size(),
        partitions,
        runs,
        executions,
        added,
        updated,
        foretold,
        reports);
  }
}
