package org.updateall.application.exchanging;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.exchange.TrainingExport;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingTable;

/** Use case: write what models of one plugin learn from as a table for other programs. */
public final class ExportTrainingData {

  private static final Logger LOG = LoggerFactory.getLogger(ExportTrainingData.class);

  private final HistoryQueries queries;
  private final TrainingExport exporter;

  public ExportTrainingData(HistoryQueries queries, TrainingExport exporter) {
    this.queries = queries;
    this.exporter = exporter;
  }

  /**
   * @return how many rows were written, none if there is no execution that is meant, and then no
   *     file; or the refusal, if the place cannot be taken
   * @throws HistoryUnavailable if the store cannot be used
   * @throws UncheckedIOException if the file cannot be written; no part of it is left
   */
  public Either<TargetRefused, Option<Integer>> export(TrainingExportRequest request) {
    List<TrainingTable> tables =
        queries.trainingTables(
            request.filter().ofPlugins(List.of(request.plugin())), request.zone());
    return tables.isEmpty()
        ? Either.right(Option.none())
        : write(tables.get(0), request).map(Option::some);
  }

  private Either<TargetRefused, Integer> write(TrainingTable table, TrainingExportRequest request) {
    return exporter
        .write(table, request.target(), request.format(), request.replace())
        .map(target -> table.rows().size())
        .peek(
            rows ->
                LOG.atInfo()
                    .addKeyValue("target", request.target())
                    .addKeyValue("plugin", request.plugin())
                    .addKeyValue("rows", rows)
                    .log("training data exported"));
  }
}
