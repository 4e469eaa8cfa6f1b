package org.updateall.modeling.evaluation;

/**
 * How forecasts would have done in the past, each made from what was known before its value.
 *
 * @param level the nominal level of the intervals
 * @param origins how many values were forecast
 * @param below how many lay below their interval
 * @param above how many lay above it
 * @param meanAbsoluteError of the point forecast; this and the figures below are means over the
 *     origins in units of the series, 0 without origins
 * @param lastValueError the mean absolute error of forecasting the last value
 * @param meanOfThreeError that of forecasting the mean of the last three
 * @param meanWidth of the intervals
 * @param intervalScore Winkler's score: the width, and 2 / (1 - level) times the distance of a
 *     value outside
 */
public record BacktestFigures(
    double level,
    int origins,
    int below,
    int above,
    double meanAbsoluteError,
    double lastValueError,
    double meanOfThreeError,
    double meanWidth,
    double intervalScore) {}
