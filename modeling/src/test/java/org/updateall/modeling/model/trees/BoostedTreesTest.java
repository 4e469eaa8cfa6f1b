package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

class BoostedTreesTest extends TreeFamilyContract {

  @Override
  ModelFamily family() {
    return new BoostedTrees();
  }

  @Override
  Map<String, Double> importance(FittedModel model) {
    return ((BoostedTreesModel) model).importance();
  }

  @Override
  RecentPast past(FittedModel model) {
    return ((BoostedTreesModel) model).past();
  }

  private static BoostedTreesModel fitted(TimeSeries window) {
    return new BoostedTrees().fit(window);
  }

  @Test
  void isKnownByItsNameAndBounds() {
    assertEquals("boosted_trees", family().name());
    assertEquals(50, family().minObservations());
    assertEquals(600, family().maxWindow());
    double[] noise = new Random(1).doubles(100).toArray();
    assertTrue(
        fitted(TimeSeries.of(noise))
            .form()
            .matches("\\d+ trees on the (last value|median of \\d+)"));
  }

  @Test
  void growsNoMoreTreesThanItsHundred() {
    BoostedTreesModel model = fitted(Windows.withCovariates(600, 1, 1));
    assertTrue(model.trees().count() > 20 && model.trees().count() <= 100);
    assertEquals(3, model.trees().depth());
  }

  @Test
  void startsFromAMedianWhereNothingIsToBeLearned() {
    double[] noise = new Random(2).doubles(300).toArray();
    BoostedTreesModel model = fitted(TimeSeries.of(noise));
    assertTrue(model.reference() != Reference.LAST_VALUE);
  }

  @Test
  void quantilesRiseWithTheirLevelAndComeInTheOrderAskedFor() {
    TimeSeries window = Windows.wandering(300, 3);
    BoostedTreesModel model = fitted(window);
    Occasion next = window.expected(1).get(0);
    double[] mixed = model.quantiles(next, 0.9, 0.1, 0.5, 0.1, 0, 1);
    double[] rising = model.quantiles(next, 0, 0.1, 0.5, 0.9, 1);
    assertArrayEquals(
        new double[] {rising[3], rising[1], rising[2], rising[1], rising[0], rising[4]}, mixed);
    for (int i = 1; i < rising.length; i++) {
      assertTrue(rising[i] > rising[i - 1]);
    }
    assertEquals(0, model.quantiles(next).length);
    assertThrows(IllegalArgumentException.class, () -> model.quantiles(next, 1.1));
    assertThrows(IllegalArgumentException.class, () -> model.quantiles(next, Double.NaN));
  }

  /**
   * Of 400 targets 320 are expected in; the limits are 5 standard deviations, and in-sample
   * narrowness.
   */
  @Test
  void quantilesHoldAboutAsManyNewValuesAsTheySay() {
    TimeSeries whole = Windows.withCovariates(700, 1, 4);
    FittedModel model = fitted(whole.first(500));
    int inside = 0;
    for (int i = 500; i < 700; i++) {
      double[] bounds = ((BoostedTreesModel) model).quantiles(whole.occasion(i), 0.1, 0.9);
      inside += whole.value(i) >= bounds[0] && whole.value(i) <= bounds[1] ? 1 : 0;
      model = model.update(whole.occasion(i), whole.value(i));
    }
    assertTrue(inside >= 138 && inside <= 182, "inside: " + inside);
  }

  @Test
  void quantilesFollowTheCovariate() {
    TimeSeries window = Windows.withCovariates(400, 1, 5);
    BoostedTreesModel model = fitted(window);
    double time = window.occasion(399).time() + Windows.DAY;
    double upper = model.quantiles(new Occasion(time, 1), 0.95)[0];
    double lower = model.quantiles(new Occasion(time, 9), 0.05)[0];
    assertTrue(lower > upper);
  }

  @Test
  void quantilesOfAConstantAreTheConstant() {
    double[] values = new double[70];
    Arrays.fill(values, 4);
    TimeSeries window = TimeSeries.of(values);
    double[] quantiles = fitted(window).quantiles(window.expected(1).get(0), 0.05, 0.95);
    assertArrayEquals(new double[] {4, 4}, quantiles);
  }

  @Test
  void refusesDamagedParts() {
    BoostedTreesModel model = fitted(Windows.wandering(60, 6));
    refused(model, -1, 1, 0.08, 1);
    refused(model, 1, 1, 0.08, 1);
    refused(model, 0, 0, 0.08, 1);
    refused(model, 0, Double.POSITIVE_INFINITY, 0.08, 1);
    refused(model, 0, 1, 0, 1);
    refused(model, 0, 1, 1.5, 1);
    refused(model, 0, 1, 0.08, 0.9);
    LearnedRows none = new LearnedRows(List.of(), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BoostedTreesModel(
                0, 1, model.reference(), 0.1, model.trees(), 1, none, model.past()));
  }

  private static void refused(
      BoostedTreesModel model, int covariates, double scale, double rate, double widening) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BoostedTreesModel(
                covariates,
                scale,
                model.reference(),
                rate,
                model.trees(),
                widening,
                model.learned(),
                model.past()));
  }
}
