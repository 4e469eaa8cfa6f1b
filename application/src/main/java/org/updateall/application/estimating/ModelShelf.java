package org.updateall.application.estimating;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SharedReading;

/**
 * The models at hand for one request: those kept from before, and those trained for it. A kept
 * model that no longer fits the history goes on from what it learned.
 */
final class ModelShelf {

  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

  private final ModelTrainer trainer;
  private final ModelStore store;
  private final SharedReading reading;
  private final Instant now;
  private final EstimateRequest request;
  private final Map<SeriesKey, TrainedModel> kept;
  private final List<TrainedModel> trained = new ArrayList<>();
  private final Map<SeriesKey, TrainedModel> used = new HashMap<>();

  /**
   * @param reading is let go of before anything is trained
   * @param now when the runs would begin
   * @param series those that models will be asked for
   * @throws HistoryUnavailable if the store cannot be used
   */
  ModelShelf(
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      Instant now,
      EstimateRequest request,
      List<TrainingSeries> series) {
    this.trainer = trainer;
    this.store = store;
    this.reading = reading;
    // Models see the hour, and a figure should not change between two looks at it.
    this.now = now.truncatedTo(ChronoUnit.HOURS);
    this.request = request;
    this.kept = store.findAll(series.stream().map(TrainingSeries::key).toList());
  }

  /** How many models were trained. */
  int trained() {
    return trained.size();
  }

  /** None if there are too few runs for a model. */
  Option<Prediction> predict(TrainingSeries series) {
    return fromModel(series, trainer::predict);
  }

  /** None if there are too few runs for a model. */
  Option<Explanation> explain(TrainingSeries series) {
    return fromModel(series, trainer::explain);
  }

  private <T> Option<T> fromModel(
      TrainingSeries series,
      BiFunction<TrainedModel, Upcoming, Either<ModelUnreadable, T>> question) {
    return fitting(series)
        .flatMap(model -> answer(model, question))
        .orElse(() -> train(series).flatMap(model -> answer(model, question)));
  }

  private Option<TrainedModel> fitting(TrainingSeries series) {
    String fingerprint = trainer.fingerprint(series, request.options());
    return Option.of(kept.get(series.key()))
        .filter(model -> model.provenance().fingerprint().equals(fingerprint))
        .filter(this::hasLearnedFromEnough);
  }

  private boolean hasLearnedFromEnough(TrainedModel model) {
    return model.provenance().observations() >= request.options().minObservations();
  }

  private <T> Option<T> answer(
      TrainedModel model, BiFunction<TrainedModel, Upcoming, Either<ModelUnreadable, T>> question) {
    return question
        .apply(model, upcoming(model.key().plugin()))
        .peek(answered -> used.put(model.key(), model))
        .peekLeft(unreadable -> LOG.atWarn().log("{}: {}", model.key(), unreadable.reason()))
        .toOption();
  }

  /** Of the model that a prediction came from; nothing where it came from too few runs for one. */
  List<PastLevel> pastLevels(SeriesKey key) {
    return Option.of(used.get(key))
        .flatMap(model -> trainer.pastLevels(model).toOption())
        .getOrElse(List.of());
  }

  private Upcoming upcoming(PluginName plugin) {
    return Upcoming.at(now, request.known().getOrDefault(plugin, Covariates.NONE));
  }

  private Option<TrainedModel> train(TrainingSeries series) {
    return trainedOrUpdated(series)
        .peekLeft(refused -> LOG.atDebug().log("{}: {}", refused.key(), refused.reason()))
        .map(Training::model)
        .peek(trained::add)
        .toOption();
  }

  private Either<TrainingRefused, Training> trainedOrUpdated(TrainingSeries series) {
    TrainedModel stale = kept.get(series.key());
    reading.letGo();
    return stale == null
        ? trainer.train(series, request.options(), request.level())
        : trainer.update(stale, series, request.options(), request.level());
  }

  /** Keeps what was trained; returns what the user should know if that fails. */
  List<String> keep() {
    if (trained.isEmpty()) {
      return List.of();
    }
    return save()
        .fold(
            unavailable ->
                List.of("The trained models could not be kept: " + unavailable.getMessage()),
            saved -> List.of());
  }

  private Either<HistoryUnavailable, Integer> save() {
    try {
      store.saveAll(trained);
      return Either.right(trained.size());
    } catch (HistoryUnavailable e) {
      LOG.atWarn().setCause(e).log("models could not be kept");
      return Either.left(e);
    }
  }
}
