package org.updateall.modeling.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.scale.Power;

class UnivariateForecasterTest {

  private static final double[] LEVELS = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private final UnivariateForecaster forecaster =
      new UnivariateForecaster(new ExponentialSmoothing());

  @Test
  void quantilesAreFiniteOrderedAndNotNegativeForEverySeries() {
    Random random = new Random(1);
    for (int length = 2; length <= 40; length++) {
      for (double size : new double[] {1e-6, 1, 1e12}) {
        double[] series = random.doubles(length).map(u -> size * Math.expm1(6 * u * u)).toArray();
        for (int horizon : new int[] {1, 5}) {
          assertOrdered(forecaster.evaluate(series).fitted().quantiles(horizon, LEVELS).get());
        }
      }
    }
  }

  @Test
  void aConstantIsForecastByItself() {
    for (double constant : new double[] {0, 0.1, 60, 1e12}) {
      double[] series = new double[25];
      Arrays.fill(series, constant);
      FittedForecaster fitted = forecaster.evaluate(series).fitted();
      double[] expected = new double[LEVELS.length];
      Arrays.fill(expected, constant);
      assertArrayEquals(expected, fitted.quantiles(3, LEVELS).get());
    }
  }

  @Test
  void oneObservationHasNoQuantiles() {
    assertTrue(forecaster.evaluate(new double[] {12}).fitted().quantiles(1, LEVELS).isEmpty());
  }

  @Test
  void theNewestObservationsAreUsed() {
    double[] series = IntStream.range(0, 50).mapToDouble(t -> t < 40 ? 60 : 300).toArray();
    FittedForecaster fitted = forecaster.evaluate(series).fitted();
    assertEquals(300, median(fitted), 10);
    assertEquals(50, ((EtsModel) fitted.model()).observations());
    assertEquals(List.of(60.0, 300.0), fitted.observed());
  }

  @Test
  void intervalsWidenWithTheHorizon() {
    Random random = new Random(4);
    double[] series = new double[120];
    double level = 1000;
    for (int t = 0; t < series.length; t++) {
      level += 10 * random.nextGaussian();
      series[t] = level;
    }
    FittedForecaster fitted = forecaster.evaluate(series).fitted();
    double previous = 0;
    for (int horizon = 1; horizon <= 6; horizon++) {
      double[] bounds = fitted.quantiles(horizon, new double[] {0.05, 0.95}).get();
      assertTrue(bounds[1] - bounds[0] > previous);
      previous = bounds[1] - bounds[0];
    }
  }

  @Test
  void forecastsScaleWithTheSeries() {
    double[] series = lognormal(new Random(5), 80);
    double[] scaled = Arrays.stream(series).map(y -> 1024 * y).toArray();
    double[] quantiles = forecaster.evaluate(series).fitted().quantiles(1, LEVELS).get();
    double[] scaledQuantiles = forecaster.evaluate(scaled).fitted().quantiles(1, LEVELS).get();
    for (int index = 0; index < LEVELS.length; index++) {
      double expected = 1024 * quantiles[index];
      assertEquals(expected, scaledQuantiles[index], 1e-3 * (1 + expected));
    }
  }

  @Test
  void theScaleCanBeForcedAndTheScoresCapped() {
    ForecasterOptions options = new ForecasterOptions(List.of(Power.IDENTITY), 20);
    FittedForecaster fitted =
        new UnivariateForecaster(new ExponentialSmoothing(), options)
            .evaluate(lognormal(new Random(6), 90))
            .fitted();
    assertEquals(Power.IDENTITY, fitted.scale().power());
    assertEquals(20, fitted.scores().size());
  }

  @Test
  void theBacktestIsThatOfTheSeries() {
    EvaluatedForecaster evaluated = forecaster.evaluate(lognormal(new Random(7), 300));
    assertEquals(290, evaluated.backtest(0.9).origins());
    assertTrue(
        evaluated.backtest(0.9).meanAbsoluteError() < evaluated.backtest(0.9).lastValueError());
  }

  @Test
  void refusesWhatIsNoSeriesOfMeasurements() {
    for (double[] series : new double[][] {{}, {1, -1}, {Double.NaN}, {Double.POSITIVE_INFINITY}}) {
      assertThrows(IllegalArgumentException.class, () -> forecaster.evaluate(series).fitted());
    }
    List<Power> powers = ForecasterOptions.defaults().powers();
    assertThrows(IllegalArgumentException.class, () -> new ForecasterOptions(powers, 0));
    assertThrows(IllegalArgumentException.class, () -> new ForecasterOptions(List.of(), 10));
  }

  private static void assertOrdered(double[] quantiles) {
    double previous = 0;
    for (double quantile : quantiles) {
      assertTrue(
          Double.isFinite(quantile) && quantile >= previous, () -> Arrays.toString(quantiles));
      previous = quantile;
    }
  }

  private static double median(FittedForecaster fitted) {
    return fitted.quantiles(1, new double[] {0.5}).get()[0];
  }

  private static double[] lognormal(Random random, int length) {
    return IntStream.range(0, length)
        .mapToDouble(t -> Math.exp(3 + random.nextGaussian()))
        .toArray();
  }
}
