package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;

class FeaturesTest {

  private static final double DAY = Windows.DAY;

  private static Map<String, Double> features(
      Past past, Occasion next, int covariates, double scale) {
    double[] row = new Features(covariates, scale).of(past, next);
    List<String> names = Features.names(covariates);
    assertEquals(Features.count(covariates), row.length);
    assertEquals(names.size(), row.length);
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(names.get(i), row[i]);
    }
    return named;
  }

  private static double of(Map<String, Double> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static Past past(double... values) {
    Past past = Past.startingWith(new Occasion(0, 7), values[0]);
    for (int i = 1; i < values.length; i++) {
      past.add(new Occasion(DAY * i, 7 + i), values[i]);
    }
    return past;
  }

  @Test
  void measureEarlierValuesFromTheLastOneInUnitsOfTheScale() {
    Map<String, Double> row =
        features(past(1, 2, 4, 8, 16, 32, 64), new Occasion(7 * DAY, 1), 1, 2);
    assertEquals(-16, row.get("lag 2"));
    assertEquals(-31.5, row.get("lag 7"));
    assertEquals(Double.NaN, row.get("lag 8"));
    assertEquals(-24, row.get("median of 5"));
    assertEquals(-28, row.get("median of 20"));
    assertEquals(-28, row.get("median of 60"));
  }

  @Test
  void knowTheDeviationOfTheLastEight() {
    Past past = past(1_000, 2, 4, 4, 4, 5, 5, 7, 9);
    assertEquals(2, of(features(past, new Occasion(9 * DAY, 1), 1, 1), "deviation of 8"), 1e-9);
  }

  @Test
  void tellTheCalendarByTheLocalClock() {
    double time = 12 * DAY + 13.5 * 3_600;
    Map<String, Double> row = features(past(1, 2), new Occasion(time, 1), 1, 1);
    assertEquals(13, row.get("hour"));
    assertEquals(5, row.get("weekday"));
    assertEquals(Math.log1p(time - DAY), of(row, "gap"), 1e-8);
    assertEquals(2, row.get("index"));
  }

  @Test
  void tellTheCalendarBeforeItsFirstDay() {
    Past past = Past.startingWith(new Occasion(-3 * DAY), 1);
    Map<String, Double> row = features(past, new Occasion(-0.25 * DAY), 0, 1);
    assertEquals(18, row.get("hour"));
    assertEquals(6, row.get("weekday"));
  }

  @Test
  void holdTheCovariatesOfTheNextOccasionAndOfTheLast() {
    Map<String, Double> row = features(past(1, 2), new Occasion(2 * DAY, Double.NaN), 1, 1);
    assertEquals(Double.NaN, row.get("covariate 1"));
    assertEquals(8, row.get("last covariate 1"));
  }

  @Test
  void areNamedByWhatTheyGainedTheGreatestFirst() {
    List<Double> gains = new ArrayList<>(Collections.nCopies(Features.count(1), 0.0));
    gains.set(0, 1.0);
    gains.set(Features.count(1) - 2, 3.0);
    Map<String, Double> named = Features.named(gains, 1);
    assertEquals(List.of("covariate 1", "lag 2"), List.copyOf(named.keySet()));
    assertEquals(List.of(3.0, 1.0), List.copyOf(named.values()));
  }
}
