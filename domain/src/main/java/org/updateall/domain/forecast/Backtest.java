package org.updateall.domain.forecast;

import io.vavr.control.Option;

/**
 * How one-step-ahead forecasts of the past would have fared: at every origin only what came before
 * it was used, as it is when a forecast is made for real.
 *
 * @param level nominal level of the intervals
 * @param origins how many forecasts were made
 * @param below how many values fell below their interval
 * @param above how many values exceeded their interval
 * @param meanAbsoluteError of the point
 * @param rootMeanSquaredError of the point
 * @param meanAbsolutePercentageError of the point, as a share, over values above 0; NaN without any
 * @param meanAbsoluteScaledError the mean absolute error of the point in proportion to the mean
 *     absolute step from value to value (Hyndman and Koehler, Int. J. Forecast. 22, 2006); NaN if
 *     every value was the same
 * @param lastValueError mean absolute error of "same as last time"
 * @param meanOfThreeError mean absolute error of the mean of the last three
 * @param meanWidth mean width of the intervals
 * @param intervalScore mean interval score (Gneiting and Raftery, JASA 102, 2007, equation 43)
 */
public record Backtest(
    double level,
    int origins,
    int below,
    int above,
    double meanAbsoluteError,
    double rootMeanSquaredError,
    double meanAbsolutePercentageError,
    double meanAbsoluteScaledError,
    double lastValueError,
    double meanOfThreeError,
    double meanWidth,
    double intervalScore) {

  /** The share of values inside their interval; none if there was no origin. */
  public Option<Double> coverage() {
    return origins == 0 ? Option.none() : Option.some((double) (origins - below - above) / origins);
  }
}
