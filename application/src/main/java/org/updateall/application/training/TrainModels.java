package org.updateall.application.training;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.PluginSelection;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.application.fleet.FleetPriors;
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
  private final int threads;

  /**
   * Without a fleet.
   *
   * @param reading is let go of before anything is trained
   * @param threads how many series are trained at a time at most
   * @throws IllegalArgumentException if there is no thread
   */
  public TrainModels(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      int threads) {
    this(queries, trainer, store, reading, threads, FleetPriors.none());
  }

  /**
   * @param reading is let go of before anything is trained
   * @param fleet what other hosts say of this one
   * @param threads how many series are trained at a time at most
   * @throws IllegalArgumentException if there is no thread
   */
  public TrainModels(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      int threads,
      FleetPriors fleet) {
    SeriesWork.requireThreads(threads);
    this.queries = queries;
    this.trainer = fleet.informing(trainer);
    this.store = store;
    this.reading = reading;
    this.threads = threads;
  }

  /**
   * Goes on from kept models with the runs that they have not seen, or trains everything anew, as
   * the request has it, several series at a time. Series that are refused do not stop the others.
   *
   * @return by plugin and target, however many threads there are
   * @throws HistoryUnavailable if the store cannot be used
   * @throws CancellationException if this thread is interrupted; nothing is kept then
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
    new SeriesWork(threads, "Training", progress)
        .on(series, each -> train(each, kept.get(each.key()), request))
        .forEach(training -> training.peek(trained::add).peekLeft(refused::add));
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
