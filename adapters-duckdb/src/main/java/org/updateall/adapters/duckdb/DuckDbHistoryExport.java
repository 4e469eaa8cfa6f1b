package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TargetRefused;

/** Exports the history in DuckDB: run by run through the domain, so that it can come back. */
final class DuckDbHistoryExport implements HistoryExport {

  private static final Logger LOG = LoggerFactory.getLogger(DuckDbHistoryExport.class);

  private final DuckDbStore store;
  private final Path database;
  private final Clock clock;

  @Inject
  DuckDbHistoryExport(DuckDbStore store, DuckDbSettings settings, Clock clock) {
    this.store = store;
    this.database = settings.database();
    this.clock = clock;
  }

  @Override
  public Either<TargetRefused, ExportReport> write(ExportRequest request, Runnable eachRun) {
    return Unwritable.unlessDone(
        request.target(), () -> target(request).map(target -> written(target, request, eachRun)));
  }

  @Override
  public Either<TargetRefused, Path> place(Path wanted, boolean replace) {
    return Unwritable.unlessDone(wanted, () -> new ExportTarget(database).file(wanted, replace));
  }

  private Either<TargetRefused, Path> target(ExportRequest request) throws IOException {
    ExportTarget targets = new ExportTarget(database);
    return request.format() == ExchangeFormat.JSON
        ? targets.file(request.target(), request.replace())
        : targets.directory(request.target(), request.replace());
  }

  private ExportReport written(Path target, ExportRequest request, Runnable eachRun) {
    return Unwritable.unlessDone(
        target,
        () -> {
          boolean oneFile = request.format() == ExchangeFormat.JSON;
          try (Draft draft = oneFile ? Draft.ofFile(target) : Draft.ofDirectory(target)) {
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
      store.read(tally, handle -> export(handle, request, sink, tally, eachRun));
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

  private static ExportTally export(
      Handle handle, ExportRequest request, ExportSink sink, ExportTally tally, Runnable eachRun) {
    new RunPages(handle.attach(RunTables.class))
        .visit(
            request.filter(),
            run -> {
              Unwritable.orElse(request.target(), () -> sink.add(run));
              tally.add(run);
              eachRun.run();
            });
    if (request.isWhole()) {
      List<ModelRow> models = handle.attach(ModelTable.class).all();
      DamagedRow.unless(() -> models.stream().map(ModelRow::toModel).toList());
      Unwritable.orElse(request.target(), () -> sink.add(models));
      tally.addModels(models.size());
    }
    return tally;
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
