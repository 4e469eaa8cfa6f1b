package org.updateall.modeling.model.ets;

import java.util.Arrays;
import java.util.List;

/**
 * Minus twice the log-likelihood of one form as a function of its smoothing parameters and initial
 * states, with the derivatives that a Gauss-Newton step needs. Mutable: one search at a time.
 *
 * <pre>
 * symbol   meaning                                          equation
 * x        what is searched: alpha, betaShare, gammaShare,  those that the form has, in this
 *          phi, l0, b0, s0 of all steps of the season but   order
 *          the first
 * beta                                                      LO + betaShare (alpha - LO)
 * gamma                                                     LO + gammaShare (1 - alpha - LO)
 * y, l, b, s, q, mu, u, v                                   see {@link Recursion}
 * e        innovation                                       y - mu, or (y - mu) / mu
 * S        sum of squared innovations
 * G        sum of ln mu with multiplicative error, else 0
 * F        minus twice the log-likelihood                   F = n ln S + 2 G
 * g        geometric mean of mu                             g = exp(G / n)
 * r        residuals whose sum of squares is exp(F / n)     r = g e
 * dz       derivatives of z with respect to x, by carrying  dq = dl + phi db,
 *          them through the recursion                       dl = dq + alpha du + u dalpha, ...
 * h        derivative of ln g                               h = (1/n) sum dmu / mu
 * A, c     normal equations of r, divided by g²             A = sum (de + e h) (de + e h)',
 *                                                           c = sum (de + e h) e
 * </pre>
 *
 * <p>Least squares of r is maximum likelihood for both kinds of error, because n ln(sum r²) = F.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder 2008, section 5.1, equation 5.1.
 */
final class Innovations {

  static final double LO = 1e-4;

  private static final int NONE = -1;

  /** A product of forecasts leaves these bounds before it loses digits. */
  private static final double LARGEST_PRODUCT = 1e100;

  private static final double SMALLEST_PRODUCT = 1e-100;

  private final EtsForm form;
  private final double[] y;
  private final int n;
  private final double smallestSum;
  private final int m;
  private final int beta;
  private final int gamma;
  private final int phi;
  private final int level;
  private final int trend;
  private final int season;
  private final int size;

  private final double[] s;
  private final double[] dl;
  private final double[] db;
  private final double[] ds;
  private final double[] dq;
  private final double[] dmu;
  private final double[] de;
  private final double[] h;
  private final double[] w;
  private final double[] c;
  private final double[] a;

  /**
   * @param period steps of a season; does not matter to forms without
   */
  Innovations(EtsForm form, double[] series, int period) {
    this.form = form;
    this.y = series;
    this.n = Moments.count(series);
    this.m = form.hasSeason() ? period : 1;
    this.smallestSum = EtsFilter.smallestSum(form, series);
    int place = 1;
    this.beta = form.hasTrend() ? place++ : NONE;
    this.gamma = form.hasSeason() ? place++ : NONE;
    this.phi = form.hasDamping() ? place++ : NONE;
    this.level = place++;
    this.trend = form.hasTrend() ? place++ : NONE;
    this.season = form.hasSeason() ? place : NONE;
    this.size = form.freeParameters(m);
    this.s = new double[m];
    this.dl = new double[size];
    this.db = new double[size];
    this.ds = new double[m * size];
    this.dq = new double[size];
    this.dmu = new double[size];
    this.de = new double[size];
    this.h = new double[size];
    this.w = new double[size];
    this.c = new double[size];
    this.a = new double[size * size];
  }

  int size() {
    return size;
  }

  /** Where the initial states begin in x. */
  int firstState() {
    return level;
  }

  /**
   * x of that alpha, places of beta and gamma, and phi, in this order, and these states; what the
   * form has not is not used.
   */
  double[] pack(double[] shares, EtsState state) {
    double[] x = new double[size];
    x[0] = shares[0];
    x[level] = state.level();
    if (form.hasTrend()) {
      x[beta] = shares[1];
      x[trend] = state.trend();
    }
    if (form.hasDamping()) {
      x[phi] = shares[3];
    }
    if (form.hasSeason()) {
      x[gamma] = shares[2];
      for (int step = 1; step < m; step++) {
        x[season + step - 1] = state.season().get(step);
      }
    }
    return x;
  }

  Smoothing smoothing(double[] x) {
    return new Smoothing(x[0], beta(x), gamma(x), phi(x));
  }

  EtsState state(double[] x) {
    fillSeason(x);
    return new EtsState(
        x[level],
        form.hasTrend() ? x[trend] : 0,
        form.hasSeason() ? Arrays.stream(s).boxed().toList() : List.of());
  }

  private double beta(double[] x) {
    return form.hasTrend() ? LO + x[beta] * (x[0] - LO) : 0;
  }

