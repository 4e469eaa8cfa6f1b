package org.updateall.modeling.pooling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How far levels lie apart, as variances on the logarithmic scale: of rows, of columns, and of what
 * a row and a column do not explain. Estimated by moments from half the squared differences of
 * pairs of series, less the error of their levels; stated constants count as two rows or columns
 * more.
 *
 * <pre>
 * D(pairs)     mean over the pairs of ( (x_i - x_j)^2 - v_i - v_j ) / 2
 * D(same column, other row)   estimates  row + rest
 * D(same row, other column)   estimates  column + rest
 * D(other row, other column)  estimates  row + column + rest
 * </pre>
 *
 * @param row variance of the effects of rows
 * @param column variance of the effects of columns
 * @param rest variance of what remains
 */
record LevelComponents(double row, double column, double rest) {

  /** What is assumed without pairs. */
  static final LevelComponents STATED = new LevelComponents(4, 0.5, 0.25);

  private static final double WEIGHT = 2;

  /** The remainder is at most this part of either sum that it was estimated in. */
  private static final double MOST_REST = 0.9;

  /**
   * @param errors the variance of the error of each series' level, in the same order
   */
  static LevelComponents of(List<SeriesSummary> others, double[] errors) {
    Pairs sameColumn = Pairs.of(others, errors, (a, b) -> sameColumn(a, b) && !sameRow(a, b));
    Pairs sameRow = Pairs.of(others, errors, (a, b) -> sameRow(a, b) && !sameColumn(a, b));
    Pairs neither = Pairs.of(others, errors, (a, b) -> !sameRow(a, b) && !sameColumn(a, b));
    double rows = distinct(others.stream().map(SeriesSummary::row).toList()) - 1;
    double repeated = others.size() - (rows + 1);
    double rowAndRest = sameColumn.any() ? sameColumn.mean() : neither.mean() - STATED.column;
    double rowSum =
        shrunk(STATED.row + STATED.rest, rowAndRest, sameColumn.any() || neither.any() ? rows : 0);
    double columnSum =
        shrunk(STATED.column + STATED.rest, sameRow.mean(), sameRow.any() ? repeated : 0);
    boolean all = sameColumn.any() && sameRow.any() && neither.any();
    double rest =
        shrunk(
            STATED.rest, sameColumn.mean() + sameRow.mean() - neither.mean(), all ? repeated : 0);
    double bounded = Math.min(rest, MOST_REST * Math.min(rowSum, columnSum));
    return new LevelComponents(rowSum - bounded, columnSum - bounded, bounded);
  }

  private static boolean sameRow(SeriesSummary one, SeriesSummary other) {
    return one.row() == other.row();
  }

  private static boolean sameColumn(SeriesSummary one, SeriesSummary other) {
    return one.column() == other.column();
  }

  private static int distinct(List<Integer> numbers) {
    Set<Integer> distinct = new HashSet<>(numbers);
    return distinct.size();
  }

  private static double shrunk(double stated, double estimate, double weight) {
    return (WEIGHT * stated + weight * Math.max(0, estimate)) / (WEIGHT + weight);
  }

  /** Half the squared differences of some pairs. */
  private record Pairs(int count, double sum) {

    static Pairs of(
        List<SeriesSummary> others,
        double[] errors,
        BiPredicate<SeriesSummary, SeriesSummary> meant) {
      int count = 0;
      double sum = 0;
      for (int i = 0; i < others.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (meant.test(others.get(i), others.get(j))) {
            double difference = others.get(i).level() - others.get(j).level();
            sum += (difference * difference - errors[i] - errors[j]) / 2;
            count++;
          }
        }
      }
      return new Pairs(count, sum);
    }

    boolean any() {
      return count > 0;
    }

    /** 0 of none. */
    double mean() {
      return any() ? sum / count : 0;
    }
  }
}
