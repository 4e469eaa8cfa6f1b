package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trainer for tests: whatever comes next is drawn from what came before. */
public final class NaiveModelTrainer implements ModelTrainer {

  public static final int MIN_OBSERVATIONS = 5;

  private static final String HEAD = "naive:";

  private final Clock clock;

  public NaiveModelTrainer(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Either<TrainingRefused, Training> train(
      TrainingSeries wholeSeries, TrainingOptions options, double level) {
    TrainingSeries series = withinLookback(wholeSeries, options);
    DataQuality quality =
        new DataQuality(
            series.size(), series.missing(), 0, 0, 0, 0, Duration.ZERO, List.of(), List.of());
    if (series.size() < Math.max(MIN_OBSERVATIONS, options.minObservations())) {
      return Either.left(new TrainingRefused(series.key(), "too few", quality));
    }
    ModelProvenance provenance =
        new ModelProvenance(
            "naive",
            "empirical",
            "identity",
            series.size(),
            series.observations().get(series.size() - 1).time(),
            fingerprint(wholeSeries, options),
            clock.instant());
    String document =
        series.observations().stream()
            .map(run -> run.value() + "@" + run.time())
            .collect(Collectors.joining(",", HEAD, ""));
    return Either.right(
        new Training(
            new TrainedModel(series.key(), provenance, document),
            quality,
            new Backtest(level, series.size() - 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)));
  }

  @Override
  public String fingerprint(TrainingSeries series, TrainingOptions options) {
    return series.fingerprint() + options.signature();
  }

  @Override
  public Either<TrainingRefused, Training> update(
      TrainedModel kept, TrainingSeries series, TrainingOptions options, double level) {
    return train(series, options, level);
  }

  @Override
  public List<String> families() {
    return List.of("naive");
  }

  @Override
  public Either<ModelUnreadable, Explanation> explain(TrainedModel model, Upcoming next) {
    return predict(model, next)
        .map(prediction -> new Explanation(prediction, List.of(), List.of()));
  }

  @Override
  public Either<ModelUnreadable, Prediction> predict(TrainedModel model, Upcoming next) {
    if (!model.document().startsWith(HEAD)) {
      return Either.left(new ModelUnreadable("not a naive model"));
    }
    double[] values =
        Arrays.stream(model.document().substring(HEAD.length()).split(",", -1))
            .mapToDouble(NaiveModelTrainer::value)
            .sorted()
            .toArray();
    PredictiveDistribution distribution = empirical(values);
    return Either.right(
        new Prediction(
            model.key(),
            distribution.median(),
            distribution,
            Basis.MODEL,
            "naive",
            values.length,
            values.length - 1));
  }

  /** The upper half if it came to more than the run before it, else the lower. */
  @Override
  public Either<ModelUnreadable, List<PastLevel>> pastLevels(TrainedModel model) {
    if (!model.document().startsWith(HEAD)) {
      return Either.left(new ModelUnreadable("not a naive model"));
    }
    String[] runs = model.document().substring(HEAD.length()).split(",", -1);
    List<PastLevel> levels = new ArrayList<>();
    for (int i = 1; i < runs.length; i++) {
      double step = value(runs[i]) - value(runs[i - 1]);
      levels.add(new PastLevel(time(runs[i]), 0.5 + Math.signum(step) / 4));
    }
    return Either.right(levels);
  }

  private static Instant time(String run) {
    return Instant.parse(run.substring(run.indexOf('@') + 1));
  }

  private static double value(String run) {
    return Double.parseDouble(run.substring(0, run.indexOf('@')));
  }

  @Override
  public Option<Prediction> predictFromFewRuns(
      TrainingSeries series, Kindred kindred, TrainingOptions options) {
    double[] own = sorted(Stream.of(withinLookback(series, options)));
    double[] others = sorted(kindred.series().stream().map(each -> withinLookback(each, options)));
    boolean alone = Arrays.stream(others).noneMatch(value -> value > 0);
    if (own.length == 0) {
      return Option.when(!alone, () -> about(series.key(), others, 0.1, Basis.PRIOR, 0));
    }
    return Option.some(about(series.key(), own, 0.5, Basis.FEW_RUNS, own.length));
  }

  @Override
  public Option<Prediction> assume(SeriesKey key, Covariates known) {
    return switch (key.target()) {
      case WALL_CLOCK -> Option.some(about(key, new double[] {300}, 0.1, Basis.DEFAULT, 0));
      case DOWNLOAD_SIZE ->
          known
              .value(Covariates.DOWNLOAD_BYTES)
              .map(bytes -> about(key, new double[] {bytes}, 0.5, Basis.ANNOUNCED, 0));
      case CPU_TIME, MEMORY_PEAK -> Option.none();
    };
  }

  private static double[] sorted(Stream<TrainingSeries> series) {
    return series.flatMapToDouble(each -> Arrays.stream(each.values())).sorted().toArray();
  }

  /** From a share of the middle value up to as much beyond it. */
  private static Prediction about(
      SeriesKey key, double[] sorted, double share, Basis basis, int runs) {
    double middle = sorted[sorted.length / 2];
    PredictiveDistribution distribution =
        PredictiveDistribution.of(
            Arrays.stream(PredictiveDistribution.levels())
                .map(level -> middle * (share + 2 * (1 - share) * level))
                .toArray());
    return new Prediction(key, distribution.median(), distribution, basis, null, runs, 0);
  }

  private static TrainingSeries withinLookback(TrainingSeries series, TrainingOptions options) {
    Duration lookback = options.lookback();
    if (lookback == null || series.size() == 0) {
      return series;
    }
    Instant first = series.observations().get(series.size() - 1).time().minus(lookback);
    return new TrainingSeries(
        series.key(),
        series.observations().stream().filter(each -> !each.time().isBefore(first)).toList(),
        series.missing());
  }

  private static PredictiveDistribution empirical(double[] sorted) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> sorted[(int) Math.round(level * (sorted.length - 1))])
            .toArray());
  }
}
