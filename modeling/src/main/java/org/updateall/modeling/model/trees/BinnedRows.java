package org.updateall.modeling.model.trees;

/** The levels of the features of many rows, with all that a search for splits needs of them. */
final class BinnedRows {

  private final Bins bins;
  private final int[][] rows;
  private final int[] levels;

  BinnedRows(Bins bins, double[][] features) {
    this.bins = bins;
    rows = new int[features.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = bins.of(features[row]);
    }
    levels = new int[bins.features()];
    for (int feature = 0; feature < levels.length; feature++) {
      levels[feature] = bins.levels(feature);
    }
  }

  Bins bins() {
    return bins;
  }

  int count() {
    return rows.length;
  }

  int features() {
    return levels.length;
  }

  /** By feature, how many levels it has, that of missing values not counted. */
  int[] levels() {
    return levels.clone();
  }

  /** The levels of a row; not a copy. */
  int[] row(int row) {
    return rows[row];
  }

  int level(int row, int feature) {
    return rows[row][feature];
  }
}
