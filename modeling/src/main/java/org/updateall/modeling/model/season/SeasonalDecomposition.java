package org.updateall.modeling.model.season;

import java.util.List;

/**
 * The decomposition of a series into trend, season and rest by loess (Cleveland, Cleveland, McRae
 * and Terpenning 1990), without robustness weights, as R's {@code mstl} does it.
 *
 * <table>
 * <caption>Notation, of the paper</caption>
 * <tr><td>n_p</td><td>period</td></tr>
 * <tr><td>n_s</td><td>span of the smoothing of the cycle-subseries, of degree 0</td></tr>
 * <tr><td>n_l</td><td>span of the low-pass filter, the next odd number to n_p</td></tr>
 * <tr><td>n_t</td><td>span of the trend: the next odd number to 1.5 n_p / (1 - 1.5 / n_s)</td></tr>
 * <tr><td>Y, T, S, C</td><td>series, trend, season, smoothed cycle-subseries with a cycle added at
 *     either end</td></tr>
 * </table>
 */
public final class SeasonalDecomposition {

  private static final int N_S = 11;
  private static final int N_S_MORE = 4;
  private static final int INNER_LOOPS = 2;
  private static final int SEVERAL_LOOPS = 2;

  private final double[] Y;
  private final double[] T;
  private final double[] S;
  private final int n;
  private final int np;
  private final int ns;

  private SeasonalDecomposition(double[] series, int period, int span) {
    Y = series;
    n = series.length;
    np = period;
    ns = span;
    T = new double[n];
    S = new double[n];
  }

  /**
   * max(0, 1 - Var(rest) / Var(season + rest)), which is 1 for a purely seasonal series.
   *
   * @param series without gaps, of at least two periods
   */
  public static double strength(double[] series, int period) {
    return of(series, period).strength();
  }

  /**
   * The season, whose mean over a period is about 0.
   *
   * @param series without gaps, of at least two periods
   */
  static double[] season(double[] series, int period) {
    return of(series, period).S;
  }

  /**
   * Several seasons, each from what the others leave, twice over; the span of the smoothing is 11
   * for the first, and by 4 longer for each other one.
   *
   * @param series without gaps, of at least two of each period
   * @param periods shorter ones first
   * @return one season for each period
   */
  public static double[][] seasons(double[] series, List<Integer> periods) {
    double[][] seasons = new double[periods.size()][series.length];
    double[] remainder = series;
    int loops = periods.size() == 1 ? 1 : SEVERAL_LOOPS;
    for (int loop = 0; loop < loops; loop++) {
      for (int place = 0; place < seasons.length; place++) {
        double[] own = sum(remainder, seasons[place]);
        seasons[place] = of(own, periods.get(place), N_S + N_S_MORE * place).S;
        remainder = difference(own, seasons[place]);
      }
    }
    return seasons;
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int t = 0; t < sum.length; t++) {
      sum[t] += other[t];
    }
    return sum;
  }

  private static SeasonalDecomposition of(double[] series, int period) {
    return of(series, period, N_S);
  }

  private static SeasonalDecomposition of(double[] series, int period, int span) {
    SeasonalDecomposition decomposition = new SeasonalDecomposition(series, period, span);
    decomposition.run();
    return decomposition;
  }

  private void run() {
    int nl = nextOdd(np);
    int nt = nextOdd((int) Math.ceil(1.5 * np / (1 - 1.5 / ns)));
    for (int loop = 0; loop < INNER_LOOPS; loop++) {
      double[] C = smoothedCycles();
      double[] low = averages(averages(averages(C, np), np), 3);
      for (int t = 0; t < n; t++) {
        S[t] = C[np + t] - loess(low, n, 1, 0, nl, 1, t);
      }
      double[] deseasonalized = difference(Y, S);
      for (int t = 0; t < n; t++) {
        T[t] = loess(deseasonalized, n, 1, 0, nt, 1, t);
      }
    }
  }

  private double strength() {
    double[] detrended = difference(Y, T);
    double whole = variance(detrended);
    return whole > 0 ? Math.max(0, 1 - variance(difference(detrended, S)) / whole) : 0;
  }

  private double[] smoothedCycles() {
    double[] detrended = difference(Y, T);
    double[] C = new double[n + 2 * np];
    for (int phase = 0; phase < np; phase++) {
      int length = (n - phase + np - 1) / np;
      for (int cycle = -1; cycle <= length; cycle++) {
        C[np * (cycle + 1) + phase] = loess(detrended, length, np, phase, ns, 0, cycle);
      }
    }
    return C;
  }

  /**
   * The value at x of a local polynomial of that degree, 0 or 1, through the points (i,
   * values[offset + i stride]), i = 0 … length - 1, with tricube weights.
   */
  private static double loess(
      double[] values, int length, int stride, int offset, int span, int degree, int x) {
    int used = Math.min(span, length);
    int from = Math.max(0, Math.min(length - used, x - used / 2));
    double h =
        Math.max(Math.abs(x - from), Math.abs(from + used - 1 - x))
            + (span > length ? (span - length) / 2 : 0);
    double weights = 0;
    double places = 0;
    double squares = 0;
    double sum = 0;
    double products = 0;
    for (int i = from; i < from + used; i++) {
      double place = i - x;
      double u = Math.min(1, Math.abs(place) / Math.max(h, 1));
      double cube = 1 - u * u * u;
      double weight = cube * cube * cube;
      double value = values[offset + i * stride];
      weights += weight;
      places += weight * place;
      squares += weight * place * place;
      sum += weight * value;
      products += weight * place * value;
    }
    double spread = squares * weights - places * places;
    if (degree == 0 || !(spread > 0)) {
      return sum / weights;
    }
    return (squares * sum - places * products) / spread;
  }

  private static double[] averages(double[] values, int length) {
    double[] averages = new double[values.length - length + 1];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      if (i >= length - 1) {
        averages[i - length + 1] = sum / length;
        sum -= values[i - length + 1];
      }
    }
    return averages;
  }

  private static int nextOdd(int number) {
    return number % 2 == 0 ? number + 1 : number;
  }

  static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int t = 0; t < one.length; t++) {
      difference[t] = one[t] - other[t];
    }
    return difference;
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
