package org.updateall.modeling.model.arima;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The Kalman filter of an undifferenced ARIMA series, which may have gaps; several columns can be
 * filtered at once, as they share the covariance. It stands before the next value.
 *
 * <p>The state holds the ARMA state of the differenced series and, after it, the last s values of
 * the undifferenced one, newest first (Harvey 1989, 4.1). Values are exact, without noise. Without
 * gaps the covariance tends to R R'; once there it is carried no more, and a step costs O(r + s).
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>a</td><td>predicted state, one for each column</td></tr>
 * <tr><td>P</td><td>its covariance in units of σ², row by row; only the lower triangle is
 *     used</td></tr>
 * <tr><td>Z</td><td>(1, 0, …, 0, delta), y_t = Z α_t</td></tr>
 * <tr><td>v, F</td><td>innovation and its variance, Z P Z'</td></tr>
 * <tr><td>g</td><td>P Z', F times the gain of the state that is not predicted yet</td></tr>
 * <tr><td>T</td><td>transition: companion of phi, and the shift of the values</td></tr>
 * </table>
 */
final class ArimaFilter {

  /** The variance of a value of the beginning of which nothing is known. */
  private static final double DIFFUSE = 1e6;

  /** In units of σ²; below the variance of an unknown beginning, above any other. */
  private static final double DETERMINES_BEGINNING = 1e4;

  private static final double STEADY = 1e-9;

  private final double[] phi;
  private final double[] R;
  private final int r;
  private final int k;
  private final double[] Z;
  private final double[][] a;
  private final double[] g;
  private final int[] differenced;
  private double[] P;
  private double[] next;
  private final StationaryStart start;
  private final ArmaPolynomials polynomials;
  private boolean steady;
  private boolean diffuse;

  ArimaFilter(ArmaPolynomials polynomials, int columns) {
    this.polynomials = polynomials;
    phi = polynomials.phi;
    R = polynomials.R;
    r = polynomials.r;
    k = r + polynomials.delta.length;
    Z = new double[k];
    Z[0] = 1;
    System.arraycopy(polynomials.delta, 0, Z, r, polynomials.delta.length);
    a = new double[columns][k];
    g = new double[k];
    P = new double[k * k];
    next = new double[k * k];
    differenced = IntStream.range(r, k).filter(i -> Z[i] != 0).toArray();
    start = new StationaryStart(polynomials.orders);
  }

  /** One that goes on where another has been left. */
  static ArimaFilter restored(
      ArmaPolynomials polynomials, List<Double> state, List<Double> covariance) {
    ArimaFilter filter = new ArimaFilter(polynomials, 1);
    for (int i = 0; i < filter.k; i++) {
      filter.a[0][i] = state.get(i);
    }
    filter.steady = covariance.isEmpty();
    for (int i = 0, place = 0; i < filter.k && !filter.steady; i++) {
      for (int j = 0; j <= i; j++, place++) {
        filter.P[i * filter.k + j] = covariance.get(place);
      }
    }
    return filter;
  }

  /** How many numbers the state has. */
  static int stateLength(ArimaOrders orders) {
    return orders.stateLength() + orders.differencedLags();
  }

  /** How many numbers a covariance has that is not steady. */
  static int covarianceLength(ArimaOrders orders) {
    int length = stateLength(orders);
    return length * (length + 1) / 2;
  }

  /**
   * Stands after the first s values, with nothing known of the differenced series.
   *
   * @param columns the series, of which the first value is known; NaN where one is not
   * @return false if the process is too near to not being stationary
   */
  boolean begin(double[][] columns) {
    if (!start.solve(polynomials)) {
      return false;
    }
    Arrays.fill(P, 0);
    steady = false;
    diffuse = false;
    start.covariance(polynomials, P, k);
    for (int column = 0; column < a.length; column++) {
      Arrays.fill(a[column], 0, r, 0);
      for (int lag = 0; lag < k - r; lag++) {
        int t = k - r - 1 - lag;
        boolean known = !Double.isNaN(columns[0][t]);
        a[column][r + lag] = columns[column][known ? t : 0];
        P[(r + lag) * (k + 1)] = known ? 0 : DIFFUSE;
        diffuse |= !known;
      }
    }
    return true;
  }

  /** Stands at a value that is 1 after nothing but 0, so that all forecasts are responses to it. */
  void beginWithInnovation() {
    Arrays.fill(a[0], 0);
    System.arraycopy(R, 0, a[0], 0, r);
  }

  /** Whether an innovation of that variance tells of more than an unknown beginning. */
  boolean counts(double F) {
    return F <= (diffuse ? DETERMINES_BEGINNING : Double.MAX_VALUE);
  }

  /** The state before the next value. */
  List<Double> state() {
    return DoubleStream.of(a[0]).boxed().toList();
  }

