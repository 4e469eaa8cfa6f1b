package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.TimeSeries;

/** The fast filters against one with full matrices, with random parameters and fixed seeds. */
class WhiteningTest {

  private static final List<ArimaOrders> FORMS =
      List.of(
          ArimaOrders.of(0, 0, 0),
          ArimaOrders.of(1, 0, 0),
          ArimaOrders.of(0, 0, 2),
          ArimaOrders.of(3, 0, 1),
          ArimaOrders.of(1, 0, 3),
          ArimaOrders.of(5, 0, 5),
          ArimaOrders.of(2, 0, 1).withSeason(1, 0, 0, 4),
          ArimaOrders.of(1, 0, 1).withSeason(0, 0, 2, 3),
          ArimaOrders.of(1, 0, 2).withSeason(2, 0, 1, 7));

  private static final List<ArimaOrders> DIFFERENCED =
      List.of(
          ArimaOrders.of(1, 1, 1),
          ArimaOrders.of(0, 2, 1),
          ArimaOrders.of(1, 0, 1).withSeason(0, 1, 1, 4),
          ArimaOrders.of(0, 1, 1).withSeason(1, 1, 0, 5));

  private static ArmaPolynomials random(ArimaOrders orders, Random random) {
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    polynomials.set(random.doubles(orders.coefficients(), -1.2, 1.2).toArray());
    return polynomials;
  }

  private static double[] series(int length, Random random) {
    return random.ints(length, 0, 100).mapToDouble(value -> value).toArray();
  }

  private static double logLikelihood(Whitening whitening, int rows) {
    double[][] innovations = new double[1][rows];
    double logDeterminant = whitening.whiten(innovations);
    double S = Arrays.stream(innovations[0]).map(v -> v * v).sum();
    return ConcentratedLikelihood.logLikelihood(whitening.terms(), S, logDeterminant);
  }

  @Test
  void startsWithTheStationaryCovariance() {
    Random random = new Random(1);
    for (ArimaOrders orders : FORMS) {
      ArmaPolynomials polynomials = random(orders, random);
      RealMatrix expected = new DenseKalmanFilter(polynomials).stationaryCovariance();
      double[] matrix = new double[polynomials.r * polynomials.r];
      StationaryStart start = new StationaryStart(orders);
      assertTrue(start.solve(polynomials));
      start.covariance(polynomials, matrix, polynomials.r);
      for (int i = 0; i < polynomials.r; i++) {
        for (int j = 0; j <= i; j++) {
          double scale = expected.getEntry(0, 0);
          assertEquals(
              expected.getEntry(i, j), matrix[i * polynomials.r + j], 1e-9 * scale, orders::label);
        }
      }
    }
  }

