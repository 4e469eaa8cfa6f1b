package org.updateall.modeling.progress;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Numbers for joint draws that fill the unit cube evenly: Sobol's sequence, each number moved to
 * the middle of its part of the range from 0 to 1, so that every quantity takes each part once; and
 * the standard normal numbers of these levels.
 *
 * @param uniform by quantity, then by draw
 * @param normal by quantity, then by draw
 */
@SuppressWarnings("ArrayRecordComponent")
record EvenNumbers(double[][] uniform, double[][] normal) {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * @param draws a power of two
   */
  static EvenNumbers of(int quantities, int draws) {
    double[][] uniform = new double[quantities][draws];
    if (quantities > 0) {
      SobolSequenceGenerator sequence = new SobolSequenceGenerator(quantities);
      for (int draw = 0; draw < draws; draw++) {
        double[] point = sequence.nextVector();
        for (int i = 0; i < quantities; i++) {
          uniform[i][draw] = point[i] + 0.5 / draws;
        }
      }
    }
    double[][] normal =
        Arrays.stream(uniform)
            .map(each -> Arrays.stream(each).map(NORMAL::inverseCumulativeProbability).toArray())
            .toArray(double[][]::new);
    return new EvenNumbers(uniform, normal);
  }
}
