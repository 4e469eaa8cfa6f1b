package org.updateall.modeling.model.trees;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Trees that Tribuo grows by the squared error, read out of its nodes. Its search takes time with
 * the square of the number of levels of a feature; hence the few levels. Leaves take the median of
 * their targets, and a split is kept only if both sides hold rows enough, which Tribuo does not
 * look after.
 *
 * @param depth how many questions lead to a leaf, at most
 * @param minLeaf how many rows a leaf holds, at least
 */
record Cart(int depth, int minLeaf) {

  /** Tribuo takes what is zero for absent; so levels are told to it from 1 on. */
  private static final int FIRST_LEVEL = 1;

  private static final String OUTPUT = "target";

  /** A tree grown on so many rows from the beginning. */
  Trees grow(BinnedRows rows, double[] targets, int learned) {
    IndependentRegressionTreeModel grown = tribuo(rows, targets, learned);
    Reading reading = new Reading(rows, targets, grown.getFeatureIDMap());
    int[] all = IntStream.range(0, learned).toArray();
    Node<Regressor> root = Objects.requireNonNull(grown.getRoots().get(OUTPUT), OUTPUT);
    reading.node(root, 0, 0, all);
    return reading.trees();
  }

  private IndependentRegressionTreeModel tribuo(BinnedRows rows, double[] targets, int learned) {
    RegressionFactory outputs = new RegressionFactory();
    SimpleDataSourceProvenance origin =
        new SimpleDataSourceProvenance("window", OffsetDateTime.MIN, outputs);
    MutableDataset<Regressor> dataset = new MutableDataset<>(origin, outputs);
    String[] names =
        IntStream.range(0, rows.features()).mapToObj(Cart::name).toArray(String[]::new);
    for (int row = 0; row < learned; row++) {
      double[] levels =
          Arrays.stream(rows.row(row)).mapToDouble(level -> level + FIRST_LEVEL).toArray();
      dataset.add(new ArrayExample<>(new Regressor(OUTPUT, targets[row]), names, levels));
    }
    CARTRegressionTrainer trainer =
        new CARTRegressionTrainer(depth, 2f * minLeaf, 0f, 1f, new MeanSquaredError(), 1L);
    return (IndependentRegressionTreeModel) trainer.train(dataset);
  }

  /** Names whose order is that of the features. */
  private static String name(int feature) {
    return "%04d".formatted(feature);
  }

  /** What has been read so far, by node as in {@link Trees}. */
  private final class Reading {

    private final BinnedRows rows;
    private final double[] targets;
    private final ImmutableFeatureMap names;
    private final int[] features = new int[(1 << depth) - 1];
    private final int[] levels = new int[features.length];
    private final int[] missing = new int[features.length];
    private final double[] leaves = new double[1 << depth];
    private final double[] gains;

    Reading(BinnedRows rows, double[] targets, ImmutableFeatureMap names) {
      this.rows = rows;
      this.targets = targets;
      this.names = names;
      gains = new double[rows.features()];
      Arrays.fill(features, Trees.NOTHING);
    }

    void node(Node<Regressor> node, int place, int level, int[] inside) {
      if (!(node instanceof SplitNode<Regressor> split)) {
        leaf(place, level, inside);
        return;
      }
      int feature = Integer.parseInt(names.get(split.getFeatureID()).getName());
      int highest = (int) Math.floor(split.splitValue()) - FIRST_LEVEL;
      int[] left =
          Arrays.stream(inside).filter(row -> rows.level(row, feature) <= highest).toArray();
      int[] right =
          Arrays.stream(inside).filter(row -> rows.level(row, feature) > highest).toArray();
      if (Math.min(left.length, right.length) < minLeaf) {
        leaf(place, level, inside);
        return;
      }
      features[place] = feature;
      levels[place] = highest;
      missing[place] = missingGoes(feature, left, right);
      gains[feature] += squaredError(inside) - squaredError(left) - squaredError(right);
      node(split.getLessThanOrEqual(), 2 * place + 1, level + 1, left);
      node(split.getGreaterThan(), 2 * place + 2, level + 1, right);
    }

    /**
     * To the right, where the level of missing values is; with the more rows if there were none.
     */
    private int missingGoes(int feature, int[] left, int[] right) {
      int known = rows.bins().levels(feature);
      boolean some = Arrays.stream(right).anyMatch(row -> rows.level(row, feature) == known);
      return some || right.length > left.length ? 1 : 0;
    }

    private void leaf(int place, int level, int[] inside) {
      double[] values = targets(inside);
      int leftmost = Trees.leftmost(place, level, depth);
      leaves[leftmost] = Numbers.median(values, 0, values.length);
    }

    private double[] targets(int[] inside) {
      return Arrays.stream(inside).mapToDouble(row -> targets[row]).toArray();
    }

    private double squaredError(int[] inside) {
      double mean = Arrays.stream(targets(inside)).average().orElse(0);
      return Arrays.stream(targets(inside)).map(target -> (target - mean) * (target - mean)).sum();
    }

    Trees trees() {
      TreesUnderway underway = new TreesUnderway(rows.bins(), depth);
      underway.add(features, levels, missing, leaves, 1);
      return underway.trees(Arrays.stream(gains).map(gain -> Math.max(0, gain)).toArray());
    }
  }
}
