package org.updateall.modeling;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;

/**
 * How long the pool takes on one thread, warm, for a series of so many values: to learn it from
 * nothing with all fits on the way; to be trained again after one more run, from the kept model; to
 * be told one run; to predict; and how large its document is. Not run by the build, for want of a
 * name that ends in Test. Medians are printed; no time is checked.
 */
class TrainingBenchmark {

  private static final int[] LENGTHS = {30, 100, 365, 2000};
  private static final int REPETITIONS = 21;
  private static final int TOLD = 20;
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults();
  private static final double LEVEL = 0.9;

  private final PrequentialModelTrainer trainer = new PrequentialModelTrainer(Clock.systemUTC());

  @Test
  void timesWhatAModelGoesThrough() {
    System.out.println("   values  from nothing  trained again  told a run  predicted  document");
    for (int length : LENGTHS) {
      print(length, series(length));
    }
  }

  private void print(int length, TrainingSeries series) {
    TrainedModel before = trainer.train(first(series, length - 1), OPTIONS, LEVEL).get().model();
    TrainedModel model = trainer.train(series, OPTIONS, LEVEL).get().model();
    System.out.printf(
        Locale.ROOT,
        "%9d  %9.1f ms  %10.1f ms  %7.3f ms  %6.2f ms  %6.1f kB%n",
        length,
        median(() -> trainer.train(series, OPTIONS, LEVEL)),
        median(() -> trainer.update(before, series, OPTIONS, LEVEL)),
        toldOne(series),
        median(() -> trainer.predict(model, Upcoming.ahead(1))),
        model.document().getBytes(StandardCharsets.UTF_8).length / 1e3);
  }

  private static double toldOne(TrainingSeries series) {
    TimeSeries values =
        new SeriesConversion(List.of(), OPTIONS.zone()).series(series.observations(), 1);
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      PrequentialForecaster forecaster =
          PrequentialForecaster.of(new Recipe(Recipe.POOL, null, 0, 1, IntervalKind.POOL));
      forecaster.learn(values.first(values.size() - TOLD));
      long begin = System.nanoTime();
      for (int told = values.size() - TOLD; told < values.size(); told++) {
        forecaster.observe(values, told);
      }
      times[i] = (System.nanoTime() - begin) / 1e6 / TOLD;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  private static double median(Runnable work) {
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < 2 * REPETITIONS; i++) {
      long begin = System.nanoTime();
      work.run();
      times[i % REPETITIONS] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  private static TrainingSeries first(TrainingSeries series, int count) {
    return new TrainingSeries(series.key(), series.observations().subList(0, count), 0);
  }

  /** About a day apart, a level that wanders and shifts once, noise in proportion. */
  private static TrainingSeries series(int length) {
    SplittableRandom random = new SplittableRandom(length);
    List<Observation> observations = new ArrayList<>();
    double level = Math.log(60);
    for (int i = 0; i < length; i++) {
      level += 0.03 * random.nextGaussian() + (i == length / 2 ? 0.7 : 0);
      Duration since = Duration.ofMinutes(1440L * i + random.nextInt(600));
      observations.add(
          new Observation(
              SeriesFixture.FIRST.plus(since), Math.exp(level + 0.25 * random.nextGaussian())));
    }
    return new TrainingSeries(SeriesFixture.KEY, observations, 0);
  }
}
