package org.updateall.modeling.pooling;

import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is believed beforehand of the level of a series on the logarithmic scale: the best linear
 * unbiased prediction of its row and column from the levels of other series, by the equations of
 * mixed models (Henderson 1975).
 *
 * <pre>
 * x_i    level of series i = m + a_row(i) + b_column(i) + rest, error of variance v_i
 * m      fixed; a, b, rest normal with the variances of {@link LevelComponents}
 * R_i  = rest + v_i
 * C    = Z' R^-1 Z + diag(0, 1/row, 1/column)        Z the indicators of m, a, b
 * k      indicator of m and of the asked row and column
 * mean = k' C^-1 Z' R^-1 x
 * var  = k' C^-1 k + rest
 * </pre>
 *
 * @param mean of the level
 * @param variance of the level about it
 */
record LevelPrior(double mean, double variance) {

  /** However many values a series has, its level drifts as if it had no more than these. */
  private static final double MOST_VALUES = 10;

  /** None without other series. */
  static Option<LevelPrior> of(List<SeriesSummary> others, int row, int column, double deviation) {
    if (others.isEmpty()) {
      return Option.none();
    }
    double[] errors =
        others.stream()
            .mapToDouble(other -> deviation * deviation / Math.min(MOST_VALUES, other.count()))
            .toArray();
    LevelComponents components = LevelComponents.of(others, errors);
    Places rows = Places.of(others.stream().map(SeriesSummary::row).toList(), row);
    Places columns = Places.of(others.stream().map(SeriesSummary::column).toList(), column);
    double[][] matrix = new double[1 + rows.size() + columns.size()][];
    double[] right = new double[matrix.length];
    begin(matrix, components, rows.size());
    for (int i = 0; i < errors.length; i++) {
      SeriesSummary other = others.get(i);
      double weight = 1 / (components.rest() + errors[i]);
      int[] places = places(rows, columns, other.row(), other.column());
      for (int one : places) {
        right[one] += weight * other.level();
        for (int two : places) {
          matrix[one][two] += weight;
        }
      }
    }
    return Option.some(solved(matrix, right, places(rows, columns, row, column), components));
  }

  private static void begin(double[][] matrix, LevelComponents components, int rows) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new double[matrix.length];
      if (i > 0) {
        matrix[i][i] = 1 / (i <= rows ? components.row() : components.column());
      }
    }
  }

  private static int[] places(Places rows, Places columns, int row, int column) {
    return new int[] {0, 1 + rows.of(row), 1 + rows.size() + columns.of(column)};
  }

  private static LevelPrior solved(
      double[][] matrix, double[] right, int[] asked, LevelComponents components) {
    RealVector indicator = new ArrayRealVector(right.length);
    for (int place : asked) {
      indicator.setEntry(place, 1);
    }
    RealVector solution =
        new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false))
            .getSolver()
            .solve(indicator);
    return new LevelPrior(
        solution.dotProduct(new ArrayRealVector(right, false)),
        solution.dotProduct(indicator) + components.rest());
  }

  /** The places of some numbers in ascending order. */
  private record Places(List<Integer> numbers) {

    static Places of(List<Integer> numbers, int another) {
      return new Places(
          Stream.concat(numbers.stream(), Stream.of(another)).distinct().sorted().toList());
    }

    int of(int number) {
      return Collections.binarySearch(numbers, number);
    }

    int size() {
      return numbers.size();
    }
  }
}
