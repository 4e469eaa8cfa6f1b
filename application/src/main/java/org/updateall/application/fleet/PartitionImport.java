package org.updateall.application.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.Disclosure;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.PredictionLedger;

/**
 * Brings one month of one host in. A file that breaks off, or holds what no run can, is not taken;
 * only of a very large one the beginning is.
 */
final class PartitionImport {

  /** A month of more runs comes in part by part. */
  private static final int RUNS_AT_ONCE = 1_000;

  private static final String RUNS = "runs";

  private final FleetHistories histories;
  private final RunHistory history;
  private final PredictionLedger ledger;
  private final FleetImportTally tally;
  private final FleetPartition partition;
  private final Map<RunId, FleetPartition> seen;
  private final Set<RunId> taken = new HashSet<>();
  private long executions;
  private long repeated;
  private long misplaced;
  private long leftOut;
  private @Nullable FleetPartition other;

  /**
   * @param seen which runs of that month were taken already, and from where; is added to
   */
  PartitionImport(
      FleetHistories histories,
      RunHistory history,
      PredictionLedger ledger,
      FleetImportTally tally,
      FleetPartition partition,
      Map<RunId, FleetPartition> seen) {
    this.histories = histories;
    this.history = history;
    this.ledger = ledger;
    this.tally = tally;
    this.partition = partition;
    this.seen = seen;
  }

  void bringIn() {
    histories
        .readRuns(tally.tree(), partition, this::take)
        .peekLeft(refused -> report(refused.file(), clause(refused)));
    reportLeftOut();
    if (!taken.isEmpty()) {
      ForetoldImport foretold = new ForetoldImport(ledger, tally, taken);
      histories
          .readForetold(tally.tree(), partition, foretold)
          .peekLeft(refused -> report(refused.file(), clause(refused)));
      foretold.finish();
    }
  }

  private boolean take(Iterator<Run> runs) {
    Map<RunId, Run> some = new LinkedHashMap<>();
    while (runs.hasNext()) {
      Run run = runs.next();
      if (isMeant(run, some)) {
        some.put(run.runId(), run);
      } else {
        leftOut += run.totalPlugins();
      }
      if (some.size() >= RUNS_AT_ONCE) {
        store(some);
        some.clear();
      }
    }
    store(some);
    return true;
  }

  private boolean isMeant(Run run, Map<RunId, Run> some) {
    if (!partition.includes(run.startTime())) {
      misplaced++;
      return false;
    }
    FleetPartition place = some.containsKey(run.runId()) ? partition : seen.get(run.runId());
    if (place != null) {
      repeated++;
      other = place;
    }
    return place == null;
  }

  private void store(Map<RunId, Run> some) {
    if (!tally.isDryRun() && !some.isEmpty()) {
      Map<RunId, Run> known = history.findAll(some.keySet());
      tally.add(
          history.recordAll(
              some.values().stream()
                  .map(run -> completed(run, known.get(run.runId())))
                  .iterator()));
    }
    for (Run run : some.values()) {
      taken.add(run.runId());
      seen.put(run.runId(), partition);
      executions += run.totalPlugins();
      tally.add(run);
    }
  }

  private static Run completed(Run told, @Nullable Run known) {
    return known == null ? told : Disclosure.restored(told, known);
  }

  private void reportLeftOut() {
    List<String> reasons = new ArrayList<>();
    if (misplaced > 0) {
      reasons.add(
          "%d of its runs did not begin in that month; export it on that host again"
              .formatted(misplaced));
    }
    if (repeated > 0 && other != null) {
      reasons.add(
          "%d of its runs were taken already from %s; delete one of the two"
              .formatted(repeated, other.path(RUNS)));
    }
    if (!reasons.isEmpty()) {
      tally.add(
          new PartitionReport(
              partition.path(RUNS), executions, leftOut, String.join(", and ", reasons)));
    }
  }

  private void report(Path file, String reason) {
    String place = tally.tree().relativize(file).toString().replace('\\', '/');
    tally.add(new PartitionReport(place, taken.isEmpty() ? 0 : executions, 0, reason));
  }

  /** Why, with the remedy. */
  private static String clause(FileRefused refused) {
    String remedy = refused.remedy();
    return "%s%s; %s%s"
        .formatted(
            refused.place().isEmpty() ? "" : refused.place() + ": ",
            refused.reason(),
            remedy.substring(0, 1).toLowerCase(Locale.ROOT),
            remedy.substring(1).replaceFirst("\\.$", ""));
  }
}
