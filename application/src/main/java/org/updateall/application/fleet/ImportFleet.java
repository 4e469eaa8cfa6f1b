package org.updateall.application.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.PartitionVerdicts;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.PredictionLedger;

/**
 * Use case: bring in what the hosts of a fleet have put into its tree, month by month of each host.
 * What cannot be taken is reported and left out, and the rest goes on. A run that is known says
 * afterwards what the tree says of it, but keeps its host and what the tree does not disclose. An
 * import again changes nothing.
 */
public final class ImportFleet {

  private static final Logger LOG = LoggerFactory.getLogger(ImportFleet.class);

  private final FleetHistories histories;
  private final RunHistory history;
  private final PredictionLedger ledger;
  private final Clock clock;

  public ImportFleet(
      FleetHistories histories, RunHistory history, PredictionLedger ledger, Clock clock) {
    this.histories = histories;
    this.history = history;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param dryRun whether only to look
   * @return the refusal, if there is no such tree
   * @throws HistoryUnavailable if the store cannot be used; importing again does no harm
   */
  public Either<FileRefused, FleetImportReport> bringIn(
      Path tree, boolean dryRun, Progress progress) {
    return histories
        .list(tree)
        .map(listing -> taken(tree, listing, dryRun, progress))
        .peek(ImportFleet::log);
  }

  private FleetImportReport taken(
      Path tree, FleetHistories.Listing listing, boolean dryRun, Progress progress) {
    FleetImportTally tally = new FleetImportTally(tree, dryRun, listing);
    YearMonth latest = FleetPartition.monthOf(PartitionVerdicts.latest(clock.instant()));
    Map<RunId, FleetPartition> seen = new HashMap<>();
    YearMonth month = null;
    progress.begin("Reading months of hosts", listing.partitions().size());
    try {
      for (FleetPartition each : listing.partitions()) {
        if (!each.month().equals(month)) {
          month = each.month();
          seen.clear(); // A run is in the month in which it began, and in no other.
        }
        Option<String> wrong = wrongMonth(each.month(), latest);
        if (wrong.isDefined()) {
          tally.refuse(each.directory(), wrong.get());
        } else {
          new PartitionImport(histories, history, ledger, tally, each, seen).bringIn();
        }
        progress.advance();
      }
    } finally {
      progress.end();
    }
    return tally.report();
  }

  private static Option<String> wrongMonth(YearMonth month, YearMonth latest) {
    if (month.isBefore(FleetPartition.monthOf(PartitionVerdicts.EARLIEST))) {
      return Option.some(
          "its month is %s, so that host's clock was not set; delete it in every table"
              .formatted(month));
    }
    return month.isAfter(latest)
        ? Option.some(
            "its month is %s, which is yet to come, so that host's clock was wrong; set it right, and delete this in every table"
                .formatted(month))
        : Option.none();
  }

  private static void log(FleetImportReport report) {
    LOG.atInfo()
        .addKeyValue("tree", report.tree())
        .addKeyValue("partitions", report.partitions())
        .addKeyValue("runs", report.runs())
        .addKeyValue("added", report.added())
        .addKeyValue("updated", report.updated())
        .addKeyValue("reports", report.reports().size())
        .log("fleet imported");
  }
}
