package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trees while they are grown, one after another. Not thread-safe. */
final class TreesUnderway {

  private static final double GRID = 1e7;

  private final Bins bins;
  private final int depth;
  private final List<Integer> features = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final List<Integer> missing = new ArrayList<>();
  private final List<Double> leaves = new ArrayList<>();

  TreesUnderway(Bins bins, int depth) {
    this.bins = bins;
    this.depth = depth;
  }

  /** Takes in a tree, given by node and leaf as in {@link Trees}, each leaf times the weight. */
  void add(int[] ofFeatures, int[] ofLevels, int[] ofMissing, double[] ofLeaves, double weight) {
    for (int node = 0; node < ofFeatures.length; node++) {
      features.add(ofFeatures[node]);
      levels.add(ofLevels[node]);
      missing.add(ofMissing[node]);
    }
    for (double leaf : ofLeaves) {
      leaves.add(kept(weight * leaf));
    }
  }

  /** A number to seven places of the scale, which keeps a stored model short. */
  static double kept(double number) {
    return Math.rint(number * GRID) / GRID;
  }

  Trees trees(double[] gains) {
    List<Double> ofFeatures = Arrays.stream(gains).map(Numbers::rounded).boxed().toList();
    return new Trees(bins, depth, features, levels, missing, leaves, ofFeatures);
  }
}
