package org.updateall.modeling.interval;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.updateall.modeling.numbers.Median;

/**
 * Linear quantile regression of few columns, solved exactly: from vertex to vertex of the linear
 * programme, a vertex being a plane through as many rows as there are columns (Koenker and Bassett
 * 1978, Econometrica 46(1); Barrodale and Roberts 1973).
 *
 * <pre>
 * X, y   rows and targets
 * p      level
 * b      coefficients            the least of  sum_i rho_p(y_i - x_i b)
 * rho_p  loss                    rho_p(r) = p r above 0, (p - 1) r below
 * h      rows of the vertex      b = X_h^-1 y_h
 * d      edge                    a column of X_h^-1, either way: it leaves the plane of one row
 * </pre>
 *
 * Along the edge that falls most steeply the least is found at a row, which takes the place of the
 * row that was left. Targets are shaken by 1e-9 of their typical size, always alike, so that no
 * more rows than columns lie on one plane: else a vertex may have no falling edge though others lie
 * lower.
 */
final class QuantileRegression {

  private static final double SHAKING = 1e-9;
  private static final double INDEPENDENT = 1e-9;
  private static final double FLAT = 1e-12;
  private static final int MOST_STEPS = 500;

  private final double[][] rows;
  private final double[] targets;
  private final int[] vertex;

  private QuantileRegression(double[][] rows, double[] targets, int[] vertex) {
    this.rows = rows;
    this.targets = targets;
    this.vertex = vertex;
  }

  /** None if some column is nearly a combination of the others. */
  static Option<QuantileRegression> of(double[][] rows, double[] targets) {
    return Vertices.independent(rows, INDEPENDENT)
        .map(vertex -> new QuantileRegression(rows, shaken(targets), vertex));
  }

  private static double[] shaken(double[] targets) {
    double[] sizes =
        Arrays.stream(targets).map(Math::abs).filter(each -> each > 0).sorted().toArray();
    double most = sizes.length == 0 ? 0 : SHAKING * Median.ofSorted(sizes);
    SplittableRandom random = new SplittableRandom(1);
    return Arrays.stream(targets).map(y -> y + most * (random.nextDouble() - 0.5)).toArray();
  }

  /** The coefficients at a level; levels that follow each other are found the quickest. */
  double[] at(double level) {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] inverse = inverse();
      double[] coefficients = coefficients(inverse);
      double[] residuals = residuals(coefficients);
      Edge steepest = steepest(inverse, residuals, level);
      if (steepest.steepness() >= -FLAT) {
        return coefficients;
      }
      vertex[steepest.left] = end(steepest, residuals);
    }
    return coefficients(inverse());
  }

  /** A way along which all rows of the vertex but one stay on the plane. */
  private static final class Edge {

    /** The place of that row in the vertex. */
    private final int left;

    /** By how much the plane rises at each row. */
    private final double[] moves;

    /** By how much the loss rises. */
    private final double slope;

    private Edge(int left, double[] moves, double slope) {
      this.left = left;
      this.moves = moves;
      this.slope = slope;
    }

    /** In proportion to all that the plane moves. */
    private double steepness() {
      return slope / Arrays.stream(moves).map(Math::abs).sum();
    }
  }

  private double[][] inverse() {
    double[][] square = Arrays.stream(vertex).mapToObj(row -> rows[row]).toArray(double[][]::new);
    return new LUDecomposition(MatrixUtils.createRealMatrix(square), 0)
        .getSolver()
        .getInverse()
        .getData();
  }

  private double[] coefficients(double[][] inverse) {
    double[] through = Arrays.stream(vertex).mapToDouble(row -> targets[row]).toArray();
    return Arrays.stream(inverse).mapToDouble(each -> product(each, through)).toArray();
  }

  private double[] residuals(double[] coefficients) {
    double[] residuals = new double[rows.length];
    Arrays.setAll(residuals, i -> targets[i] - product(rows[i], coefficients));
    for (int row : vertex) {
      residuals[row] = 0;
    }
    return residuals;
  }

  private Edge steepest(double[][] inverse, double[] residuals, double level) {
    return IntStream.range(0, 2 * vertex.length)
        .mapToObj(way -> edge(inverse, residuals, level, way / 2, way % 2 == 0 ? 1 : -1))
        .min(Comparator.comparingDouble(Edge::steepness))
        .orElseThrow();
  }

  private Edge edge(double[][] inverse, double[] residuals, double level, int left, int sign) {
    double[] direction =
        Arrays.stream(inverse).mapToDouble(coefficient -> sign * coefficient[left]).toArray();
    double[] moves = Arrays.stream(rows).mapToDouble(row -> product(row, direction)).toArray();
    for (int place = 0; place < vertex.length; place++) {
      moves[vertex[place]] = place == left ? sign : 0;
    }
    double slope = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean above = residuals[i] > 0 || (residuals[i] == 0 && moves[i] < 0);
      slope += moves[i] * (above ? -level : 1 - level);
    }
    return new Edge(left, moves, slope);
  }

  /** The row at which the loss stops to fall. */
  private int end(Edge edge, double[] residuals) {
    double[] moves = edge.moves;
    int[] crossed =
        IntStream.range(0, rows.length)
            .filter(i -> residuals[i] * moves[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> residuals[i] / moves[i]))
            .mapToInt(i -> i)
            .toArray();
    double slope = edge.slope;
    for (int row : crossed) {
      slope += Math.abs(moves[row]);
      if (slope >= 0) {
        return row;
      }
    }
    return crossed.length == 0 ? vertex[edge.left] : crossed[crossed.length - 1];
  }

  private static double product(double[] row, double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * coefficients[j];
    }
    return sum;
  }
}
