package org.updateall.modeling.joint;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Takes out of random numbers the correlations that came about by chance (Iman and Conover 1982,
 * section 3): x becomes C^(-1/2) x, with C the mean products of x with itself. The symmetric root
 * changes each row as little as can be.
 */
final class Decorrelation {

  /** With fewer draws for each row their correlations are not known well enough. */
  private static final int DRAWS_FOR_EACH_ROW = 4;

  private Decorrelation() {}

  /**
   * @param numbers by quantity, then by draw, of mean 0
   * @return the same with mean products of 1 within each row and of 0 between rows; unchanged where
   *     draws are fewer than four for each row
   */
  static double[][] of(double[][] numbers) {
    int draws = numbers[0].length;
    if (draws < DRAWS_FOR_EACH_ROW * numbers.length) {
      return numbers;
    }
    RealMatrix products =
        new Array2DRowRealMatrix(RowProducts.withThemselves(numbers), false)
            .scalarMultiply(1.0 / draws);
    RealMatrix inverse = new EigenDecomposition(products).getSolver().getInverse();
    return RowProducts.of(new EigenDecomposition(inverse).getSquareRoot(), numbers);
  }
}
