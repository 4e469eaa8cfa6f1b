package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * Against R 4.2.2 with forecast 8.20 ({@code arima}, {@code Arima}, {@code auto.arima}), whose
 * figures have nine digits.
 *
 * <p>R gives the values before the beginning of a differenced series a variance of 1e6; here they
 * are given, which is the limit of a large variance. Where that shows in nine digits, the slow
 * filter with R's variance must give R's figure, and with larger ones tend to ours.
 */
class ArimaGoldenTest {

  private static final double DIGITS = 1e-8;
  private static final double R_PRIOR = 1e6;

  private static final TimeSeries NILE = ClassicSeries.named("Nile");
  private static final TimeSeries LYNX = ClassicSeries.named("lynx");
  private static final TimeSeries WWW = ClassicSeries.named("WWWusage");
  private static final TimeSeries PASSENGERS = ClassicSeries.named("AirPassengers");
  private static final TimeSeries LOG_PASSENGERS = PASSENGERS.map(Math::log);

  private static final ArimaOrders AIRLINE = ArimaOrders.of(0, 1, 1).withSeason(0, 1, 1, 12);
  private static final ArimaParameters AIRLINE_FIXED =
      ArimaParameters.of(List.of(), List.of(-0.4)).withSeason(List.of(), List.of(-0.55));

  private static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  private static TimeSeries withCovariate(TimeSeries series, IntToDoubleFunction covariate) {
    List<Occasion> occasions = new ArrayList<>();
    for (int t = 0; t < series.size(); t++) {
      occasions.add(new Occasion(series.occasion(t).time(), covariate.applyAsDouble(t)));
    }
    return new TimeSeries(series.values(), occasions, new BitSet(), 1);
  }

  @Test
  void hasRsLikelihoodAtFixedParameters() {
    ArimaParameters nile = ArimaParameters.of(List.of(0.25), List.of(-0.85));
    ArimaParameters lynx =
        ArimaParameters.of(List.of(1.3, -0.65), List.of(-0.2, -0.25)).withConstant(1500);

    ArimaModel nileModel = ArimaModel.filtered(NILE, ArimaOrders.of(1, 1, 1), nile);
    ArimaModel lynxModel =
        ArimaModel.filtered(LYNX, ArimaOrders.of(2, 0, 2).withConstant(true), lynx);

    assertClose(-630.716081, nileModel.logLikelihood(), DIGITS);
    assertClose(-932.32417, lynxModel.logLikelihood(), DIGITS);
    assertClose(732428.28, lynxModel.sigmaSquared() * (114 - 5) / 114, DIGITS);
  }

  @Test
  void differsFromRsLikelihoodByItsPriorOnly() {
    ArimaParameters www = ArimaParameters.of(List.of(0.6), List.of(0.5));

    assertPriorExplains(-254.519146, WWW, ArimaOrders.of(1, 1, 1), www, 1e-7);
    assertPriorExplains(244.694581, LOG_PASSENGERS, AIRLINE, AIRLINE_FIXED, 1e-5);
  }

  private static void assertPriorExplains(
      double golden,
      TimeSeries series,
      ArimaOrders orders,
      ArimaParameters parameters,
      double tolerance) {
    DenseKalmanFilter slow = new DenseKalmanFilter(ArmaPolynomials.of(orders, parameters));
    double ours = ArimaModel.filtered(series, orders, parameters).logLikelihood();
    double moderate = slow.logLikelihood(series.values(), 100 * R_PRIOR);

    assertClose(golden, slow.logLikelihood(series.values(), R_PRIOR), DIGITS);
    assertEquals(ours, moderate, 100 * tolerance);
    assertTrue(Math.abs(ours - moderate) < Math.abs(golden - ours) / 50);
  }

  /** At least as likely as R's optimum, but for what its prior makes. */
  private static ArimaModel assertFits(TimeSeries series, ArimaOrders orders, double golden) {
    ArimaModel model = AutoArima.fit(series, orders);
    assertEquals(golden, model.logLikelihood(), 1e-2);
    return model;
  }

  @Test
  void findsRsMaximumOfNile() {
    ArimaModel model = assertFits(NILE, ArimaOrders.of(1, 1, 1), -630.627382);

    assertEquals(0.25437137, model.parameters().ar().get(0), 1e-3);
    assertEquals(-0.874136371, model.parameters().ma().get(0), 1e-3);
    assertClose(20176.9149, model.sigmaSquared(), 1e-4);
    assertClose(1267.5074, model.aicc(), 1e-6);
    assertArrayEquals(
        new double[] {816.181276, 835.559611, 840.488905, 841.742776, 842.061725},
        model.forecast(NILE.expected(5)),
        0.05);
    double[] upper90 = {1049.82528, 1085.52361, 1095.80552, 1100.59487, 1104.02485};
    double[] forecast = model.forecast(NILE.expected(5));
    for (int h = 1; h <= 5; h++) {
      double deviation = Math.sqrt(model.sigmaSquared()) * model.errorGrowth(h);
      assertEquals(upper90[h - 1], forecast[h - 1] + 1.6448536270 * deviation, 0.1);
    }
    assertEquals(
        -0.732942578,
        assertFits(NILE, ArimaOrders.of(0, 1, 1), -632.545624).parameters().ma().get(0),
        1e-3);
    assertEquals(
        919.56853,
        assertFits(NILE, ArimaOrders.of(1, 0, 0).withConstant(true), -639.952159)
            .parameters()
            .constant(),
        0.05);
  }

