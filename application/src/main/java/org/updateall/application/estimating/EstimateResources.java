package org.updateall.application.estimating;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.PluginSelection;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * Use case: say what the next run will need, for each plugin and in total. A model that is missing
 * or no longer fits the history is trained and kept. A plugin whose runs are too few for a model is
 * told from those runs, and says so.
 */
public final class EstimateResources {

  private static final Logger LOG = LoggerFactory.getLogger(EstimateResources.class);

  private final HistoryQueries queries;
  private final ModelTrainer trainer;
  private final ModelStore store;
  private final IndependentTotal total;
  private final Clock clock;

  /**
   * @param generators makes a generator of random numbers from a seed
   */
  public EstimateResources(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      LongFunction<RandomGenerator> generators,
      Clock clock) {
    this.queries = queries;
    this.trainer = trainer;
    this.store = store;
    this.total = new IndependentTotal(generators);
    this.clock = clock;
  }

  /**
   * @throws HistoryUnavailable if the history cannot be read; that models cannot be kept is a
   *     warning in the result
   */
  public RunEstimate estimate(EstimateRequest request, Progress progress) {
    PluginSelection selection =
        PluginSelection.of(queries, request.plugins(), request.host(), request.options().zone());
    List<TrainingSeries> series =
        selection.tables().stream()
            .flatMap(table -> measured(table, request.host()).stream())
            .toList();
    ModelShelf shelf = new ModelShelf(request, series);
    Map<SeriesKey, Prediction> predictions = shelf.predictAll(series, progress);
    List<ResourceEstimate> plugins =
        selection.tables().stream()
            .map(table -> estimate(table.plugin(), request.host(), predictions))
            .toList();
    return new RunEstimate(
        request.level(),
        request.host(),
        plugins,
        totals(plugins),
        selection.unknown(),
        shelf.trained.size(),
        shelf.keep());
  }

  private static List<TrainingSeries> measured(TrainingTable table, HostScope host) {
    List<TrainingSeries> measured = new ArrayList<>();
    for (Target target : Target.values()) {
      TrainingSeries series = TrainingSeries.of(table, host, target);
      if (series.size() > 0) {
        measured.add(series);
      }
    }
    return measured;
  }

  private static ResourceEstimate estimate(
      PluginName plugin, HostScope host, Map<SeriesKey, Prediction> predictions) {
    Map<Target, Prediction> known = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      Prediction prediction = predictions.get(new SeriesKey(plugin, host, target));
      if (prediction != null) {
        known.put(target, prediction);
      }
    }
    return new ResourceEstimate(plugin, known);
  }

  private Map<Target, TotalPrediction> totals(List<ResourceEstimate> plugins) {
    Map<Target, TotalPrediction> totals = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      total.of(target, plugins).peek(prediction -> totals.put(target, prediction));
    }
    return totals;
  }

  /** The models at hand for one request: those kept from before, and those trained for it. */
  private final class ModelShelf {

    private final EstimateRequest request;
    private final Map<SeriesKey, TrainedModel> kept;
    private final List<TrainedModel> trained = new ArrayList<>();

    private ModelShelf(EstimateRequest request, List<TrainingSeries> series) {
      this.request = request;
      this.kept = store.findAll(series.stream().map(TrainingSeries::key).toList());
    }

    private Map<SeriesKey, Prediction> predictAll(
        List<TrainingSeries> allSeries, Progress progress) {
      Map<SeriesKey, Prediction> predictions = new HashMap<>();
      progress.begin("Estimating", allSeries.size());
      try {
        for (TrainingSeries series : allSeries) {
          predict(series).peek(prediction -> predictions.put(series.key(), prediction));
          progress.advance();
        }
        return predictions;
      } finally {
        progress.end();
      }
    }

    private Option<Prediction> predict(TrainingSeries series) {
      return fitting(series)
          .flatMap(this::fromModel)
          .orElse(() -> train(series).flatMap(this::fromModel))
          .orElse(() -> trainer.predictFromFewRuns(series, request.options()));
    }

    private Option<TrainedModel> fitting(TrainingSeries series) {
      String fingerprint = trainer.fingerprint(series, request.options());
      return Option.of(kept.get(series.key()))
          .filter(model -> model.provenance().fingerprint().equals(fingerprint));
    }

    private Option<Prediction> fromModel(TrainedModel model) {
      return trainer
          .predict(model, upcoming(model.key().plugin()))
          .peekLeft(unreadable -> LOG.atWarn().log("{}: {}", model.key(), unreadable.reason()))
          .toOption();
    }

    private Upcoming upcoming(PluginName plugin) {
      Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
      return Upcoming.at(hour, request.known().getOrDefault(plugin, Covariates.NONE));
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
      return stale == null
          ? trainer.train(series, request.options(), request.level())
          : trainer.update(stale, series, request.options(), request.level());
    }

    /** Keeps what was trained; returns what the user should know if that fails. */
    private List<String> keep() {
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
}
