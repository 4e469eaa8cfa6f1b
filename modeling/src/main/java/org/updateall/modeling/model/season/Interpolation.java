package org.updateall.modeling.model.season;

/** Values in place of gaps, for the steps of the search that need a complete series. */
public final class Interpolation {

  private Interpolation() {}

  /** Gaps filled by straight lines; there must be none at the ends. */
  public static double[] linear(double[] values) {
    double[] filled = values.clone();
    int last = 0;
    for (int t = 1; t < filled.length; t++) {
      if (!Double.isNaN(filled[t])) {
        fill(filled, last, t);
        last = t;
      }
    }
    return filled;
  }

  private static void fill(double[] values, int last, int next) {
    for (int t = last + 1; t < next; t++) {
      double share = (double) (t - last) / (next - last);
      values[t] = values[last] + share * (values[next] - values[last]);
    }
  }

  /** Gaps filled by the season on straight lines between what is left without it. */
  public static double[] seasonal(double[] values, int period) {
    double[] season = SeasonalDecomposition.season(linear(values), period);
    double[] filled = linear(SeasonalDecomposition.difference(values, season));
    for (int t = 0; t < filled.length; t++) {
      filled[t] += season[t];
    }
    return filled;
  }
}
