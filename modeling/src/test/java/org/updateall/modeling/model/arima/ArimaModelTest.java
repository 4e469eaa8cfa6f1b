package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ArimaModelTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final ArimaOrders SEASONAL =
      ArimaOrders.of(1, 1, 1).withSeason(1, 0, 1, 4).withConstant(true);
  private static final ArimaParameters SEASONAL_PARAMETERS =
      ArimaParameters.of(List.of(0.5), List.of(-0.7))
          .withSeason(List.of(0.3), List.of(0.2))
          .withConstant(0.25)
          .withRegression(List.of(2.0, -1.0));

  private static TimeSeries series(int length, double gaps) {
    Random random = new Random(1);
    List<Occasion> occasions = new ArrayList<>();
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      double covariate = random.nextGaussian();
      occasions.add(new Occasion(3600.0 * t, covariate, t % 3));
      values[t] = 100 + 0.3 * t + 2 * covariate + random.nextGaussian();
      values[t] = random.nextDouble() < gaps ? Double.NaN : values[t];
    }
    values[0] = 100;
    return new TimeSeries(values, occasions, new BitSet(), 4);
  }

  private static List<Occasion> future(int horizon) {
    List<Occasion> occasions = new ArrayList<>();
    for (int h = 0; h < horizon; h++) {
      occasions.add(new Occasion(1e6 + h, h, 1));
    }
    return occasions;
  }

  private static ArimaModel filtered(TimeSeries series) {
    return ArimaModel.filtered(series, SEASONAL, SEASONAL_PARAMETERS);
  }

  @Test
  void forecastsAfterAnUpdateAsAfterTheLongerSeries() {
    for (double gaps : new double[] {0, 0.2}) {
      TimeSeries series = series(120, gaps);
      ArimaModel updated = filtered(series.first(60));
      List<Double> means = updated.covariateMeans();
      for (int t = 60; t < 120; t++) {
        updated = updated.update(series.occasion(t), series.value(t));
      }
      ArimaModel whole = filtered(series);

      assertEquals(whole.state(), updated.state());
      assertEquals(whole.covariance(), updated.covariance());
      assertEquals(means, updated.covariateMeans());
      assertArrayEquals(whole.forecast(future(12)), updated.forecast(future(12)));
    }
  }

  @Test
  void stepsOverAMissingValueAndGoesOn() {
    ArimaModel steady = filtered(series(400, 0));
    Occasion next = future(1).get(0);
    double[] before = steady.forecast(future(6));

    ArimaModel missed = steady.update(next, Double.NaN);

    assertTrue(steady.covariance().isEmpty());
    assertEquals(ArimaFilter.covarianceLength(SEASONAL), missed.covariance().size());
    double[] after = missed.forecast(future(6).subList(1, 6));
    for (int h = 0; h < 5; h++) {
      assertEquals(before[h + 1], after[h], 1e-9);
    }
    ArimaModel recovered = missed;
    for (int t = 0; t < 300; t++) {
      recovered = recovered.update(next, 200 + t % 7);
    }
    assertTrue(recovered.covariance().isEmpty());
  }

  /** y_t = y_(t-1) + e_t: after a gap of k values the variance is k + 1. */
  @Test
  void knowsHowUncertainAGapMakesARandomWalk() {
    ArimaModel walk =
        ArimaModel.filtered(
            TimeSeries.of(1, 2, 3, 4),
            ArimaOrders.of(0, 1, 0),
            ArimaParameters.of(List.of(), List.of()));
    Occasion occasion = new Occasion(0);

    ArimaModel missed = walk.update(occasion, Double.NaN).update(occasion, Double.NaN);

    assertEquals(List.of(0.0, 4.0), missed.state());
    assertEquals(List.of(1.0, 0.0, 2.0), missed.covariance());
    assertEquals(List.of(0.0, 9.0), missed.update(occasion, 9).state());
  }

  @Test
  void takesTheMeanOfACovariateThatIsNotKnown() {
    ArimaModel model = filtered(series(60, 0));
    List<Double> means = model.covariateMeans();
    List<Occasion> unknown = List.of(new Occasion(0, Double.NaN, Double.NaN));
    List<Occasion> usual = List.of(new Occasion(0, means.get(0), means.get(1)));

    assertArrayEquals(model.forecast(usual), model.forecast(unknown));
    assertArrayEquals(model.forecast(usual), model.forecast(List.of(new Occasion(0))));
    assertEquals(
        model.update(usual.get(0), 130).state(), model.update(unknown.get(0), 130).state());
  }

  @Test
  void growsErrorsByTheResponseToAnInnovation() {
    ArimaModel walk = constantFiltered(ArimaOrders.of(0, 1, 0), List.of(), List.of());
    ArimaModel local = constantFiltered(ArimaOrders.of(0, 1, 1), List.of(), List.of(-0.6));
    ArimaModel regression = constantFiltered(ArimaOrders.of(1, 0, 0), List.of(0.8), List.of());
    ArimaModel seasonal =
        constantFiltered(ArimaOrders.of(0, 0, 0).withSeason(0, 1, 0, 3), List.of(), List.of());

    assertEquals(1, walk.errorGrowth(1));
    assertEquals(3, walk.errorGrowth(9), 1e-12);
    assertEquals(Math.sqrt(1 + 4 * 0.16), local.errorGrowth(5), 1e-12);
    assertEquals(Math.sqrt((1 - Math.pow(0.64, 7)) / 0.36), regression.errorGrowth(7), 1e-12);
    assertEquals(1, seasonal.errorGrowth(3), 1e-12);
    assertEquals(Math.sqrt(2), seasonal.errorGrowth(4), 1e-12);
  }

  private static ArimaModel constantFiltered(ArimaOrders orders, List<Double> ar, List<Double> ma) {
    return ArimaModel.filtered(TimeSeries.of(5, 6, 5, 7, 8, 5), orders, ArimaParameters.of(ar, ma));
  }

  @Test
  void forecastsTheSameAfterWritingAndReading() {
    for (TimeSeries series : List.of(series(40, 0.2), series(400, 0))) {
      ArimaModel model = filtered(series);

      ArimaModel read = MAPPER.readValue(MAPPER.writeValueAsString(model), ArimaModel.class);

      assertEquals(model, read);
      assertArrayEquals(model.forecast(future(20)), read.forecast(future(20)));
      Occasion next = future(1).get(0);
      assertEquals(model.update(next, 120), read.update(next, 120));
    }
  }

  @Test
  void refusesDamagedComponents() {
    assertRefused("sigmaSquared", model -> model.put("sigmaSquared", -1.0));
    assertRefused("logLikelihood", model -> model.put("logLikelihood", "NaN"));
    assertRefused("aicc", model -> model.put("aicc", "Infinity"));
    assertRefused("steps", model -> model.put("steps", -1));
    assertRefused("orders", ObjectNode::putNull, "orders");
    assertRefused("parameters", ObjectNode::putNull, "parameters");
    assertRefused("state", ObjectNode::putNull, "state");
    assertRefused("size of state", ObjectNode::putArray, "state");
    assertRefused("size of covariateMeans", ObjectNode::putArray, "covariateMeans");
    assertRefused(
        "covariance",
        model -> {
          model.putArray("covariance").add(1.0);
          return model;
        });
    assertRefused(
        "state",
        model -> {
          model.putArray("state").addNull();
          return model;
        });
  }

  private static void assertRefused(
      String named, BiConsumer<ObjectNode, String> damage, String field) {
    assertRefused(
        named,
        model -> {
          damage.accept(model, field);
          return model;
        });
  }

  private static void assertRefused(String named, UnaryOperator<ObjectNode> damage) {
    ObjectNode tree = MAPPER.valueToTree(filtered(series(400, 0)));
    ObjectNode damaged = damage.apply(tree);

    Exception refusal =
        assertThrows(Exception.class, () -> MAPPER.treeToValue(damaged, ArimaModel.class));
    assertTrue(refusal.toString().contains(named), refusal::toString);
  }

  @Test
  void refusesParametersThatDoNotFit() {
    TimeSeries series = series(60, 0);
    ArimaOrders first = ArimaOrders.of(1, 0, 0);
    ArimaParameters half = ArimaParameters.of(List.of(0.5), List.of());

    assertFitRefused(series, first, ArimaParameters.of(List.of(), List.of()));
    assertFitRefused(series, first, half.withConstant(3));
    assertFitRefused(series, first, half.withRegression(List.of(1.0, 1.0, 1.0)));
    assertFitRefused(series, first, ArimaParameters.of(List.of(1.2), List.of()));
    assertFitRefused(TimeSeries.of(Double.NaN, Double.NaN), first, half);
    assertFitRefused(TimeSeries.of(Double.NaN, 1, 2), ArimaOrders.of(1, 2, 0), half);
    assertFitRefused(
        new TimeSeries(
            new double[] {1, 2, 3},
            List.of(new Occasion(0, 1), new Occasion(1, Double.NaN), new Occasion(2, 1)),
            new BitSet(),
            1),
        first,
        half.withRegression(List.of(1.0)));
  }

  private static void assertFitRefused(
      TimeSeries series, ArimaOrders orders, ArimaParameters parameters) {
    assertThrows(
        IllegalArgumentException.class, () -> ArimaModel.filtered(series, orders, parameters));
  }

  @Test
  void refusesParametersThatAreNotNumbers() {
    ArimaParameters none = ArimaParameters.of(List.of(), List.of());

    assertThrows(
        IllegalArgumentException.class, () -> ArimaParameters.of(List.of(Double.NaN), List.of()));
    assertThrows(IllegalArgumentException.class, () -> none.withConstant(Double.POSITIVE_INFINITY));
  }

  @Test
  void hasALikelihoodEvenIfAllButTheBeginningIsMissing() {
    ArimaModel model =
        ArimaModel.filtered(
            TimeSeries.of(3, Double.NaN, Double.NaN),
            ArimaOrders.of(0, 1, 0),
            ArimaParameters.of(List.of(), List.of()));

    assertEquals(0, model.logLikelihood(), 0);
    assertArrayEquals(new double[] {3, 3}, model.forecast(future(2)));
  }
}
