package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

class RegressionTreeTest extends TreeFamilyContract {

  @Override
  ModelFamily family() {
    return new RegressionTree();
  }

  @Override
  Map<String, Double> importance(FittedModel model) {
    return ((RegressionTreeModel) model).importance();
  }

  @Override
  RecentPast past(FittedModel model) {
    return ((RegressionTreeModel) model).past();
  }

  private static RegressionTreeModel fitted(TimeSeries window) {
    return new RegressionTree().fit(window);
  }

  @Test
  void isKnownByItsNameAndBounds() {
    assertEquals("regression_tree", family().name());
    assertEquals(30, family().minObservations());
    assertEquals(400, family().maxWindow());
  }

  @Test
  void saysWhetherItHasATree() {
    assertEquals("the last value", fitted(TimeSeries.of(new double[40])).form());
    String form = fitted(Windows.withCovariates(200, 1, 1)).form();
    assertTrue(form.matches("a tree on the (last value|median of \\d+)"), form);
  }

  @Test
  void growsNoTreeThatForecastsTheNewestWorse() {
    int without = 0;
    for (long seed = 0; seed < 10; seed++) {
      double[] noise = new Random(seed).doubles(100).toArray();
      without += fitted(TimeSeries.of(noise)).trees().count() == 0 ? 1 : 0;
    }
    assertTrue(without >= 3, "without: " + without);
  }

  @Test
  void leavesHoldTheMedianOfRowsEnough() {
    Random random = new Random(3);
    double[][] features = new double[100][2];
    double[] targets = new double[100];
    for (int row = 0; row < 100; row++) {
      features[row] = new double[] {row < 12 ? Double.NaN : random.nextInt(9), random.nextInt(5)};
      targets[row] = row == 50 ? 500 : row < 12 ? 40 : features[row][0];
    }
    BinnedRows rows = new BinnedRows(Bins.of(features, 2, 16), features);
    Trees tree = new Cart(4, 6).grow(rows, targets, 100);
    for (int leaf = 0; leaf < 16; leaf++) {
      int wanted = leaf;
      double[] inside =
          IntStream.range(0, 100)
              .filter(row -> tree.leaf(0, rows.row(row)) == wanted)
              .mapToDouble(row -> targets[row])
              .sorted()
              .toArray();
      if (inside.length > 0) {
        assertTrue(inside.length >= 6, Arrays.toString(inside));
        double median = (inside[(inside.length - 1) / 2] + inside[inside.length / 2]) / 2;
        assertEquals(median, tree.leaves().get(leaf), 1e-6);
      }
    }
    assertEquals(40, tree.sum(new double[] {Double.NaN, 2}));
  }

  @Test
  void refusesDamagedParts() {
    RegressionTreeModel model = fitted(Windows.wandering(60, 6));
    refused(model, -1, 1);
    refused(model, 1, 1);
    refused(model, 0, 0);
    refused(model, 0, Double.NaN);
  }

  private static void refused(RegressionTreeModel model, int covariates, double scale) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RegressionTreeModel(
                covariates, scale, model.reference(), model.trees(), model.past()));
  }
}
