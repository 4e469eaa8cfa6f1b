package org.updateall.modeling.model.arima;

import org.updateall.modeling.numbers.Require;

/**
 * The orders of a seasonal ARIMA model: (p, d, q)(P, D, Q)[m], with or without a constant.
 *
 * @param ar p, how many autoregressive coefficients there are
 * @param differences d, how often the series is differenced
 * @param ma q, how many moving average coefficients there are
 * @param seasonalAr P, the autoregressive coefficients at multiples of the period
 * @param seasonalDifferences D, how often the series is differenced over a period
 * @param seasonalMa Q, the moving average coefficients at multiples of the period
 * @param period m, how many values make a season; 1 without seasons
 * @param constant whether there is a mean, or, with one difference in all, a drift
 */
public record ArimaOrders(
    int ar,
    int differences,
    int ma,
    int seasonalAr,
    int seasonalDifferences,
    int seasonalMa,
    int period,
    boolean constant) {

  /** So that a damaged file cannot ask for gigabytes. */
  private static final int LARGEST = 1000;

  /**
   * @throws IllegalArgumentException if an order is negative or above 1000, the period is not
   *     within 1 to 1000, a period of 1 has seasonal orders, or there is a constant beyond the
   *     first difference
   */
  public ArimaOrders {
    requireOrder(ar, "ar");
    requireOrder(differences, "differences");
    requireOrder(ma, "ma");
    requireOrder(seasonalAr, "seasonalAr");
    requireOrder(seasonalDifferences, "seasonalDifferences");
    requireOrder(seasonalMa, "seasonalMa");
    Require.that(period >= 1 && period <= LARGEST, "period", period);
    Require.that(period > 1 || seasonalAr == 0, "seasonalAr of a period of 1", seasonalAr);
    Require.that(
        period > 1 || seasonalDifferences == 0,
        "seasonalDifferences of a period of 1",
        seasonalDifferences);
    Require.that(period > 1 || seasonalMa == 0, "seasonalMa of a period of 1", seasonalMa);
    Require.that(
        !constant || differences + seasonalDifferences <= 1,
        "constant after differences",
        constant);
  }

  private static void requireOrder(int order, String name) {
    Require.that(order >= 0 && order <= LARGEST, name, order);
  }

  /** (p, d, q) without seasons and without a constant. */
  public static ArimaOrders of(int ar, int differences, int ma) {
    return new ArimaOrders(ar, differences, ma, 0, 0, 0, 1, false);
  }

  /** The same with (P, D, Q)[m]. */
  public ArimaOrders withSeason(int seasonal, int differenced, int average, int length) {
    return new ArimaOrders(ar, differences, ma, seasonal, differenced, average, length, constant);
  }

  /** The same with a mean or drift, or without. */
  public ArimaOrders withConstant(boolean wanted) {
    return new ArimaOrders(
        ar, differences, ma, seasonalAr, seasonalDifferences, seasonalMa, period, wanted);
  }

  /** The same with that many coefficients more, or fewer, of each kind. */
  ArimaOrders plus(int ars, int mas, int seasonalArs, int seasonalMas) {
    return new ArimaOrders(
        ar + ars,
        differences,
        ma + mas,
        seasonalAr + seasonalArs,
        seasonalDifferences,
        seasonalMa + seasonalMas,
        period,
        constant);
  }

  ArimaOrders withoutCoefficients() {
    return plus(-ar, -ma, -seasonalAr, -seasonalMa);
  }

  /** p + q + P + Q. */
  int coefficients() {
    return ar + ma + seasonalAr + seasonalMa;
  }

  /** p + m P, the length of the multiplied autoregressive polynomial. */
  int arLength() {
    return ar + period * seasonalAr;
  }

  /** q + m Q, the length of the multiplied moving average polynomial. */
  int maLength() {
    return ma + period * seasonalMa;
  }

  /** r, the length of the state of the differenced series. */
  int stateLength() {
    return Math.max(arLength(), maLength() + 1);
  }

  /** d + m D, how many values are lost by differencing. */
  int differencedLags() {
    return differences + period * seasonalDifferences;
  }

  int allDifferences() {
    return differences + seasonalDifferences;
  }

  boolean hasDifferencesOf(ArimaOrders other) {
    return differences == other.differences
        && seasonalDifferences == other.seasonalDifferences
        && period == other.period;
  }

  boolean hasSeason() {
    return seasonalAr + seasonalDifferences + seasonalMa > 0;
  }

  /** For people, such as {@code ARIMA(0,1,1)(0,1,1)[12] with drift}; the constant as R names it. */
  String label() {
    return withoutConstant() + constantLabel();
  }

  /** For people, of a model with regressors. */
  String regressionLabel() {
    return "Regression with %s errors".formatted(withoutConstant());
  }

  private String withoutConstant() {
    String regular = "ARIMA(%d,%d,%d)".formatted(ar, differences, ma);
    return hasSeason()
        ? "%s(%d,%d,%d)[%d]".formatted(regular, seasonalAr, seasonalDifferences, seasonalMa, period)
        : regular;
  }

  private String constantLabel() {
    if (allDifferences() == 0) {
      return constant ? " with non-zero mean" : " with zero mean";
    }
    return constant ? " with drift" : "";
  }
}
