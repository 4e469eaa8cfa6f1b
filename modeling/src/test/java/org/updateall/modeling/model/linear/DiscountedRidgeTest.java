package org.updateall.modeling.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class DiscountedRidgeTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final String SOUND =
      """
      {"forgetting":0.995,"precision":1.0,"weight":12.0,"means":[3.0,7.0],
       "products":[4.0,2.0,9.0]}
      """;

  private static final double FORGETTING = 0.97;
  private static final double PRECISION = 2;

  @Test
  void isTheRidgeRegressionOfAllRowsAtOnce() {
    Random random = new Random(1);
    for (int k = 1; k <= 4; k++) {
      for (int n : new int[] {1, 2, 3, 10, 100}) {
        double[][] covariates = covariates(random, n, k);
        double[] values = values(random, covariates);
        double[] asked = covariates(random, 1, k)[0];
        assertEquals(
            direct(covariates, values, asked), all(covariates, values).forecast(asked), 1e-8);
      }
    }
  }

  @Test
  void recoversALinearRelation() {
    Random random = new Random(2);
    double[][] covariates = covariates(random, 400, 2);
    double[] values = Arrays.stream(covariates).mapToDouble(x -> 7 + 3 * x[0] - x[1]).toArray();
    DiscountedRidge ridge = DiscountedRidge.of(2, 1, 1e-9);
    for (int t = 0; t < values.length; t++) {
      ridge = ridge.update(covariates[t], values[t]);
    }
    assertArrayEquals(new double[] {3, -1}, ridge.coefficients(), 1e-8);
    assertEquals(7, ridge.forecast(new double[2]), 1e-6);
  }

  @Test
  void followsARelationThatChanges() {
    Random random = new Random(3);
    DiscountedRidge ridge = DiscountedRidge.of(1, 0.9, 0.1);
    for (int t = 0; t < 300; t++) {
      double x = random.nextGaussian();
      ridge = ridge.update(new double[] {x}, t < 200 ? x : 5 - x);
    }
    assertEquals(3, ridge.forecast(new double[] {2}), 0.1);
  }

  @Test
  void unitsAndZeroesDoNotMatter() {
    Random random = new Random(4);
    double[][] covariates = covariates(random, 50, 2);
    double[] values = values(random, covariates);
    double[][] moved =
        Arrays.stream(covariates)
            .map(x -> new double[] {4e9 + 1e9 * x[0], 1e-6 * x[1]})
            .toArray(double[][]::new);
    double[] movedValues = Arrays.stream(values).map(y -> 1e5 - 300 * y).toArray();
    assertEquals(
        1e5 - 300 * all(covariates, values).forecast(new double[] {0.5, 2}),
        all(moved, movedValues).forecast(new double[] {4.5e9, 2e-6}),
        1e-3);
  }

  @Test
  void knowsNothingBeforeTheFirstObservationAndItsValueAfterIt() {
    DiscountedRidge nothing = DiscountedRidge.of(2, 0.995, 1);
    assertTrue(Double.isNaN(nothing.forecast(new double[2])));
    assertArrayEquals(new double[2], nothing.coefficients());
    assertEquals(2, nothing.covariates());
    assertEquals(5, nothing.update(new double[] {8, 9}, 5).forecast(new double[2]));
  }

  @Test
  void withoutCovariatesItIsTheDiscountedMean() {
    DiscountedRidge mean = DiscountedRidge.of(0, 0.5, 1);
    mean = mean.update(new double[0], 1).update(new double[0], 2).update(new double[0], 4);
    assertEquals((0.25 + 2 * 0.5 + 4) / 1.75, mean.forecast(new double[0]), 1e-12);
  }

  @Test
  void whatIsMissingIsNotLearnedFromNorForecast() {
    DiscountedRidge ridge = all(new double[][] {{1, 2}, {2, 1}}, new double[] {3, 4});
    double[] unknown = {1, Double.NaN};
    assertTrue(Double.isNaN(ridge.forecast(unknown)));
    assertSame(ridge, ridge.update(unknown, 3));
    assertSame(ridge, ridge.update(new double[2], Double.NaN));
  }

  @Test
  void aCovariateThatDoesNotVaryAddsNothing() {
    Random random = new Random(5);
    DiscountedRidge with = DiscountedRidge.of(2, 0.995, 1);
    DiscountedRidge without = DiscountedRidge.of(1, 0.995, 1);
    for (int t = 0; t < 5000; t++) {
      double x = random.nextGaussian();
      with = with.update(new double[] {x, 0.1}, 2 * x);
      without = without.update(new double[] {x}, 2 * x);
    }
    assertEquals(without.forecast(new double[] {3}), with.forecast(new double[] {3, 1e6}), 1e-9);
  }

  @Test
  void covariatesThatAreEqualShare() {
    Random random = new Random(6);
    DiscountedRidge ridge = DiscountedRidge.of(2, 0.995, 1e-3);
    for (int t = 0; t < 200; t++) {
      double x = random.nextGaussian();
      ridge = ridge.update(new double[] {x, x}, 2 * x);
    }
    assertArrayEquals(new double[] {1, 1}, ridge.coefficients(), 1e-4);
  }

  @Test
  void refusesMoreOrFewerCovariates() {
    DiscountedRidge ridge = DiscountedRidge.of(2, 0.995, 1);
    assertThrows(IllegalArgumentException.class, () -> ridge.forecast(new double[1]));
    assertThrows(IllegalArgumentException.class, () -> ridge.update(new double[3], 1));
  }

  @Test
  void whatIsWrittenForecastsTheSameWhenRead() {
    Random random = new Random(7);
    double[][] covariates = covariates(random, 60, 3);
    DiscountedRidge ridge = all(covariates, values(random, covariates));
    DiscountedRidge read =
        MAPPER.readValue(MAPPER.writeValueAsString(ridge), DiscountedRidge.class);
    assertEquals(ridge, read);
    assertEquals(ridge.forecast(covariates[0]), read.forecast(covariates[0]), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.995|0",
        "0.995|1.5",
        "0.995|\"NaN\"",
        "\"precision\":1.0|\"precision\":0",
        "\"precision\":1.0|\"precision\":\"Infinity\"",
        "12.0|-1",
        "12.0|\"Infinity\"",
        "[3.0,7.0]|[3.0]",
        "[3.0,7.0]|[3.0,\"NaN\"]",
        "[3.0,7.0]|null",
        "[4.0,2.0,9.0]|[4.0,2.0]",
        "[4.0,2.0,9.0]|[4.0,2.0,-9.0]",
        "[4.0,2.0,9.0]|[-4.0,2.0,9.0]",
        "[4.0,2.0,9.0]|[4.0,null,9.0]",
        "\"weight\":12.0,|''",
        "\"weight\":12.0|\"weight\":12.0,\"more\":1",
      })
  void aDamagedOneIsRefused(String sound, String damaged) {
    MAPPER.readValue(SOUND, DiscountedRidge.class);
    assertTrue(SOUND.contains(sound));
    String text = SOUND.replace(sound, damaged);
    assertThrows(JacksonException.class, () -> MAPPER.readValue(text, DiscountedRidge.class));
  }

  @Test
  void oneWithoutAnythingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new DiscountedRidge(1, 1, 0, List.of(), List.of()));
  }

  private static DiscountedRidge all(double[][] covariates, double[] values) {
    DiscountedRidge ridge = DiscountedRidge.of(covariates[0].length, FORGETTING, PRECISION);
    for (int t = 0; t < values.length; t++) {
      ridge = ridge.update(covariates[t], values[t]);
    }
    return ridge;
  }

  /** By a QR decomposition of the weighted rows with those of the prior under them. */
  private static double direct(double[][] covariates, double[] values, double[] asked) {
    int n = values.length;
    int k = asked.length;
    double[] weights = new double[n];
    for (int t = 0; t < n; t++) {
      weights[t] = Math.pow(FORGETTING, n - 1 - t);
    }
    double total = Arrays.stream(weights).sum();
    double[][] rows = new double[n + k][k + 1];
    double[] target = new double[n + k];
    double[] standardised = new double[k + 1];
    standardised[0] = 1;
    for (int i = 0; i < k; i++) {
      double mean = 0;
      double square = 0;
      for (int t = 0; t < n; t++) {
        mean += weights[t] * covariates[t][i] / total;
      }
      for (int t = 0; t < n; t++) {
        square += weights[t] * Math.pow(covariates[t][i] - mean, 2) / total;
      }
      double deviation = n > 1 ? Math.sqrt(square) : 1;
      for (int t = 0; t < n; t++) {
        rows[t][i + 1] = Math.sqrt(weights[t]) * (covariates[t][i] - mean) / deviation;
      }
      rows[n + i][i + 1] = Math.sqrt(PRECISION);
      standardised[i + 1] = (asked[i] - mean) / deviation;
    }
    for (int t = 0; t < n; t++) {
      rows[t][0] = Math.sqrt(weights[t]);
      target[t] = Math.sqrt(weights[t]) * values[t];
    }
    return new QRDecomposition(new Array2DRowRealMatrix(rows))
        .getSolver()
        .solve(new ArrayRealVector(target))
        .dotProduct(new ArrayRealVector(standardised));
  }

  private static double[][] covariates(Random random, int n, int k) {
    double[][] covariates = new double[n][k];
    for (double[] row : covariates) {
      double common = random.nextGaussian();
      for (int i = 0; i < k; i++) {
        row[i] = 5 * i + common + random.nextGaussian();
      }
    }
    return covariates;
  }

  private static double[] values(Random random, double[][] covariates) {
    return Arrays.stream(covariates)
        .mapToDouble(x -> 40 + 3 * x[0] - x[x.length - 1] + random.nextGaussian())
        .toArray();
  }
}
