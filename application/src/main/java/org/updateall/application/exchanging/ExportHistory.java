package org.updateall.application.exchanging;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RunHistory;

/** Use case: write the history, or a part of it, into files from which it can be had again. */
public final class ExportHistory {

  private static final Logger LOG = LoggerFactory.getLogger(ExportHistory.class);

  private final HistoryExport exporter;
  private final RunHistory history;

  public ExportHistory(HistoryExport exporter, RunHistory history) {
    this.exporter = exporter;
    this.history = history;
  }

  /**
   * @return the refusal, if the target cannot be taken; nothing is written then
   * @throws HistoryUnavailable if the store cannot be used
   * @throws UncheckedIOException if the target cannot be written; no part of it is left
   */
  public Either<TargetRefused, ExportReport> export(ExportRequest request, Progress progress) {
    progress.begin(
        "Exporting runs", request.isWhole() ? history.counts().runs() : Progress.UNKNOWN);
    try {
      return exporter
          .write(request, request.isWhole() ? progress::advance : () -> {})
          .peek(this::log);
    } finally {
      progress.end();
    }
  }

  private void log(ExportReport report) {
    LOG.atInfo()
        .addKeyValue("target", report.target())
        .addKeyValue("format", report.format())
        .addKeyValue("runs", report.counts().runs())
        .addKeyValue("models", report.models())
        .log("history exported");
  }
}
