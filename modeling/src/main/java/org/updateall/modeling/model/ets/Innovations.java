package org.updateall.modeling.model.ets;

import java.util.Arrays;

/**
 * Minus twice the log-likelihood of one form as a function of its smoothing parameters and initial
 * states, with the derivatives that a Gauss-Newton step needs. Mutable: one search at a time.
 *
 * <pre>
 * symbol               meaning                               equation
 * x                    point of the search                   see {@link SearchCoordinates}
 * y, l, b, s, q, mu,   the recursion                         see {@link Recursion}
 * u, v
 * e, S, G              innovations and their sums            see {@link EtsFilter}
 * F                    minus twice the log-likelihood        F = n ln S + 2 G
 * dl, db, ds, dq, dmu  derivatives with respect to x, by     dq = dl + phi db + b dphi
 *                      carrying them through the recursion   dl = dq + alpha du + u dalpha
 *                                                            db = phi db + b dphi + beta du
 *                                                                 + u dbeta
 *                                                            ds = ds + gamma dv + v dgamma
 * A, c                 normal equations                      see {@link GaussNewtonSums}
 * </pre>
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder 2008, sections 5.1 and 12.1.
 */
final class Innovations {

  /** A product of forecasts leaves these bounds before it loses digits. */
  private static final double LARGEST_PRODUCT = 1e100;

  private static final double SMALLEST_PRODUCT = 1e-100;

  private final EtsForm form;
  private final double[] y;
  private final int n;
  private final double smallestSum;
  private final int m;
  private final SearchCoordinates at;
  private final int size;
  private final GaussNewtonSums sums;

  private final double[] s;
  private final double[] dl;
  private final double[] db;
  private final double[] ds;
  private final double[] dq;
  private final double[] dmu;

  /**
   * @param period steps of a season; does not matter to forms without
   */
  Innovations(EtsForm form, double[] series, int period) {
    this.form = form;
    this.y = series;
    this.n = Moments.count(series);
    this.m = form.hasSeason() ? period : 1;
    this.smallestSum = EtsFilter.smallestSum(form, series);
    this.at = new SearchCoordinates(form, m);
    this.size = at.size;
    this.sums = new GaussNewtonSums(size);
    this.s = new double[m];
    this.dl = new double[size];
    this.db = new double[size];
    this.ds = new double[m * size];
    this.dq = new double[size];
    this.dmu = new double[size];
  }

  SearchCoordinates coordinates() {
    return at;
  }

  /** The normal equations at the point that was last given to {@link #differentiate}. */
  GaussNewtonSums sums() {
    return sums;
  }

  /**
   * F at x; infinite where the form does not exist: beyond the admissible region, or where a
   * forecast, level or factor that must be positive is not.
   */
  double value(double[] x) {
    if (form.hasSeason() && form.hasTrend() && !Admissibility.holds(at.smoothing(x), m)) {
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
    double beta = at.beta(x);
    double phi = at.phi(x);
    double l = x[at.level];
    double b = at.trend(x);
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
    double beta = at.beta(x);
    double gamma = at.gamma(x);
    double phi = at.phi(x);
    double l = x[at.level];
    double b = at.trend(x);
    at.fillSeason(x, s);
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

  /** Sums up the normal equations at x, where F must be finite. */
  void differentiate(double[] x) {
    Arrays.fill(dl, 0);
    Arrays.fill(db, 0);
    sums.clear();
    dl[at.level] = 1;
    if (form.hasTrend()) {
      db[at.trend] = 1;
    }
    double sum = form.hasSeason() ? seasonalDerivatives(x) : plainDerivatives(x);
    if (form.hasRelativeError()) {
      sums.finish(n, sum);
    }
  }

  private double plainDerivatives(double[] x) {
    boolean relative = form.hasRelativeError();
    boolean trending = form.hasTrend();
    double alpha = x[0];
    double betaShare = trending ? x[at.beta] : 0;
    double beta = at.beta(x);
    double phi = at.phi(x);
    double l = x[at.level];
    double b = at.trend(x);
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
        db[at.beta] += (alpha - SearchCoordinates.LO) * u;
      }
      l = q + alpha * u;
      b = damped + beta * u;
      if (!missing) {
        double e = relative ? u / q : u;
        sum += e * e;
        add(dq, q, e);
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
    if (form.hasDamping()) {
      db[at.phi] += b;
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
    double beta = at.beta(x);
    double gamma = at.gamma(x);
    double phi = at.phi(x);
    double betaShare = form.hasTrend() ? x[at.beta] : 0;
    double l = x[at.level];
    double b = at.trend(x);
    at.fillSeason(x, s);
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
      if (form.hasDamping()) {
        db[at.phi] += b;
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
      ds[row] -= x[at.gamma] * v;
      ds[row + at.gamma] += (1 - alpha - SearchCoordinates.LO) * v;
      if (form.hasTrend()) {
        db[0] += betaShare * u;
        db[at.beta] += (alpha - SearchCoordinates.LO) * u;
      }
      l = q + alpha * u;
      b = damped + beta * u;
      s[now] = factor + gamma * v;
      now = now + 1 == m ? 0 : now + 1;
      if (!missing) {
        double e = relative ? error / mu : error;
        sum += e * e;
        add(dmu, mu, e);
      }
    }
    return sum;
  }

  private void beginSeason() {
    Arrays.fill(ds, 0);
    for (int step = 1; step < m; step++) {
      ds[step * size + at.season(step)] = 1;
      ds[at.season(step)] = -1;
    }
  }

  private void add(double[] derivatives, double mu, double e) {
    if (form.hasRelativeError()) {
      sums.addRelative(derivatives, mu, e);
    } else {
      sums.add(derivatives, e);
    }
  }
}