  /** The lower triangle of the covariance before the next value; empty if it is steady. */
  List<Double> covariance() {
    if (steady) {
      return List.of();
    }
    return IntStream.range(0, k)
        .boxed()
        .flatMap(i -> IntStream.rangeClosed(0, i).mapToObj(j -> P[i * k + j]))
        .toList();
  }

  /** The forecast of the next value of the first column. */
  double forecast() {
    return predicted(a[0]);
  }

  /** Goes on with a forecast in place of the value, without regard to the covariance. */
  void extend() {
    predict(a[0]);
  }

  /**
   * Goes on by one value of each column.
   *
   * @param values NaN in the first place if they are not known
   * @param v receives the innovations
   * @return their variance F; NaN if the values are not known
   */
  double step(double[] values, double[] v) {
    if (Double.isNaN(values[0])) {
      miss();
      return Double.NaN;
    }
    double F = steady ? 1 : gain();
    double[] gain = steady ? R : g;
    int gains = steady ? r : k;
    for (int column = 0; column < a.length; column++) {
      double[] state = a[column];
      v[column] = values[column] - predicted(state);
      double share = v[column] / F;
      for (int i = 0; i < gains; i++) {
        state[i] += gain[i] * share;
      }
      predict(state);
    }
    if (!steady) {
      learn(F);
      predictCovariance();
      steady = F - 1 < STEADY && isSteady();
    }
    return F;
  }

  private void miss() {
    if (steady) {
      Arrays.fill(P, 0);
      addInnovation();
      steady = false;
    }
    gain();
    predictCovariance();
    for (double[] state : a) {
      predict(state);
    }
  }

  /** Z a. */
  private double predicted(double[] state) {
    double sum = state[0];
    for (int i : differenced) {
      sum += Z[i] * state[i];
    }
    return sum;
  }

  /** a ← T a. */
  private void predict(double[] state) {
    double value = predicted(state);
    double first = state[0];
    for (int i = 0; i < r; i++) {
      state[i] = phi[i] * first + (i + 1 < r ? state[i + 1] : 0);
    }
    if (k > r) {
      System.arraycopy(state, r, state, r + 1, k - r - 1);
      state[r] = value;
    }
  }

  /** g = P Z', F = Z g. */
  private double gain() {
    for (int i = 0; i < k; i++) {
      double sum = P[i * k];
      for (int j : differenced) {
        sum += Z[j] * P[Math.max(i, j) * k + Math.min(i, j)];
      }
      g[i] = sum;
    }
    return Math.max(1, predicted(g));
  }

  /** P ← P - g g' / F, after which P Z' is 0. */
  private void learn(double F) {
    for (int i = 0; i < k; i++) {
      double share = g[i] / F;
      for (int j = 0, place = i * k; j <= i; j++, place++) {
        P[place] -= share * g[j];
      }
    }
    Arrays.fill(g, 0);
  }

  /** P ← T P T' + R R', where g is P Z'. */
  private void predictCovariance() {
    for (int i = 0; i < r; i++) {
      for (int j = 0; j <= i; j++) {
        next[i * k + j] = transited(i, j) + R[i] * R[j];
      }
    }
    if (k > r) {
      predictValues();
    }
    double[] old = P;
    P = next;
    next = old;
  }

  /** Row i and column j of T P T', both of the differenced series. */
  private double transited(int i, int j) {
    double sum = phi[i] * phi[j] * P[0];
    if (j + 1 < r) {
      sum += phi[i] * P[(j + 1) * k];
    }
    if (i + 1 < r) {
      sum += phi[j] * P[(i + 1) * k] + P[(i + 1) * k + j + 1];
    }
    return sum;
  }

  /** The rows of the values: the newest is that of Z, the others move down. */
  private void predictValues() {
    for (int j = 0; j < r; j++) {
      next[r * k + j] = phi[j] * g[0] + (j + 1 < r ? g[j + 1] : 0);
    }
    next[r * k + r] = predicted(g);
    for (int i = r + 1; i < k; i++) {
      int above = (i - 1) * k;
      for (int j = 0; j < r; j++) {
        next[i * k + j] = phi[j] * P[above] + (j + 1 < r ? P[above + j + 1] : 0);
      }
      next[i * k + r] = g[i - 1];
      System.arraycopy(P, above + r, next, i * k + r + 1, i - r);
    }
  }

  private void addInnovation() {
    for (int i = 0; i < r; i++) {
      for (int j = 0; j <= i; j++) {
        P[i * k + j] += R[i] * R[j];
      }
    }
  }

  private boolean isSteady() {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double limit = i < r ? R[i] * R[j] : 0;
        if (Math.abs(P[i * k + j] - limit) > STEADY) {
          return false;
        }
      }
    }
    return true;
  }
}