  @Test
  void filtersACompleteSeriesAsFullMatricesDo() {
    Random random = new Random(2);
    for (ArimaOrders orders : FORMS) {
      ArmaPolynomials polynomials = random(orders, random);
      double[] series = series(60, random);
      double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e12);
      double[][] columns = {series};

      double fast = logLikelihood(new FastWhitening(polynomials, columns), 60);
      double gapped = logLikelihood(new GappedWhitening(polynomials, columns), 60);

      assertEquals(expected, fast, 1e-7 * Math.abs(expected), orders::label);
      assertEquals(expected, gapped, 1e-7 * Math.abs(expected), orders::label);
    }
  }

  @Test
  void filtersASeriesWithGapsAsFullMatricesDo() {
    Random random = new Random(3);
    for (ArimaOrders orders : FORMS) {
      ArmaPolynomials polynomials = random(orders, random);
      double[] series = withGaps(series(60, random), random);
      double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e12);

      double gapped = logLikelihood(new GappedWhitening(polynomials, new double[][] {series}), 60);

      assertEquals(expected, gapped, 1e-7 * Math.abs(expected), orders::label);
    }
  }

  private static double[] withGaps(double[] series, Random random) {
    for (int t = 1; t < series.length - 1; t++) {
      series[t] = random.nextInt(5) == 0 ? Double.NaN : series[t];
    }
    return series;
  }

  @Test
  void differencesASeriesWithLaterGapsItself() {
    Random random = new Random(4);
    for (ArimaOrders orders : DIFFERENCED) {
      ArmaPolynomials polynomials = random(orders, random);
      double[] series = series(60, random);
      Arrays.fill(series, 20, 23, Double.NaN);
      series[40] = Double.NaN;
      double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e8);

      double gapped =
          logLikelihood(
              new GappedWhitening(polynomials, new double[][] {series}),
              60 - orders.differencedLags());

      assertEquals(expected, gapped, 1e-4, orders::label);
    }
  }

  @Test
  void agreesOnDifferencesWithoutGaps() {
    Random random = new Random(5);
    for (ArimaOrders orders : DIFFERENCED) {
      ArmaPolynomials polynomials = random(orders, random);
      double[] series = series(60, random);
      double[] differenced = DifferencedWindow.differenced(series, orders);

      double fast =
          logLikelihood(
              new FastWhitening(polynomials, new double[][] {differenced}), differenced.length);
      double gapped =
          logLikelihood(
              new GappedWhitening(polynomials, new double[][] {series}), differenced.length);

      assertEquals(fast, gapped, 1e-6, orders::label);
    }
  }

  @Test
  void doesNotCountWhatDeterminesAnUnknownBeginning() {
    Random random = new Random(6);
    ArimaOrders orders = ArimaOrders.of(0, 0, 1).withSeason(0, 1, 0, 4);
    ArmaPolynomials polynomials = random(orders, random);
    double[] series = series(40, random);
    series[2] = Double.NaN;
    double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e8);
    GappedWhitening whitening = new GappedWhitening(polynomials, new double[][] {series});

    double gapped = logLikelihood(whitening, 36);

    assertEquals(35, whitening.terms());
    assertEquals(expected, gapped, 1e-2);
  }

  @Test
  void refusesAProcessThatIsHardlyStationary() {
    ArimaOrders orders = ArimaOrders.of(5, 0, 5);
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    double[] point = new double[10];
    Arrays.fill(point, PartialAutocorrelations.LARGEST_POINT);
    polynomials.set(point);
    double[][] columns = {series(50, new Random(7))};
    double[][] innovations = new double[1][50];
    ArimaParameters parameters = polynomials.parameters();

    assertEquals(Double.NaN, new FastWhitening(polynomials, columns).whiten(innovations));
    assertEquals(Double.NaN, new GappedWhitening(polynomials, columns).whiten(innovations));
    assertThrows(
        IllegalArgumentException.class,
        () -> ArimaModel.filtered(TimeSeries.of(columns[0]), orders, parameters));
  }

  @Test
  void refusesParametersThatAreHardlyStationary() {
    ArmaPolynomials polynomials = new ArmaPolynomials(ArimaOrders.of(3, 0, 0));
    polynomials.set(new double[] {4.9, 4.9, 4.9});
    ArimaParameters parameters = polynomials.parameters();
    double[][] columns = {series(50, new Random(7))};
    ConcentratedLikelihood problem =
        new ConcentratedLikelihood(polynomials, new FastWhitening(polynomials, columns), 1, 50);
    double[] residuals = new double[50];

    problem.evaluate(new double[] {4.9, 4.9, 4.9}, residuals);

    assertTrue(Arrays.stream(residuals).allMatch(Double::isNaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> ArimaModel.filtered(TimeSeries.of(columns[0]), ArimaOrders.of(3, 0, 0), parameters));
  }

  @Test
  void addsUpALargeDeterminant() {
    ArimaOrders orders = ArimaOrders.of(0, 0, 5);
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    polynomials.set(new double[] {2.5, 1.25, 2.5, 1.25, 2.5});
    double[] series = series(300, new Random(10));
    double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e12);
    double[][] columns = {series};
    FastWhitening whitening = new FastWhitening(polynomials, columns);

    assertTrue(whitening.whiten(new double[1][300]) > Math.log(1e10));
    assertEquals(expected, logLikelihood(whitening, 300), 1e-6);
  }

  @Test
  void goesNearTheBorderOfStationarity() {
    ArimaOrders orders = ArimaOrders.of(1, 0, 1);
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    double largest = PartialAutocorrelations.LARGEST_POINT;
    polynomials.set(new double[] {largest, -largest});
    double[] series = series(50, new Random(9));
    double expected = new DenseKalmanFilter(polynomials).logLikelihood(series, 1e12);
    double[][] columns = {series};

    double fast = logLikelihood(new FastWhitening(polynomials, columns), 50);

    assertEquals(expected, fast, 1e-4);
  }

  @Test
  void keepsTheCovarianceOfAStateOnlyUntilItIsSteady() {
    ArimaModel early = filtered(series(25, new Random(8)));
    ArimaModel late = filtered(series(400, new Random(8)));

    assertEquals(6, early.covariance().size());
    assertEquals(List.of(), late.covariance());
  }

  private static ArimaModel filtered(double[] values) {
    return ArimaModel.filtered(
        TimeSeries.of(values),
        ArimaOrders.of(0, 0, 2),
        ArimaParameters.of(List.of(), List.of(0.5, 0.7)));
  }
}