  private double gamma(double[] x) {
    return form.hasSeason() ? LO + x[gamma] * (1 - x[0] - LO) : 0;
  }

  private double phi(double[] x) {
    return form.hasDamping() ? x[phi] : 1;
  }

  private void fillSeason(double[] x) {
    if (!form.hasSeason()) {
      return;
    }
    double rest = form.hasSeasonFactors() ? m : 0;
    for (int step = 1; step < m; step++) {
      s[step] = x[season + step - 1];
      rest -= s[step];
    }
    s[0] = rest;
  }

  /**
   * F at x; infinite where the form does not exist: beyond the admissible region, or where a
   * forecast, level or factor that must be positive is not.
   */
  double value(double[] x) {
    if (form.hasSeason() && form.hasTrend() && !Admissibility.holds(smoothing(x), m)) {
      return Double.POSITIVE_INFINITY;
    }
    double value = form.hasSeason() ? seasonalValue(x) : plainValue(x);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private double value(double sum, double logarithms) {
    return n * Math.log(Math.max(sum, smallestSum)) + 2 * logarithms;
  }

  private double plainValue(double[] x) {
    boolean relative = form.hasRelativeError();
    double alpha = x[0];
    double beta = beta(x);
    double phi = phi(x);
    double l = x[level];
    double b = form.hasTrend() ? x[trend] : 0;
    double sum = 0;
    double logarithms = 0;
    double product = 1;
    for (double observation : y) {
      double damped = phi * b;
      double q = l + damped;
      double u = Double.isNaN(observation) ? 0 : observation - q;
      l = q + alpha * u;
      b = damped + beta * u;
      if (!relative) {
        sum += u * u;
        continue;
      }
      if (!(q > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      if (!Double.isNaN(observation)) {
        double e = u / q;
        sum += e * e;
        product *= q;
        if (product > LARGEST_PRODUCT || product < SMALLEST_PRODUCT) {
          logarithms += Math.log(product);
          product = 1;
        }
      }
    }
    return value(sum, logarithms + Math.log(product));
  }

  private double seasonalValue(double[] x) {
    boolean relative = form.hasRelativeError();
    boolean factors = form.hasSeasonFactors();
    double alpha = x[0];
    double beta = beta(x);
    double gamma = gamma(x);
    double phi = phi(x);
    double l = x[level];
    double b = form.hasTrend() ? x[trend] : 0;
    fillSeason(x);
    double sum = 0;
    double logarithms = 0;
    int now = 0;
    for (double observation : y) {
      boolean missing = Double.isNaN(observation);
      double damped = phi * b;
      double q = l + damped;
      double factor = s[now];
      if (factors && !(q > 0 && isFactor(factor))) {
        return Double.POSITIVE_INFINITY;
      }
      double mu = factors ? q * factor : q + factor;
      double error = missing ? 0 : observation - mu;
      double u = factors ? error / factor : error;
      l = q + alpha * u;
      b = damped + beta * u;
      s[now] += gamma * (factors ? error / q : error);
      now = now + 1 == m ? 0 : now + 1;
      if (relative && !(mu > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      if (!missing) {
        double e = relative ? error / mu : error;
        sum += e * e;
        logarithms += relative ? Math.log(mu) : 0;
      }
    }
    for (double factor : s) {
      if (factors && !isFactor(factor)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return value(sum, logarithms);
  }

  private static boolean isFactor(double factor) {
    return factor >= Recursion.SMALLEST_FACTOR && factor <= Recursion.LARGEST_FACTOR;
  }

  /** Prepares {@link #gradient} and {@link #curvature} at x, where F must be finite. */
  void differentiate(double[] x) {
    Arrays.fill(dl, 0);
    Arrays.fill(db, 0);
    Arrays.fill(h, 0);
    Arrays.fill(w, 0);
    Arrays.fill(c, 0);
    Arrays.fill(a, 0);
    dl[level] = 1;
    if (form.hasTrend()) {
      db[trend] = 1;
    }
    double sum = form.hasSeason() ? seasonalDerivatives(x) : plainDerivatives(x);
    if (form.hasRelativeError()) {
      addLogarithm(sum);
    }
  }

  private double plainDerivatives(double[] x) {
    boolean relative = form.hasRelativeError();
    boolean trending = form.hasTrend();
    double alpha = x[0];
    double betaShare = trending ? x[beta] : 0;
    double beta = beta(x);
    double phi = phi(x);
    double l = x[level];
    double b = trending ? x[trend] : 0;
    double sum = 0;
    for (double observation : y) {
      boolean missing = Double.isNaN(observation);
      double damped = phi * b;
      double q = l + damped;
      double u = missing ? 0 : observation - q;
      double gain = missing ? 0 : alpha;
      double trendGain = missing ? 0 : beta;
      carryPlain(trending, phi, b, gain, trendGain);
      dl[0] += u;
      if (trending) {
        db[0] += betaShare * u;
        db[this.beta] += (alpha - LO) * u;
      }
      l = q + alpha * u;
      b = damped + beta * u;
      if (!missing) {
        double e = relative ? u / q : u;
        sum += e * e;
        accumulate(dq, relative ? -observation / (q * q) : -1, e, relative ? 1 / q : 0);
      }
    }
    return sum;
  }

  /** dq of this step; dl and db of the next, but for what the smoothing parameters change. */
  private void carryPlain(boolean trending, double phi, double b, double gain, double trendGain) {
    if (!trending) {
      for (int i = 0; i < size; i++) {
        dq[i] = dl[i];
        dl[i] = dq[i] * (1 - gain);
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      db[i] *= phi;
    }
    if (this.phi != NONE) {
      db[this.phi] += b;
    }
    for (int i = 0; i < size; i++) {
      dq[i] = dl[i] + db[i];
      dl[i] = dq[i] * (1 - gain);
      db[i] -= trendGain * dq[i];
    }
  }

  private double seasonalDerivatives(double[] x) {
    boolean relative = form.hasRelativeError();
    boolean factors = form.hasSeasonFactors();
    double alpha = x[0];
    double beta = beta(x);
    double gamma = gamma(x);
    double phi = phi(x);
    double betaShare = form.hasTrend() ? x[this.beta] : 0;
    double l = x[level];
    double b = form.hasTrend() ? x[trend] : 0;
    fillSeason(x);
    beginSeason();
    double sum = 0;
    int now = 0;
    for (double observation : y) {
      boolean missing = Double.isNaN(observation);
      double damped = phi * b;
      double q = l + damped;
      double factor = s[now];
      double mu = factors ? q * factor : q + factor;
      double error = missing ? 0 : observation - mu;
      double u = factors ? error / factor : error;
      double v = factors ? error / q : error;
      double seen = missing ? 0 : 1;
      int row = now * size;
      for (int i = 0; i < size; i++) {
        db[i] *= phi;
      }
      if (this.phi != NONE) {
        db[this.phi] += b;
      }
      for (int i = 0; i < size; i++) {
        double dqi = dl[i] + db[i];
        double dsi = ds[row + i];
        double dmui = factors ? dqi * factor + q * dsi : dqi + dsi;
        double du = factors ? (-dmui - u * dsi) / factor : -dmui;
        double dv = factors ? (-dmui - v * dqi) / q : -dmui;
        dmu[i] = dmui;
        dl[i] = dqi + seen * alpha * du;
        db[i] += seen * beta * du;
        ds[row + i] = dsi + seen * gamma * dv;
      }
      dl[0] += u;
      ds[row] -= x[this.gamma] * v;
      ds[row + this.gamma] += (1 - alpha - LO) * v;
      if (form.hasTrend()) {
        db[0] += betaShare * u;
        db[this.beta] += (alpha - LO) * u;
      }
      l = q + alpha * u;
      b = damped + beta * u;
      s[now] = factor + gamma * v;
      now = now + 1 == m ? 0 : now + 1;
      if (!missing) {
        double e = relative ? error / mu : error;
        sum += e * e;
        accumulate(dmu, relative ? -observation / (mu * mu) : -1, e, relative ? 1 / mu : 0);
      }
    }
    return sum;
  }

  private void beginSeason() {
    Arrays.fill(ds, 0);
    for (int step = 1; step < m; step++) {
      ds[step * size + season + step - 1] = 1;
      ds[season + step - 1] = -1;
    }
  }

  /** One observation's part of the sums, with de = slope dmu. */
  private void accumulate(double[] dmu, double slope, double e, double inverse) {
    for (int i = 0; i < size; i++) {
      de[i] = slope * dmu[i];
    }
    if (inverse != 0) {
      for (int i = 0; i < size; i++) {
        h[i] += inverse * dmu[i];
      }
    }
    for (int i = 0; i < size; i++) {
      double dei = de[i];
      c[i] += dei * e;
      int row = i * size;
      for (int k = i; k < size; k++) {
        a[row + k] += dei * de[k];
      }
    }
  }

  /** From the sums of de de' and de e to those of (de + e h) (de + e h)' and (de + e h) e. */
  private void addLogarithm(double sum) {
    for (int i = 0; i < size; i++) {
      h[i] /= n;
      w[i] = c[i];
    }
    for (int i = 0; i < size; i++) {
      c[i] += sum * h[i];
      for (int k = i; k < size; k++) {
        a[i * size + k] += w[i] * h[k] + h[i] * w[k] + sum * h[i] * h[k];
      }
    }
  }

  /** c: half the gradient of the sum of squares, up to the factor of all of them. */
  double gradient(int i) {
    return c[i];
  }

  /** A, up to the same factor; i at most k. */
  double curvature(int i, int k) {
    return a[i * size + k];
  }
}
