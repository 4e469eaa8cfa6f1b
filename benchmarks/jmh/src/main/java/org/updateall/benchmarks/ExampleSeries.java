package org.updateall.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** Series of daily runs: a level that wanders and shifts once, noise in proportion. */
final class ExampleSeries {

  static final double LEVEL = 0.9;

  private static final Instant FIRST = Instant.parse("2026-01-01T06:00:00Z");

  private ExampleSeries() {}

  static TrainingSeries of(Target target, int length) {
    return of("apt", target, length);
  }

  static TrainingSeries of(String plugin, Target target, int length) {
    SplittableRandom random = new SplittableRandom(31L * (plugin + target).hashCode() + length);
    List<Observation> observations = new ArrayList<>();
    double level = Math.log(60);
    for (int i = 0; i < length; i++) {
      level += 0.03 * random.nextGaussian() + (i == length / 2 ? 0.7 : 0);
      Instant time = FIRST.plus(Duration.ofMinutes(1440L * i + random.nextInt(600)));
      observations.add(new Observation(time, Math.exp(level + 0.25 * random.nextGaussian())));
    }
    SeriesKey key = new SeriesKey(new PluginName(plugin), HostScope.only("atlas"), target);
    return new TrainingSeries(key, observations, 0);
  }

  static TrainingSeries first(TrainingSeries series, int count) {
    return new TrainingSeries(series.key(), series.observations().subList(0, count), 0);
  }

  static TrainingOptions options(String model) {
    return new TrainingOptions(model, 1, null, null, false);
  }

  static TrainedModel trained(ModelTrainer trainer, TrainingSeries series) {
    return trainer
        .train(series, TrainingOptions.defaults(), LEVEL)
        .map(Training::model)
        .getOrElseThrow(ExampleSeries::refused);
  }

  static IllegalStateException refused(TrainingRefused refused) {
    return new IllegalStateException("refused: " + refused);
  }
}
