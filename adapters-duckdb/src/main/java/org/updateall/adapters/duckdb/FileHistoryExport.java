package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.history.RunHistory;

/** Exports a history as files: run by run through the domain, so that it can come back. */
final class FileHistoryExport implements HistoryExport {

  private static final Logger LOG = LoggerFactory.getLogger(FileHistoryExport.class);

  private final RunHistory history;
  private final ModelStore models;
  private final ExportTarget targets;
  private final Clock clock;

  @Inject
  FileHistoryExport(RunHistory history, ModelStore models, ExchangeSettings settings, Clock clock) {
    this.history = history;
    this.models = models;
    this.targets = new ExportTarget(settings);
    this.clock = clock;
  }

  @Override
  public Either<TargetRefused, ExportReport> write(ExportRequest request, Runnable eachRun) {
    return Unwritable.unlessDone(
        request.target(), () -> target(request).map(target -> written(target, request, eachRun)));
  }

  @Override
  public Either<TargetRefused, Path> place(Path wanted, boolean replace) {
    return Unwritable.unlessDone(wanted, () -> targets.file(wanted, replace));
  }

  private Either<TargetRefused, Path> target(ExportRequest request) throws IOException {
    return request.format() == ExchangeFormat.JSON
        ? targets.file(request.target(), request.replace())
        : targets.directory(request.target(), request.replace());
  }

  private ExportReport written(Path target, ExportRequest request, Runnable eachRun) {
    return Unwritable.unlessDone(
        target,
        () -> {
          boolean oneFile = request.format() == ExchangeFormat.JSON;
          try (ExportDraft draft =
              oneFile ? ExportDraft.ofFile(target) : ExportDraft.ofDirectory(target)) {
            ExportTally tally = fill(draft.path(), request, eachRun);
            draft.publish(request.replace());
            return new ExportReport(target, request.format(), tally.counts(), tally.models());
          }
        });
  }

  private ExportTally fill(Path draft, ExportRequest request, Runnable eachRun)
      throws IOException, SQLException {
    ExportTally tally = new ExportTally();
    ExportSink sink = sink(draft, request.format());
    try {
      exportRuns(request, sink, tally, eachRun);
      exportModels(request, sink, tally);
      sink.finish(tally);
    } finally {
      close(sink);
    }
    return tally;
  }

  private ExportSink sink(Path draft, ExchangeFormat format) throws IOException, SQLException {
    return switch (format) {
      case JSON -> new JsonSink(draft, clock.instant());
      case CSV -> new TableSink(draft, format, clock.instant(), new CsvTables(draft));
      case PARQUET -> new TableSink(draft, format, clock.instant(), new ParquetTables(draft));
    };
  }

  private void exportRuns(
      ExportRequest request, ExportSink sink, ExportTally tally, Runnable eachRun) {
    history.visit(
        request.filter(),
        run -> {
          Unwritable.orElse(request.target(), () -> sink.add(run));
          tally.add(run);
          eachRun.run();
        });
  }

  private void exportModels(ExportRequest request, ExportSink sink, ExportTally tally)
      throws IOException, SQLException {
    if (request.isWhole()) {
      List<ModelRow> rows = models.all().stream().map(ModelRow::of).toList();
      sink.add(rows);
      tally.addModels(rows.size());
    }
  }

  /** What matters was closed when the export was finished. */
  private static void close(ExportSink sink) {
    try {
      sink.close();
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.debug("An export did not close in order", e);
    }
  }
}