  @Test
  void findsRsMaximumOfLynx() {
    ArimaOrders orders = ArimaOrders.of(2, 0, 2).withConstant(true);
    ArimaModel model = assertFits(LYNX, orders, -932.083725);

    assertEquals(1.34207599, model.parameters().ar().get(0), 1e-3);
    assertEquals(-0.256396759, model.parameters().ma().get(1), 1e-3);
    assertEquals(1544.40395, model.parameters().constant(), 0.5);
    assertArrayEquals(
        new double[] {2989.91026, 2093.47803, 1307.30874, 856.23342, 780.583555},
        model.forecast(LYNX.expected(5)),
        0.5);
    assertFits(LYNX.map(Math::log10), ArimaOrders.of(2, 0, 0).withConstant(true), 6.50465953);
  }

  @Test
  void findsRsMaximumOfUsersAndPassengers() {
    assertFits(WWW, ArimaOrders.of(3, 1, 0), -251.996992);
    assertFits(WWW, ArimaOrders.of(1, 1, 1), -254.149736);
    ArimaModel airline = assertFits(LOG_PASSENGERS, AIRLINE, 244.699531);
    ArimaModel raw =
        assertFits(PASSENGERS, ArimaOrders.of(2, 1, 1).withSeason(0, 1, 0, 12), -504.923853);

    assertEquals(-0.401828017, airline.parameters().ma().get(0), 1e-3);
    assertEquals(-0.556944838, airline.parameters().seasonalMa().get(0), 1e-3);
    assertArrayEquals(
        new double[] {6.11018574, 6.05377527, 6.17171486, 6.19930045, 6.23255598},
        airline.forecast(PASSENGERS.expected(5)),
        1e-4);
    assertArrayEquals(
        new double[] {445.634901, 420.394997, 449.198316, 491.839948, 503.39448},
        raw.forecast(PASSENGERS.expected(5)),
        0.02);
  }

  @Test
  void findsRsMaximumWithARegressor() {
    TimeSeries huron = withCovariate(ClassicSeries.named("LakeHuron"), t -> 1875 + t - 1920);
    TimeSeries dammed = withCovariate(NILE, t -> 1871 + t > 1898 ? 1 : 0);

    ArimaModel trend = assertFits(huron, ArimaOrders.of(2, 0, 0).withConstant(true), -101.198267);
    ArimaModel step = assertFits(dammed, ArimaOrders.of(1, 0, 0).withConstant(true), -624.538978);

    assertEquals(1.00480374, trend.parameters().ar().get(0), 1e-3);
    assertEquals(579.099345, trend.parameters().constant(), 1e-2);
    assertEquals(-0.0215688282, trend.parameters().regression().get(0), 1e-5);
    assertEquals(0.159631715, step.parameters().ar().get(0), 1e-4);
    assertEquals(1098.51687, step.parameters().constant(), 0.01);
    assertEquals(-249.07505, step.parameters().regression().get(0), 0.01);
    assertEquals("Regression with ARIMA(1,0,0) errors", step.form());
  }

  @Test
  void findsRsMaximumWithAGap() {
    double[] values = NILE.values();
    Arrays.fill(values, 20, 40, Double.NaN);

    ArimaModel model =
        assertFits(TimeSeries.of(values), ArimaOrders.of(1, 0, 0).withConstant(true), -511.489258);

    assertEquals(0.444310937, model.parameters().ar().get(0), 1e-3);
    assertEquals(905.966608, model.parameters().constant(), 0.05);
  }

  @Test
  void findsRsConditionalMaximum() {
    assertConditional(NILE, ArimaOrders.of(1, 1, 1), 0.239480607, -0.865651689);
    assertConditional(
        LYNX,
        ArimaOrders.of(2, 0, 2).withConstant(true),
        1.34278536,
        -0.68044235,
        -0.196795811,
        -0.251917992);
    assertConditional(WWW, ArimaOrders.of(3, 1, 0), 1.16348488, -0.667550726, 0.342308179);
  }

  private static void assertConditional(
      TimeSeries series, ArimaOrders orders, double... coefficients) {
    DifferencedWindow window = new DifferencedWindow(new StandardizedWindow(series, true), orders);
    double[][] columns = window.columns(orders.constant());
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    ConcentratedLikelihood problem =
        new ConcentratedLikelihood(
            polynomials,
            new ConditionalWhitening(polynomials, columns),
            columns.length,
            window.rows());
    double[] point = LevenbergMarquardt.minimize(problem, new double[orders.coefficients()], 5);
    polynomials.set(point);

    List<Double> found = new ArrayList<>(polynomials.parameters().ar());
    found.addAll(polynomials.parameters().ma());
    double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
    assertArrayEquals(coefficients, values, 5e-4);
  }

  @Test
  void choosesRsForms() {
    AutoArima family = new AutoArima();

    assertEquals("ARIMA(1,1,1)", family.fit(NILE).form());
    assertEquals("ARIMA(2,0,2) with non-zero mean", family.fit(LYNX).form());
    assertEquals("ARIMA(1,1,1)", family.fit(WWW).form());
    assertEquals("ARIMA(2,1,1)(0,1,0)[12]", family.fit(PASSENGERS).form());
    assertEquals(1018.16517, family.fit(PASSENGERS).aicc(), 1e-2);
  }

  @Test
  void choosesRsFormWithARegressor() {
    TimeSeries huron = withCovariate(ClassicSeries.named("LakeHuron"), t -> 1875 + t - 1920);

    ArimaModel model = new AutoArima().fit(huron);

    assertEquals("Regression with ARIMA(1,0,1) errors", model.form());
    assertEquals(-101.19769, model.logLikelihood(), 1e-2);
    assertEquals(213.047554, model.aicc(), 1e-2);
    assertEquals(0.652637942, model.parameters().ar().get(0), 1e-3);
    assertEquals(579.111315, model.parameters().constant(), 1e-2);
    assertEquals(-0.0211057116, model.parameters().regression().get(0), 1e-4);
  }
}
