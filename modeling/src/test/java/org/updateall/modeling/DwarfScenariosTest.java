package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.DataQuality;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;

/** Small series, each of one kind, and what anybody would expect to be predicted of them. */
final class DwarfScenariosTest {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  private final ModelTrainer trainer =
      new PrequentialModelTrainer(Clock.fixed(SeriesFixture.FIRST, ZoneOffset.UTC));
  private final SplittableRandom random = new SplittableRandom(42);

  @Test
  void goesOnWithARisingTrend() {
    double[] rising = series(60, t -> 50 + 2 * t + random.nextGaussian());

    double lastTen = Arrays.stream(rising, 50, 60).average().orElseThrow();
    assertTrue(predicted(rising).point() > lastTen, "predicted " + predicted(rising).point());
    assertEquals(170, predicted(rising).point(), 12);
    assertTrue(predicted(rising).interval(0.9).contains(170));
  }

  @Test
  void goesOnWithAFallingTrend() {
    double[] falling = series(60, t -> 200 - 2 * t + random.nextGaussian());

    double lastTen = Arrays.stream(falling, 50, 60).average().orElseThrow();
    assertTrue(predicted(falling).point() < lastTen, "predicted " + predicted(falling).point());
  }

  @Test
  void isSureOfAStableSeries() {
    double[] stable = series(50, t -> 100 + 2 * random.nextGaussian());

    PredictionInterval interval = predicted(stable).interval(0.9);
    assertEquals(100, predicted(stable).point(), 3);
    assertTrue(interval.width() > 2 && interval.width() < 20, interval.toString());
  }

  @Test
  void knowsTheDayOfTheWeek() {
    double[] weekly = series(84, t -> (t % 7 >= 5 ? 120 : 60) + 3 * random.nextGaussian());
    Training training = trained(SeriesFixture.of(weekly));
    for (int ahead = 1; ahead <= 7; ahead++) {
      double expected = (84 + ahead - 1) % 7 >= 5 ? 120 : 60;
      assertEquals(
          expected,
          trainer.predict(training.model(), Upcoming.ahead(ahead)).get().point(),
          25,
          ahead + " ahead");
    }
    double lastValue = training.backtest().lastValueError();
    assertTrue(training.backtest().meanAbsoluteError() < 0.6 * lastValue);
  }

  @Test
  void isNotImpressedByASingleOutlier() {
    for (int place : new int[] {10, 25, 40, 49}) {
      double[] values = series(50, t -> 60 + 5 * random.nextGaussian());
      values[place] = 500;
      double point = predicted(values).point();
      assertTrue(point > 30 && point < 150, "outlier at " + place + ": " + point);
    }
  }

  @Test
  void leavesAGapAGap() {
    List<Observation> observations = new ArrayList<>();
    for (int t = 0; t < 60; t++) {
      Instant time = SeriesFixture.FIRST.plus(Duration.ofDays(t));
      if (t % 4 != 2 && (t < 20 || t > 34)) {
        observations.add(new Observation(time, 60 + 3 * random.nextGaussian()));
      }
    }
    TrainingSeries gaps = new TrainingSeries(SeriesFixture.KEY, observations, 26);

    Training training = trained(gaps);

    assertEquals(60, trainer.predict(training.model(), Upcoming.ahead(1)).get().point(), 5);
    assertEquals(26, training.quality().missing());
    assertEquals(observations.size(), training.quality().observations());
  }

  @Test
  void predictsNothingFromNothingButZeros() {
    PredictionInterval interval = predicted(new double[40]).interval(0.9);

    assertEquals(0, predicted(new double[40]).point());
    assertEquals(0, interval.lower());
    assertEquals(0, interval.upper());
  }

  @Test
  void bearsZerosAmongOtherValues() {
    double[] sometimes = series(60, t -> random.nextInt(5) == 0 ? 0 : around(40));
    double[] mostly = series(60, t -> random.nextInt(5) == 0 ? around(40) : 0);

    PredictionInterval interval = predicted(sometimes).interval(0.9);
    assertTrue(interval.lower() >= 0 && interval.upper() < 100, interval.toString());
    assertEquals(0, predicted(mostly).interval(0.5).lower());
    assertTrue(predicted(mostly).point() < 10, "predicted " + predicted(mostly).point());
  }

  @Test
  void coversAboutNineTenthsOfTwentySeries() {
    int inside = 0;
    int origins = 0;
    for (int number = 0; number < 20; number++) {
      double spread = 0.1 + 0.05 * (number % 8);
      double[] values = series(60, t -> 80 * Math.exp(spread * random.nextGaussian()));
      Backtest backtest = trained(SeriesFixture.of(values)).backtest();
      inside += backtest.origins() - backtest.below() - backtest.above();
      origins += backtest.origins();
    }

    double coverage = (double) inside / origins;
    assertTrue(coverage >= 0.85 && coverage <= 0.95, "covered " + coverage);
  }

  @Test
  void countsWhatThePlanAsksToBeCounted() {
    double[] values = series(60, t -> 60 + 5 * random.nextGaussian());
    values[0] = 10_000;
    values[30] = 9_000;
    TrainingSeries series =
        new TrainingSeries(SeriesFixture.KEY, SeriesFixture.of(values).observations(), 6);
    TrainingOptions threshold = new TrainingOptions(null, 10, null, 3.0, false);

    DataQuality quality = trainer.train(series, threshold, 0.9).get().quality();

    assertEquals(6, quality.missing());
    assertTrue(quality.outliers() >= 2, quality.toString());
    assertEquals(60 - quality.removed(), quality.observations());
  }

  private double around(double level) {
    return level + 0.1 * level * random.nextGaussian();
  }

  private static double[] series(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }

  private Prediction predicted(double[] values) {
    return trainer.predict(trained(SeriesFixture.of(values)).model(), Upcoming.ahead(1)).get();
  }

  private Training trained(TrainingSeries series) {
    return trainer.train(series, DEFAULTS, 0.9).get();
  }
}
