package org.updateall.modeling.joint;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Joint draws of any number of quantities as ranks, any two of which have the same correlation
 * because of one factor that is common to all (Vasicek, The distribution of loan portfolio value,
 * Risk 15, 2002; a Gaussian copula with one factor). Each quantity takes every one of n equally
 * probable strata once, and for every draw there is the opposite one, as in {@link JointRanks}. A
 * quantity costs a few numbers for each draw, whatever their number: there is no matrix of
 * correlations. Immutable.
 *
 * <pre>
 * f      the common factor: the normal scores of n strata, in random order
 * e_i    standard normal numbers of quantity i, uncorrelated with f in the very draws
 * r      the correlation of any two quantities
 * z_i  = sqrt(r) f + sqrt(1 - r) e_i
 * </pre>
 */
public final class OneFactorRanks {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final long FACTOR_SEED = 0x5eed_0f_a11L;

  private final double[] factor;
  private final double ofFactor;
  private final double ofOwn;

  /**
   * @param draws how many, a power of 2 and at least 4
   * @param correlation from 0 to 1
   * @throws IllegalArgumentException if they are not
   */
  public OneFactorRanks(int draws, double correlation) {
    if (draws < 4 || Integer.bitCount(draws) != 1) {
      throw new IllegalArgumentException("not a power of 2 of draws: " + draws);
    }
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new IllegalArgumentException("not a correlation from 0 to 1: " + correlation);
    }
    this.factor = factor(draws / 2);
    this.ofFactor = Math.sqrt(correlation);
    this.ofOwn = Math.sqrt(1 - correlation);
  }

  /** The sizes of all strata, shuffled, each with one sign; the opposites follow in the ranks. */
  private static double[] factor(int pairs) {
    SplittableRandom random = new SplittableRandom(FACTOR_SEED);
    double[] factor = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      int place = random.nextInt(i + 1);
      double size = NORMAL.inverseCumulativeProbability((pairs + i + 0.5) / (2.0 * pairs));
      factor[i] = factor[place];
      factor[place] = random.nextBoolean() ? size : -size;
    }
    return factor;
  }

  public int draws() {
    return 2 * factor.length;
  }

  /** The middle of the stratum of that rank, between 0 and 1. */
  public double level(int rank) {
    return (rank + 0.5) / draws();
  }

  /**
   * Which stratum a quantity takes in each draw.
   *
   * @param seed of that quantity; equal ones make equal draws
   */
  public int[] ranks(long seed) {
    if (ofOwn == 0) {
      return JointRanks.ranks(factor);
    }
    double[] numbers = own(seed);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ofFactor * factor[i] + ofOwn * numbers[i];
    }
    return JointRanks.ranks(numbers);
  }

  /** The values of a quantity in all draws, from its quantile function. */
  public double[] values(long seed, DoubleUnaryOperator quantile) {
    int[] ranks = ranks(seed);
    double[] values = new double[ranks.length];
    for (int draw = 0; draw < values.length; draw++) {
      values[draw] = quantile.applyAsDouble(level(ranks[draw]));
    }
    return values;
  }

  /** Random numbers with a mean square of 1, of which what goes with the factor is taken out. */
  private double[] own(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[factor.length];
    double product = 0;
    double square = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
      product += numbers[i] * factor[i];
      square += factor[i] * factor[i];
    }
    double slope = product / square;
    double rest = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] -= slope * factor[i];
      rest += numbers[i] * numbers[i];
    }
    double scale = Math.sqrt(numbers.length / rest);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= scale;
    }
    return numbers;
  }
}
