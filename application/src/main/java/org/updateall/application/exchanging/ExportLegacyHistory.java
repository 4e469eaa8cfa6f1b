package org.updateall.application.exchanging;

import io.vavr.control.Either;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.LegacyHistoryWriter;
import org.updateall.domain.history.RunHistory;

/**
 * Use case: write the history as the Python update-all reads it, which loses what it cannot say.
 */
public final class ExportLegacyHistory {

  private static final Logger LOG = LoggerFactory.getLogger(ExportLegacyHistory.class);

  private final RunHistory history;
  private final HistoryExport places;
  private final LegacyHistoryWriter writer;

  public ExportLegacyHistory(RunHistory history, HistoryExport places, LegacyHistoryWriter writer) {
    this.history = history;
    this.places = places;
    this.writer = writer;
  }

  /**
   * @param replace whether a file in that place may be replaced
   * @return how many runs were written; or the refusal, if the place cannot be taken
   * @throws HistoryUnavailable if the store cannot be used, or the file cannot be written
   */
  public Either<TargetRefused, Long> export(
      Path wanted, HistoryFilter filter, boolean replace, Progress progress) {
    return places.place(wanted, replace).map(target -> write(target, filter, progress));
  }

  private long write(Path target, HistoryFilter filter, Progress progress) {
    progress.begin("Exporting runs", Progress.UNKNOWN);
    try {
      long runs = writer.write(target, visitor -> history.visit(filter, visitor));
      LOG.atInfo()
          .addKeyValue("target", target)
          .addKeyValue("runs", runs)
          .log("history exported for the Python update-all");
      return runs;
    } finally {
      progress.end();
    }
  }
}
