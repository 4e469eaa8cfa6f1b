package org.updateall.modeling.joint;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How several quantities depend on one another, apart from what each of them is by itself: the
 * correlations of their normal scores, which are standard normal and jointly so. Immutable.
 *
 * <pre>
 * z      normal scores, one for each quantity
 * R      their correlations
 * A      the symmetric root of R:                 A A' = R
 * e      independent standard normal numbers:     z = A e
 * 1, 2   the quantities known, and the others:    E[z2 | z1] = R21 R11^-1 z1
 *                                                 Cov[z2 | z1] = R22 - R21 R11^-1 R12
 * </pre>
 */
public final class GaussianCopula {

  /** The least eigenvalue that is kept, so that no quantity is wholly determined by others. */
  private static final double EIGEN_FLOOR = 1e-3;

  private static final double TOLERANCE = 1e-9;

  private final RealMatrix correlation;
  private final RealMatrix root;

  private GaussianCopula(RealMatrix correlation, RealMatrix root) {
    this.correlation = correlation;
    this.root = root;
  }

  /**
   * Quantities that have nothing to do with one another.
   *
   * @param size how many, at least 1
   */
  public static GaussianCopula independent(int size) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(size);
    return new GaussianCopula(identity, identity);
  }

  /**
   * What past outcomes tell; see {@link ShrunkenCorrelation}.
   *
   * @param levels by quantity, at least one, then by occasion: the level between 0 and 1 at which
   *     the outcome lay in what had been predicted for it; NaN where a quantity took no part
   * @throws IllegalArgumentException if a level is out of range, or the lengths differ
   */
  public static GaussianCopula estimated(double[][] levels) {
    return of(ShrunkenCorrelation.of(levels));
  }

  /**
   * Of these correlations; where they contradict each other, of near ones that do not: eigenvalues
   * below 0.001 are raised to it, and the diagonal is made 1 again.
   *
   * @throws IllegalArgumentException if it is not a symmetric matrix of correlations, with 1 on the
   *     diagonal
   */
  public static GaussianCopula of(double[][] correlation) {
    requireCorrelations(correlation);
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlation));
    double[] roots =
        Arrays.stream(eigen.getRealEigenvalues())
            .map(value -> Math.sqrt(Math.max(EIGEN_FLOOR, value)))
            .toArray();
    RealMatrix vectors = eigen.getV();
    RealMatrix root =
        vectors.multiply(MatrixUtils.createRealDiagonalMatrix(roots)).multiply(eigen.getVT());
    for (int i = 0; i < roots.length; i++) {
      root.setRowVector(i, root.getRowVector(i).unitVector());
    }
    return new GaussianCopula(root.multiply(root.transpose()), root);
  }

  private static void requireCorrelations(double[][] correlation) {
    int size = correlation.length;
    boolean allowed = size > 0;
    for (int i = 0; i < size; i++) {
      allowed = allowed && correlation[i].length == size;
      for (int j = 0; allowed && j <= i; j++) {
        double value = correlation[i][j];
        double least = i == j ? 1 : -1;
        allowed =
            value >= least - TOLERANCE
                && value <= 1 + TOLERANCE
                && Math.abs(value - correlation[j][i]) <= TOLERANCE;
      }
    }
    if (!allowed) {
      throw new IllegalArgumentException(
          "not a matrix of correlations: " + Arrays.deepToString(correlation));
    }
  }

  /** How many quantities there are. */
  public int size() {
    return correlation.getRowDimension();
  }

  /** The correlation of the normal scores of two quantities. */
  public double correlation(int first, int second) {
    return correlation.getEntry(first, second);
  }

  /** The correlations of all normal scores: symmetric and positive definite. */
  public double[][] correlations() {
    return correlation.getData();
  }

  /**
   * Normal scores of joint draws from independent ones.
   *
   * @param independent standard normal numbers by quantity, then by draw
   * @return by quantity, then by draw
   */
  public double[][] correlated(double[][] independent) {
    return RowProducts.of(root, independent);
  }

  /**
   * What is believed of the other quantities once some are known.
   *
   * @param scores the normal scores of those that are known; NaN in the places of the others
   */
  public Conditional given(double[] scores) {
    int[] known = places(scores, false);
    int[] open = places(scores, true);
    if (known.length == 0 || open.length == 0) {
      return new Conditional(open, new double[open.length], part(open, open));
    }
    RealMatrix across = new Array2DRowRealMatrix(part(open, known), false);
    RealMatrix weights = solve(part(known, known), across.transpose()).transpose();
    double[] means = weights.operate(Arrays.stream(known).mapToDouble(i -> scores[i]).toArray());
    RealMatrix explained = weights.multiply(across.transpose());
    RealMatrix rest = new Array2DRowRealMatrix(part(open, open), false).subtract(explained);
    return new Conditional(open, means, rest.getData());
  }

  private static RealMatrix solve(double[][] matrix, RealMatrix rightSide) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-12)
        .getSolver()
        .solve(rightSide);
  }

  private static int[] places(double[] scores, boolean open) {
    return IntStream.range(0, scores.length).filter(i -> Double.isNaN(scores[i]) == open).toArray();
  }

  private double[][] part(int[] rows, int[] columns) {
    double[][] part = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part[i][j] = correlation.getEntry(rows[i], columns[j]);
      }
    }
    return part;
  }

  /**
   * The normal scores of quantities that are not known yet, jointly normal.
   *
   * @param places which quantities, ascending
   * @param means the mean of each
   * @param covariance of all of them
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Conditional(int[] places, double[] means, double[][] covariance) {

    /** The standard deviation of one of them, by its place among them. */
    public double deviation(int index) {
      return Math.sqrt(Math.max(0, covariance[index][index]));
    }
  }
}
