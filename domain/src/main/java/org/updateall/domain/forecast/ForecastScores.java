package org.updateall.domain.forecast;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the forecasts of one series have fared, in figures that can be compared between series.
 *
 * <p>With y the value that came, f the point, and s the mean absolute difference of neighbouring
 * values before the first forecast:
 *
 * @param forecasts how many there are
 * @param inside how many values lay inside their interval
 * @param scaledError MASE, the mean of |y - f| / s (Hyndman and Koehler, International Journal of
 *     Forecasting 22, 2006, section 3)
 * @param percentageError MAPE, the mean of |y - f| / y over those y above 0, as a share; null if
 *     there is none
 * @param scaledWidth the mean width of the intervals / s
 * @param scaledIntervalScore the mean of {@link PredictionInterval#score} / s
 * @param relativeError the mean of |y - f| in proportion to that of the last value as the forecast
 * @param relativeIntervalScore the mean interval score in proportion to that of the last value give
 *     or take the quantile, of the intervals' level, of its last 100 absolute errors. In both
 *     proportions neither part counts for less than s / 100, so that a series that hardly moves
 *     does not decide everything
 */
public record ForecastScores(
    int forecasts,
    int inside,
    double scaledError,
    @Nullable Double percentageError,
    double scaledWidth,
    double scaledIntervalScore,
    double relativeError,
    double relativeIntervalScore) {

  /** The least that an error or a score counts for in a proportion, as a share of the scale. */
  private static final double FLOOR = 0.01;

  /**
   * Scores the forecasts of a series, but for those of values that are lower bounds only.
   *
   * @param forecasts of neighbouring values, in their order
   * @return none if there is no forecast, or the values before the first one have no differences
   *     that could be a scale
   */
  public static Option<ForecastScores> of(ObservedSeries series, List<OneStepForecast> forecasts) {
    if (forecasts.isEmpty() || forecasts.get(0).originIndex() < 2) {
      return Option.none();
    }
    LastValueReference reference = new LastValueReference(series);
    double scale = reference.meanError(forecasts.get(0).originIndex());
    List<OneStepForecast> whole =
        forecasts.stream().filter(each -> !each.actual().lowerBound()).toList();
    return scale > 0 && Double.isFinite(scale) && !whole.isEmpty()
        ? Option.some(of(whole, reference, scale))
        : Option.none();
  }

  private static ForecastScores of(
      List<OneStepForecast> forecasts, LastValueReference reference, double scale) {
    double error = mean(forecasts, OneStepForecast::absoluteError);
    double score = mean(forecasts, each -> each.interval().score(each.actual().value()));
    double lastError = mean(forecasts, each -> reference.error(each.originIndex()));
    double lastScore = mean(forecasts, each -> score(reference, each));
    return new ForecastScores(
        forecasts.size(),
        (int) forecasts.stream().filter(OneStepForecast::isInside).count(),
        error / scale,
        percentageError(forecasts),
        mean(forecasts, each -> each.interval().width()) / scale,
        score / scale,
        proportion(error, lastError, scale),
        proportion(score, lastScore, scale));
  }

  private static double score(LastValueReference reference, OneStepForecast forecast) {
    return reference
        .interval(forecast.originIndex(), forecast.interval().level())
        .score(forecast.actual().value());
  }

  private static @Nullable Double percentageError(List<OneStepForecast> forecasts) {
    double[] shares =
        forecasts.stream()
            .filter(each -> each.actual().value() > 0)
            .mapToDouble(each -> each.absoluteError() / each.actual().value())
            .toArray();
    return shares.length == 0 ? null : Arrays.stream(shares).average().orElseThrow();
  }

  private static double proportion(double part, double whole, double scale) {
    double floor = FLOOR * scale;
    return Math.max(part, floor) / Math.max(whole, floor);
  }

  private static double mean(
      List<OneStepForecast> forecasts, ToDoubleFunction<OneStepForecast> figure) {
    return forecasts.stream().mapToDouble(figure).average().orElseThrow();
  }
}
