package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowProductsTest {

  private static final int COLUMNS = 301;

  private static double[][] numbers(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(rows);
    double[][] numbers = new double[rows][columns];
    Arrays.stream(numbers).forEach(row -> Arrays.setAll(row, i -> random.nextGaussian()));
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7, 30, 64, 65, 80})
  void isTheGeneralProductToTheLastBit(int size) {
    double[][] rows = numbers(size, COLUMNS);
    RealMatrix left = MatrixUtils.createRealMatrix(numbers(size, size));
    RealMatrix right = new Array2DRowRealMatrix(rows);

    assertArrayEquals(left.multiply(right).getData(), RowProducts.of(left, rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7, 30, 65})
  void isTheGeneralProductWithItselfToTheLastBit(int size) {
    double[][] rows = numbers(size, COLUMNS);
    RealMatrix matrix = new Array2DRowRealMatrix(rows);

    assertArrayEquals(
        matrix.multiply(matrix.transpose()).getData(), RowProducts.withThemselves(rows));
  }
}
