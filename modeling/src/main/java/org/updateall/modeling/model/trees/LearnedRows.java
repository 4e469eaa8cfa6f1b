package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * The rows that trees were grown on, as far as their quantiles need them.
 *
 * @param levels by feature: a digit to the base 36 for each row, which is its level
 * @param targets by row
 */
record LearnedRows(List<String> levels, List<Double> targets) {

  private static final int BASE = Character.MAX_RADIX;

  /**
   * @throws IllegalArgumentException if a feature has not one digit for each row, or a target is
   *     not finite
   */
  LearnedRows {
    levels = List.copyOf(levels);
    targets = List.copyOf(targets);
    int rows = targets.size();
    for (String ofFeature : levels) {
      Require.that(ofFeature.length() == rows, "the number of levels", ofFeature.length());
      boolean digits = ofFeature.chars().allMatch(digit -> Character.digit(digit, BASE) >= 0);
      if (!digits) {
        throw new IllegalArgumentException("levels are not digits to the base 36: " + ofFeature);
      }
    }
    for (double target : targets) {
      Require.that(Double.isFinite(target), "targets", target);
    }
  }

  static LearnedRows of(BinnedRows rows, double[] targets) {
    List<String> levels = new ArrayList<>(rows.features());
    for (int feature = 0; feature < rows.features(); feature++) {
      StringBuilder digits = new StringBuilder(rows.count());
      for (int row = 0; row < rows.count(); row++) {
        digits.append(Character.forDigit(rows.level(row, feature), BASE));
      }
      levels.add(digits.toString());
    }
    List<Double> kept = Arrays.stream(targets).map(TreesUnderway::kept).boxed().toList();
    return new LearnedRows(levels, kept);
  }

  /** The levels of a row. */
  int[] row(int row) {
    int[] ofRow = new int[levels.size()];
    for (int feature = 0; feature < ofRow.length; feature++) {
      ofRow[feature] = Character.digit(levels.get(feature).charAt(row), BASE);
    }
    return ofRow;
  }

  double[] targetArray() {
    return targets.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
