package org.updateall.modeling.horizon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

class HorizonForecasterTest {

  private static final double HOUR = 3_600;

  private static PathForecast forecast(TimeSeries series, int steps) {
    Recipe recipe = new Recipe(Recipe.POOL, null, 0, series.period(), IntervalKind.POOL);
    return new HorizonForecaster(PrequentialForecaster.of(recipe))
        .forecast(series, series.expected(steps));
  }

  private static double[] points(TimeSeries series, int steps) {
    return Arrays.stream(forecast(series, steps).quantiles())
        .mapToDouble(step -> step[Levels.MEDIAN])
        .toArray();
  }

  /** What months lie apart, as times tell. */
  private static TimeSeries monthly(TimeSeries series) {
    return every(30.4375 * 24 * HOUR, series.values(), series.period());
  }

  private static TimeSeries every(double seconds, double[] values, int period) {
    List<Occasion> occasions = new ArrayList<>();
    for (int t = 0; t < values.length; t++) {
      occasions.add(new Occasion(seconds * t));
    }
    return new TimeSeries(values, occasions, new BitSet(), period);
  }

  @Test
  void forecastsAYearOfPassengersWithinAFewOfAHundred() {
    TimeSeries passengers = monthly(ClassicSeries.named("AirPassengers"));

    double[] points = points(passengers.first(132), 12);

    double sum = 0;
    for (int step = 0; step < 12; step++) {
      sum += Math.abs(passengers.value(132 + step) / points[step] - 1) / 12;
    }
    assertTrue(sum < 0.05, Arrays.toString(points));
  }

  @Test
  void findsTheWeekBehindHours() {
    Random random = new Random(5);
    double[] values = new double[24 * 35];
    for (int hour = 0; hour < values.length; hour++) {
      boolean sunday = hour / 24 % 7 == 6;
      values[hour] =
          (sunday ? 20 : 100 + 40 * Math.sin(Math.PI * hour / 12)) + random.nextGaussian();
    }
    TimeSeries series = every(HOUR, values, 24);

    double[] points = points(series.first(24 * 34), 24);

    for (double point : points) {
      assertEquals(20, point, 8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 12, 20, 40})
  void givesQuantilesThatDoNotDecreaseHoweverShortTheSeries(int size) {
    Random random = new Random(size);
    double[] values = random.doubles(size, 1, 9).toArray();

    PathForecast forecast = forecast(every(24 * HOUR, values, 1), 30);

    for (double[] step : forecast.quantiles()) {
      assertTrue(step[0] >= 0);
      for (int place = 1; place < step.length; place++) {
        assertTrue(step[place] >= step[place - 1] && Double.isFinite(step[place]));
      }
    }
    assertTrue(forecast.factor(0.9) >= 1, Double.toString(forecast.factor(0.9)));
  }

  @Test
  void widensWithTheErrorsOfLongerPaths() {
    Random random = new Random(3);
    double[] values = new double[200];
    values[0] = 1000;
    for (int t = 1; t < values.length; t++) {
      values[t] = values[t - 1] + 5 * random.nextGaussian();
    }

    double[][] quantiles = forecast(every(7 * 24 * HOUR, values, 1), 16).quantiles();

    int distance = Levels.distance(0.9);
    double first = width(quantiles[0], distance);
    double last = width(quantiles[15], distance);
    assertTrue(last > 2 * first && last < 8 * first, first + ", " + last);
  }

  private static double width(double[] quantiles, int distance) {
    return quantiles[Levels.MEDIAN + distance] - quantiles[Levels.MEDIAN - distance];
  }

  /** 24 series of 10 steps; steps of one series go together, so that the limits are wide. */
  @Test
  void coversAsOftenAsItSays() {
    int distance = Levels.distance(0.9);
    int inside = 0;
    for (int seed = 0; seed < 24; seed++) {
      Random random = new Random(seed);
      double[] values = new double[54];
      double level = 100;
      for (int t = 0; t < values.length; t++) {
        level += 0.3 * random.nextGaussian();
        values[t] = level + 10 * Math.sin(Math.PI * t / 2) + 3 * random.nextGaussian();
      }
      TimeSeries series = every(91 * 24 * HOUR, values, 4);
      double[][] quantiles = forecast(series.first(44), 10).quantiles();
      for (int step = 0; step < 10; step++) {
        double value = values[44 + step];
        inside +=
            value >= quantiles[step][Levels.MEDIAN - distance]
                    && value <= quantiles[step][Levels.MEDIAN + distance]
                ? 1
                : 0;
      }
    }
    assertEquals(0.9, inside / 240.0, 0.07);
  }

  @Test
  void holdsWholePathsByAFactorThatGrowsWithTheLevel() {
    TimeSeries passengers = monthly(ClassicSeries.named("AirPassengers"));

    PathForecast forecast = forecast(passengers, 6);

    assertTrue(forecast.factor(0.5) < forecast.factor(0.9));
    assertTrue(forecast.factor(0.9) < 4);
  }

  @Test
  void isDeterministic() {
    TimeSeries nile = every(365.25 * 24 * HOUR, ClassicSeries.values("Nile"), 1);

    assertArrayEquals(points(nile, 5), points(nile, 5));
  }

  @Test
  void refusesFewerThanEightValues() {
    TimeSeries seven = TimeSeries.of(1, 2, 3, 4, 5, 6, 7);

    assertThrows(IllegalArgumentException.class, () -> forecast(seven, 2));
  }
}
