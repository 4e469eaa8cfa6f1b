package org.updateall.application.training;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.PluginSelection;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.retrieval.TrainingTable;

/** Use case: train a model of every target of the plugins asked for, and keep it. */
public final class TrainModels {

  private static final Logger LOG = LoggerFactory.getLogger(TrainModels.class);

  private final HistoryQueries queries;
  private final ModelTrainer trainer;
  private final ModelStore store;
  private final SharedReading reading;

  /**
   * @param reading is let go of before anything is trained
   */
  public TrainModels(
      HistoryQueries queries, ModelTrainer trainer, ModelStore store, SharedReading reading) {
    this.queries = queries;
    this.trainer = trainer;
    this.store = store;
    this.reading = reading;
  }

  /**
   * Goes on from kept models with the runs that they have not seen, or trains everything anew, as
   * the request has it. Series that are refused do not stop the others.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public TrainingReport train(TrainingRequest request, Progress progress) {
    PluginSelection selection =
        PluginSelection.of(queries, request.plugins(), request.host(), request.options().zone());
    List<TrainingSeries> series =
        selection.tables().stream().flatMap(table -> seriesOf(table, request.host())).toList();
    Map<SeriesKey, TrainedModel> kept =
        request.fromNothing()
            ? Map.of()
            : store.findAll(series.stream().map(TrainingSeries::key).toList());
    reading.letGo();
    List<Training> trained = new ArrayList<>();
    List<TrainingRefused> refused = new ArrayList<>();
    progress.begin("Training", series.size());
    try {
      for (TrainingSeries each : series) {
        train(each, kept.get(each.key()), request).peek(trained::add).peekLeft(refused::add);
        progress.advance();
      }
    } finally {
      progress.end();
    }
    store.saveAll(trained.stream().map(Training::model).toList());
    LOG.atInfo()
        .addKeyValue("trained", trained.size())
        .addKeyValue("refused", refused.size())
        .log("models trained");
    return new TrainingReport(trained, refused, selection.unknown());
  }

  private Either<TrainingRefused, Training> train(
      TrainingSeries series, @Nullable TrainedModel kept, TrainingRequest request) {
    return kept == null
        ? trainer.train(series, request.options(), request.level())
        : trainer.update(kept, series, request.options(), request.level());
  }

  private static Stream<TrainingSeries> seriesOf(TrainingTable table, HostScope host) {
    return Arrays.stream(Target.values()).map(target -> TrainingSeries.of(table, host, target));
  }
}
