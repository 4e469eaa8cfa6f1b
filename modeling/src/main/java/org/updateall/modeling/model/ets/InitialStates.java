package org.updateall.modeling.model.ets;

/**
 * The initial states that make the sum of squared innovations least for given smoothing parameters.
 *
 * <pre>
 * symbol    meaning                                               source
 * y         observation                                           HKOS 2008, table 2.2
 * l, b      level and trend, both 0 before the first observation  ibid.
 * e         innovation y - l - phi b                              ibid.
 * (lu, bu)  the same states without data, from level 1, trend 0;  section 12.1: the
 * u         minus their one-step forecast                         recursion is linear
 * (lv, bv)  the same without data, from level 0, trend 1;
 * v         minus their one-step forecast
 * l0, b0    initial states: innovations are e + l0 u + b0 v
 * </pre>
 *
 * @param sumOfSquares the least sum of squared innovations
 */
record InitialStates(double level, double trend, double sumOfSquares) {

  private static final double SINGULAR = 1e-12;

  static InitialStates leastSquares(Smoothing smoothing, double[] series) {
    double alpha = smoothing.alpha();
    double beta = smoothing.beta();
    double phi = smoothing.phi();
    double l = 0;
    double b = 0;
    double lu = 1;
    double bu = 0;
    double lv = 0;
    double bv = smoothing.form().hasTrend() ? 1 : 0;
    double ee = 0;
    double eu = 0;
    double ev = 0;
    double uu = 0;
    double uv = 0;
    double vv = 0;
    for (double y : series) {
      double e = y - l - phi * b;
      double u = -lu - phi * bu;
      double v = -lv - phi * bv;
      ee += e * e;
      eu += e * u;
      ev += e * v;
      uu += u * u;
      uv += u * v;
      vv += v * v;
      l = l + phi * b + alpha * e;
      b = phi * b + beta * e;
      lu = lu + phi * bu + alpha * u;
      bu = phi * bu + beta * u;
      lv = lv + phi * bv + alpha * v;
      bv = phi * bv + beta * v;
    }
    return solve(ee, eu, ev, uu, uv, vv);
  }

  /** Minimises ee + 2 l0 eu + 2 b0 ev + l0² uu + 2 l0 b0 uv + b0² vv. */
  private static InitialStates solve(
      double ee, double eu, double ev, double uu, double uv, double vv) {
    double determinant = uu * vv - uv * uv;
    if (determinant <= SINGULAR * uu * vv) {
      return new InitialStates(-eu / uu, 0, ee - eu * eu / uu);
    }
    double l0 = (uv * ev - vv * eu) / determinant;
    double b0 = (uv * eu - uu * ev) / determinant;
    return new InitialStates(l0, b0, ee + l0 * eu + b0 * ev);
  }
}
