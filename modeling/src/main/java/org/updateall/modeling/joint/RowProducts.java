package org.updateall.modeling.joint;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Products of matrices with few rows and many columns. Every sum is taken in the order of its
 * terms, as Commons Math's general product takes it, so that both give the same to the last bit.
 */
final class RowProducts {

  private RowProducts() {}

  /** A x, with x given by its rows. */
  static double[][] of(RealMatrix left, double[][] rows) {
    if (left instanceof BlockRealMatrix) {
      // More than 64 rows: taken block by block, in another order.
      return left.multiply(new Array2DRowRealMatrix(rows, false)).getData();
    }
    double[][] weights = left.getData();
    double[][] products = new double[weights.length][rows[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int k = 0; k < rows.length; k++) {
        addTo(products[i], weights[i][k], rows[k]);
      }
    }
    return products;
  }

  private static void addTo(double[] sums, double weight, double[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += weight * row[j];
    }
  }

  /** x x', with x given by its rows. */
  static double[][] withThemselves(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      int j = 0;
      for (; j + 3 <= i; j += 4) {
        fourProducts(products[i], rows, i, j);
      }
      for (; j <= i; j++) {
        products[i][j] = product(rows[i], rows[j]);
      }
      for (int mirrored = 0; mirrored < i; mirrored++) {
        products[mirrored][i] = products[i][mirrored];
      }
    }
    return products;
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** Four sums at a time: none has to wait for another. */
  private static void fourProducts(double[] products, double[][] rows, int i, int j) {
    double[] x = rows[i];
    double[] first = rows[j];
    double[] second = rows[j + 1];
    double[] third = rows[j + 2];
    double[] fourth = rows[j + 3];
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    for (int k = 0; k < x.length; k++) {
      sum1 += x[k] * first[k];
      sum2 += x[k] * second[k];
      sum3 += x[k] * third[k];
      sum4 += x[k] * fourth[k];
    }
    products[j] = sum1;
    products[j + 1] = sum2;
    products[j + 2] = sum3;
    products[j + 3] = sum4;
  }
}
