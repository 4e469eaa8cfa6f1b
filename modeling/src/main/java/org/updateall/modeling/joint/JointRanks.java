package org.updateall.modeling.joint;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Joint draws as ranks: each quantity takes every one of n equally probable strata once, so that
 * its own distribution is met as well as n values can meet it, and together they depend on one
 * another as a copula says (Latin hypercube; Iman and Conover's reordering). For every draw there
 * is the opposite one, in which all that is high is low. Immutable.
 *
 * <p>What a quantity draws comes from its own seed. Correlations that come about by chance are
 * taken out first, so that the variance of a sum is what it should be.
 */
public final class JointRanks {

  private static final int PAIRS = 1 << 11;
  private static final int CLASSES_PER_DEVIATION = 512;
  private static final int CLASSES = 4 * CLASSES_PER_DEVIATION;

  /** How many draws there are. */
  public static final int DRAWS = 2 * PAIRS;

  private final int[][] ranks;

  private JointRanks(int[][] ranks) {
    this.ranks = ranks;
  }

  /**
   * @param seeds one for each quantity of the copula; equal ones would make equal draws
   */
  public static JointRanks of(GaussianCopula copula, long[] seeds) {
    double[][] independent = new double[seeds.length][PAIRS];
    for (int i = 0; i < seeds.length; i++) {
      SplittableRandom random = new SplittableRandom(seeds[i]);
      Arrays.setAll(independent[i], draw -> random.nextGaussian());
    }
    double[][] correlated = copula.correlated(Decorrelation.of(independent));
    return new JointRanks(Arrays.stream(correlated).map(JointRanks::ranks).toArray(int[][]::new));
  }

  /**
   * The ranks of these numbers and of their opposites, which follow them.
   *
   * @param numbers as many as a power of 2, roughly standard normal
   */
  static int[] ranks(double[] numbers) {
    int pairs = numbers.length;
    long place = pairs - 1L;
    long[] bySize = new long[pairs];
    for (int i = 0; i < pairs; i++) {
      bySize[i] = (Double.doubleToRawLongBits(Math.abs(numbers[i])) & ~place) | i;
    }
    sort(bySize);
    int[] ranks = new int[2 * pairs];
    for (int size = 0; size < pairs; size++) {
      int i = (int) (bySize[size] & place);
      int upper = pairs + size;
      int lower = pairs - 1 - size;
      ranks[i] = numbers[i] < 0 ? lower : upper;
      ranks[pairs + i] = numbers[i] < 0 ? upper : lower;
    }
    return ranks;
  }

  /**
   * Sorts sizes of standard normal numbers: first by class, of which each has a few, then by
   * insertion.
   */
  private static void sort(long[] sizes) {
    int[] ends = new int[CLASSES + 1];
    for (long size : sizes) {
      ends[classOf(size) + 1]++;
    }
    for (int i = 1; i <= CLASSES; i++) {
      ends[i] += ends[i - 1];
    }
    long[] byClass = new long[sizes.length];
    for (long size : sizes) {
      byClass[ends[classOf(size)]++] = size;
    }
    for (int i = 0; i < sizes.length; i++) {
      int place = i;
      while (place > 0 && sizes[place - 1] > byClass[i]) {
        sizes[place] = sizes[place - 1];
        place--;
      }
      sizes[place] = byClass[i];
    }
  }

  private static int classOf(long size) {
    return (int) Math.min(CLASSES - 1, Double.longBitsToDouble(size) * CLASSES_PER_DEVIATION);
  }

  /** The values of one quantity in all draws, from its quantile function. */
  public double[] values(int quantity, DoubleUnaryOperator quantile) {
    double[] strata = new double[DRAWS];
    for (int rank = 0; rank < DRAWS; rank++) {
      strata[rank] = quantile.applyAsDouble((rank + 0.5) / DRAWS);
    }
    double[] values = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      values[draw] = strata[ranks[quantity][draw]];
    }
    return values;
  }
}
