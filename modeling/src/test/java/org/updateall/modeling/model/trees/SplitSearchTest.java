package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitSearchTest {

  private static final int FEATURES = 6;

  private static double[][] features(Random random, int rows, double missing) {
    double[][] features = new double[rows][FEATURES];
    for (double[] row : features) {
      Arrays.setAll(row, i -> random.nextDouble() < missing ? Double.NaN : random.nextGaussian());
    }
    return features;
  }

  /** Depends on two features, one of which may be missing. */
  private static double[] residuals(Random random, double[][] features) {
    return Arrays.stream(features)
        .mapToDouble(row -> (row[2] > 0.3 ? 1 : 0) - 0.5 * row[4] + random.nextGaussian())
        .map(residual -> Double.isNaN(residual) ? random.nextGaussian() + 0.7 : residual)
        .toArray();
  }

  private static double[] signs(double[] residuals) {
    return Arrays.stream(residuals).map(Math::signum).toArray();
  }

  private static TreeGrower grown(BinnedRows rows, double[] residuals, int depth, int minLeaf) {
    TreeGrower grower = new TreeGrower(rows, depth, minLeaf);
    grower.grow(residuals, IntStream.range(0, rows.count()).toArray());
    return grower;
  }

  @Test
  void findsTheFirstSplitThatTribuoFinds() {
    Random random = new Random(11);
    for (int trial = 0; trial < 40; trial++) {
      double[][] features = features(random, 60 + random.nextInt(300), 0);
      double[] residuals = residuals(random, features);
      BinnedRows rows = new BinnedRows(Bins.of(features, FEATURES, 32), features);
      TreeGrower ours = grown(rows, residuals, 1, 1);
      Trees tribuo = new Cart(1, 1).grow(rows, signs(residuals), rows.count());
      assertEquals(tribuo.features().get(0), ours.features[0], "feature in trial " + trial);
      assertEquals(tribuo.levels().get(0), ours.levels[0], "level in trial " + trial);
      double gain = tribuo.gains().get(ours.features[0]);
      assertEquals(gain, ours.gains[ours.features[0]], 1e-6 * gain);
    }
  }

  @Test
  void findsTheGreatestGainThatThereIsWithValuesMissing() {
    Random random = new Random(12);
    for (int trial = 0; trial < 40; trial++) {
      double[][] features = features(random, 80, 0.3);
      double[] residuals = residuals(random, features);
      BinnedRows rows = new BinnedRows(Bins.of(features, FEATURES, 8), features);
      TreeGrower ours = grown(rows, residuals, 1, 5);
      double greatest = greatestGain(rows, signs(residuals), 5);
      assertEquals(greatest, ours.gains[ours.features[0]], 1e-9);
      assertEquals(greatest, gain(rows, ours, signs(residuals)), 1e-9);
    }
  }

  private static double greatestGain(BinnedRows rows, double[] signs, int minLeaf) {
    double greatest = 0;
    for (int feature = 0; feature < FEATURES; feature++) {
      int known = rows.bins().levels(feature);
      for (int highest = 0; highest < known; highest++) {
        for (boolean missingLeft : new boolean[] {false, true}) {
          boolean[] left = new boolean[rows.count()];
          for (int row = 0; row < left.length; row++) {
            int level = rows.level(row, feature);
            left[row] = level == known ? missingLeft : level <= highest;
          }
          greatest = Math.max(greatest, gain(left, signs, minLeaf));
        }
      }
    }
    return greatest;
  }

  private static double gain(BinnedRows rows, TreeGrower tree, double[] signs) {
    boolean[] left = new boolean[rows.count()];
    for (int row = 0; row < left.length; row++) {
      left[row] = tree.leafOf(row) == 0;
    }
    return gain(left, signs, 1);
  }

  /** The decrease of the squared error of the signs, by its definition. */
  private static double gain(boolean[] left, double[] signs, int minLeaf) {
    double[] ofLeft =
        IntStream.range(0, left.length).filter(i -> left[i]).mapToDouble(i -> signs[i]).toArray();
    double[] ofRight =
        IntStream.range(0, left.length).filter(i -> !left[i]).mapToDouble(i -> signs[i]).toArray();
    boolean small = Math.min(ofLeft.length, ofRight.length) < minLeaf;
    return small ? 0 : squaredError(signs) - squaredError(ofLeft) - squaredError(ofRight);
  }

  private static double squaredError(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }

  @Test
  void leavesTakeTheMedianAndHoldRowsEnough() {
    Random random = new Random(13);
    for (int trial = 0; trial < 40; trial++) {
      double[][] features = features(random, 120, trial % 2 * 0.2);
      double[] residuals = residuals(random, features);
      BinnedRows rows = new BinnedRows(Bins.of(features, FEATURES, 32), features);
      TreeGrower tree = grown(rows, residuals, 3, 7);
      for (int leaf = 0; leaf < 8; leaf++) {
        int wanted = leaf;
        double[] inside =
            IntStream.range(0, rows.count())
                .filter(row -> tree.leafOf(row) == wanted)
                .mapToDouble(row -> residuals[row])
                .toArray();
        if (inside.length > 0) {
          assertTrue(inside.length >= 7);
          assertEquals(Numbers.median(inside, 0, inside.length), tree.leaves[leaf]);
        }
      }
    }
  }

  @Test
  void findsNothingWhereAllResidualsHaveOneSign() {
    double[][] features = features(new Random(14), 50, 0);
    BinnedRows rows = new BinnedRows(Bins.of(features, FEATURES, 32), features);
    double[] residuals = new double[50];
    Arrays.fill(residuals, 2);
    TreeGrower tree = grown(rows, residuals, 2, 5);
    assertFalse(Arrays.stream(tree.features).anyMatch(feature -> feature != Trees.NOTHING));
    assertEquals(2, tree.leaves[tree.leafOf(0)]);
  }
}
