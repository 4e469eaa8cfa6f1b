package org.updateall.modeling.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class NonNegativeCostTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final String SOUND =
      """
      {"coefficients":[1.0,0.5],"points":[2.0,2.0,4.0,3.0]}
      """;

  @Test
  void isTheBestOfAllSetsOfCoefficientsThatAreNotNegative() {
    Random random = new Random(1);
    for (int trial = 0; trial < 300; trial++) {
      int k = 1 + random.nextInt(4);
      RealMatrix x = new Array2DRowRealMatrix(15, k);
      for (int i = 0; i < 15; i++) {
        double common = random.nextGaussian();
        for (int j = 0; j < k; j++) {
          x.setEntry(i, j, Math.pow(10, j) * (common + random.nextGaussian()));
        }
      }
      RealVector y = new ArrayRealVector(random.doubles(15).map(d -> d - 0.5).toArray());
      assertArrayEquals(bestOfAllSets(x, y), solve(x, y), 1e-7);
    }
  }

  @Test
  void columnsThatDependOnEachOtherShareTheirCoefficient() {
    RealMatrix x = new Array2DRowRealMatrix(new double[][] {{1, 2, 0}, {2, 4, 0}, {3, 6, 0}});
    double[] coefficients = solve(x, new ArrayRealVector(new double[] {3, 6, 9}));
    assertEquals(3, coefficients[0] + 2 * coefficients[1], 1e-8);
    assertEquals(0, coefficients[2]);
  }

  @Test
  void aTargetOfZerosNeedsNoColumn() {
    RealMatrix x = new Array2DRowRealMatrix(new double[][] {{1, 2}, {2, 1}});
    assertArrayEquals(new double[2], solve(x, new ArrayRealVector(2)));
  }

  @Test
  void recoversACostWithoutNoise() {
    Random random = new Random(2);
    NonNegativeCost cost = NonNegativeCost.of(2);
    for (int t = 0; t < 50; t++) {
      double packages = random.nextInt(30);
      double bytes = 1e8 * random.nextDouble();
      cost = cost.update(new double[] {packages, bytes}, 4 + 2 * packages + 1e-7 * bytes);
    }
    assertEquals(4, cost.coefficients().get(0), 1e-5);
    assertEquals(2, cost.coefficients().get(1), 1e-6);
    assertEquals(1e-7, cost.coefficients().get(2), 1e-13);
    assertEquals(4 + 20 + 5, cost.forecast(new double[] {10, 5e7}), 1e-5);
  }

  @Test
  void errorsCountRelativeToTheCost() {
    Random random = new Random(3);
    List<double[]> covariates = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    NonNegativeCost cost = NonNegativeCost.of(1);
    for (int t = 0; t < 60; t++) {
      double packages = random.nextInt(100);
      covariates.add(new double[] {1, packages});
      values.add((3 + packages) * (0.5 + random.nextDouble()));
      cost = cost.update(new double[] {packages}, values.get(t));
    }
    double[] expected = weighted(covariates, values, new double[] {1, 0});
    expected = weighted(covariates, values, expected);
    expected = weighted(covariates, values, expected);
    double[] found = cost.coefficients().stream().mapToDouble(Double::doubleValue).toArray();
    assertArrayEquals(expected, found, 1e-8);
  }

  @Test
  void onlyTheLastTwoHundredCount() {
    Random random = new Random(4);
    NonNegativeCost whole = NonNegativeCost.of(1);
    NonNegativeCost late = NonNegativeCost.of(1);
    for (int t = 0; t < 350; t++) {
      double[] covariates = {random.nextInt(9)};
      double value = 1 + covariates[0] * random.nextDouble();
      whole = whole.update(covariates, value);
      late = t < 150 ? late : late.update(covariates, value);
    }
    assertEquals(200, whole.observations());
    assertEquals(late, whole);
  }

  @Test
  void isNeverNegativeAndScalesWithTheValues() {
    Random random = new Random(5);
    for (double size : new double[] {1e-9, 1, 1e12}) {
      NonNegativeCost cost = NonNegativeCost.of(2);
      NonNegativeCost plain = NonNegativeCost.of(2);
      for (int t = 0; t < 100; t++) {
        double[] covariates = {random.nextInt(3), 1e6 * random.nextInt(2)};
        double value = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        cost = cost.update(covariates, size * value);
        plain = plain.update(covariates, value);
        double expected = size * plain.forecast(covariates);
        assertTrue(cost.forecast(covariates) >= 0);
        assertEquals(expected, cost.forecast(covariates), 1e-6 * size);
      }
    }
  }

  @Test
  void zerosCostNothing() {
    NonNegativeCost cost = NonNegativeCost.of(1);
    cost = cost.update(new double[] {3}, 0).update(new double[] {4}, 0);
    assertEquals(0, cost.forecast(new double[] {5}));
  }

  @Test
  void whatIsMissingIsNotLearnedFromNorForecast() {
    NonNegativeCost nothing = NonNegativeCost.of(2);
    assertTrue(Double.isNaN(nothing.forecast(new double[2])));
    NonNegativeCost cost = nothing.update(new double[] {1, 2}, 3);
    double[] unknown = {1, Double.NaN};
    assertTrue(Double.isNaN(cost.forecast(unknown)));
    assertSame(cost, cost.update(unknown, 3));
    assertSame(cost, cost.update(new double[2], Double.NaN));
    assertEquals(2, cost.covariates());
  }

  @Test
  void refusesMoreOrFewerCovariates() {
    NonNegativeCost cost = NonNegativeCost.of(2);
    assertThrows(IllegalArgumentException.class, () -> cost.forecast(new double[1]));
    assertThrows(IllegalArgumentException.class, () -> cost.update(new double[3], 1));
  }

  @Test
  void whatIsWrittenForecastsTheSameWhenRead() {
    Random random = new Random(6);
    NonNegativeCost cost = NonNegativeCost.of(2);
    for (int t = 0; t < 30; t++) {
      cost = cost.update(new double[] {random.nextDouble(), t}, random.nextDouble());
    }
    NonNegativeCost read = MAPPER.readValue(MAPPER.writeValueAsString(cost), NonNegativeCost.class);
    assertEquals(cost, read);
    assertEquals(cost.forecast(new double[] {1, 2}), read.forecast(new double[] {1, 2}), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1.0,0.5]|[1.0,-0.5]",
        "[1.0,0.5]|[1.0,\"NaN\"]",
        "[1.0,0.5]|[1.0,null]",
        "[1.0,0.5]|[]",
        "[1.0,0.5]|null",
        "[1.0,0.5]|[1.0,0.5,0.5]",
        "[2.0,2.0,4.0,3.0]|[2.0,2.0,4.0]",
        "[2.0,2.0,4.0,3.0]|[2.0,2.0,4.0,\"Infinity\"]",
        "[2.0,2.0,4.0,3.0]|null",
        "\"coefficients\":[1.0,0.5],|''",
        "\"points\"|\"more\":1,\"points\"",
      })
  void aDamagedOneIsRefused(String sound, String damaged) {
    assertEquals(3, MAPPER.readValue(SOUND, NonNegativeCost.class).forecast(new double[] {4}));
    assertTrue(SOUND.contains(sound));
    String text = SOUND.replace(sound, damaged);
    assertThrows(JacksonException.class, () -> MAPPER.readValue(text, NonNegativeCost.class));
  }

  private static double[] solve(RealMatrix x, RealVector y) {
    return NonNegativeLeastSquares.solve(
        x.transpose().multiply(x).getData(), x.transpose().operate(y).toArray(), y.dotProduct(y));
  }

  private static double[] weighted(
      List<double[]> rows, List<Double> values, double[] coefficients) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    RealMatrix x = new Array2DRowRealMatrix(rows.size(), coefficients.length);
    RealVector y = new ArrayRealVector(rows.size());
    RealVector known = new ArrayRealVector(coefficients);
    for (int t = 0; t < rows.size(); t++) {
      RealVector row = new ArrayRealVector(rows.get(t));
      double fitted = Math.max(0.01 * mean, row.dotProduct(known));
      x.setRowVector(t, row.mapDivide(fitted));
      y.setEntry(t, values.get(t) / fitted);
    }
    return bestOfAllSets(x, y);
  }

  /** The least squares of every set of columns, the best of those without a negative one. */
  private static double[] bestOfAllSets(RealMatrix x, RealVector y) {
    int k = x.getColumnDimension();
    double[] best = new double[k];
    double least = y.getNorm();
    for (int set = 1; set < 1 << k; set++) {
      int chosen = set;
      int[] columns = IntStream.range(0, k).filter(j -> (chosen >> j & 1) == 1).toArray();
      RealMatrix part = new Array2DRowRealMatrix(x.getRowDimension(), columns.length);
      for (int j = 0; j < columns.length; j++) {
        part.setColumnVector(j, x.getColumnVector(columns[j]));
      }
      RealVector solution = new QRDecomposition(part).getSolver().solve(y);
      double error = y.subtract(part.operate(solution)).getNorm();
      if (solution.getMinValue() >= 0 && error < least) {
        least = error;
        Arrays.fill(best, 0);
        for (int j = 0; j < columns.length; j++) {
          best[columns[j]] = solution.getEntry(j);
        }
      }
    }
    return best;
  }

  @Test
  void beyondWhatWasSeenNoMoreCountsThanTheGreatest() {
    NonNegativeCost cost = NonNegativeCost.of(1);
    for (int i = 0; i < 20; i++) {
      cost = cost.update(new double[] {i % 5}, 10 + 7 * (i % 5));
    }

    assertEquals(10 + 7 * 4, cost.forecast(new double[] {4}), 1e-6);
    assertEquals(cost.forecast(new double[] {4}), cost.forecast(new double[] {400}));
  }
}
