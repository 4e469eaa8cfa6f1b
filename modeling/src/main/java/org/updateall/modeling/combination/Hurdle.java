package org.updateall.modeling.combination;

import java.util.Arrays;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Median;

/**
 * Runs with nothing to do apart from the others: 0 if that is more likely than not, else the median
 * of the newest values above 0. Occasions are told apart by the first covariate, which is 0, above
 * 0 or unknown. The probability of 0 has the prior Beta(1/2, 1/2) and is discounted.
 */
final class Hurdle implements Member {

  private static final double PRIOR = 0.5;
  private static final double DISCOUNT = 0.98;
  private static final int CELLS = 3;
  private static final int LOOK_BACK = 10;
  private static final int ENOUGH = 3;

  private final double zero;
  private final double[] zeros = new double[CELLS];
  private final double[] all = new double[CELLS];

  /**
   * @param zero where 0 lies on the pool's scale
   */
  Hurdle(double zero) {
    this.zero = zero;
  }

  @Override
  public String title() {
    return "nothing to do or not";
  }

  /** It has nothing to say where there never was a 0. */
  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (Arrays.stream(zeros).sum() == 0) {
      return Double.NaN;
    }
    int cell = cell(occasion);
    return probabilityOfZero(cell) > 0.5 ? zero : medianAboveZero(past, cell);
  }

  private double probabilityOfZero(int cell) {
    return (zeros[cell] + PRIOR) / (all[cell] + 2 * PRIOR);
  }

  private double medianAboveZero(Past past, int cell) {
    double[] found = new double[LOOK_BACK];
    int count = 0;
    for (int back = 0; back < past.size() && count < LOOK_BACK; back++) {
      if (past.value(back) > zero && cell(past.occasion(back)) == cell) {
        found[count++] = past.value(back);
      }
    }
    return count < ENOUGH ? Double.NaN : Median.sorting(Arrays.copyOf(found, count));
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    int cell = cell(occasion);
    zeros[cell] = DISCOUNT * zeros[cell] + (value <= zero ? 1 : 0);
    all[cell] = DISCOUNT * all[cell] + 1;
  }

  private static int cell(Occasion occasion) {
    double covariate = occasion.covariate(0);
    if (Double.isNaN(covariate)) {
      return 2;
    }
    return covariate > 0 ? 1 : 0;
  }

  @Override
  public double[] state() {
    double[] state = Arrays.copyOf(zeros, 2 * CELLS);
    System.arraycopy(all, 0, state, CELLS, CELLS);
    return state;
  }

  @Override
  public void restore(double[] state) {
    States.require(title(), state, 2 * CELLS);
    System.arraycopy(state, 0, zeros, 0, CELLS);
    System.arraycopy(state, CELLS, all, 0, CELLS);
  }
}
