package org.updateall.domain.forecast;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the forecasts of many series have fared. Each series counts once, but for the coverage, in
 * which each forecast does.
 *
 * @param series how many there are
 * @param forecasts of all of them
 * @param relativeError the geometric mean of {@link ForecastScores#relativeError} (as Davydenko and
 *     Fildes, International Journal of Forecasting 29, 2013, but with equal weights)
 * @param scaledError the mean of {@link ForecastScores#scaledError}
 * @param percentageError the mean of {@link ForecastScores#percentageError} over the series that
 *     have one; null if none has
 * @param accurate the share of these series in which it is below {@link #ACCURATE}; null if there
 *     is none
 * @param coverage the share of values inside their interval
 * @param coverageDeviation how far, in the mean over series, the coverage of one is from the level
 * @param relativeIntervalScore the geometric mean of {@link ForecastScores#relativeIntervalScore}
 */
public record ScoreSummary(
    int series,
    int forecasts,
    double relativeError,
    double scaledError,
    @Nullable Double percentageError,
    @Nullable Double accurate,
    double coverage,
    double coverageDeviation,
    double relativeIntervalScore) {

  /** Below that mean percentage error, as a share, a series counts as forecast accurately. */
  public static final double ACCURATE = 0.3;

  /**
   * @param level nominal level of the intervals
   * @return none if there is no series
   */
  public static Option<ScoreSummary> of(Collection<ForecastScores> scores, double level) {
    return scores.isEmpty() ? Option.none() : Option.some(summary(List.copyOf(scores), level));
  }

  private static ScoreSummary summary(List<ForecastScores> scores, double level) {
    int forecasts = scores.stream().mapToInt(ForecastScores::forecasts).sum();
    int inside = scores.stream().mapToInt(ForecastScores::inside).sum();
    List<Double> percentageErrors =
        scores.stream().map(ForecastScores::percentageError).filter(Objects::nonNull).toList();
    return new ScoreSummary(
        scores.size(),
        forecasts,
        geometricMean(scores, ForecastScores::relativeError),
        mean(scores, ForecastScores::scaledError),
        meanOrNull(percentageErrors, error -> error),
        meanOrNull(percentageErrors, error -> error < ACCURATE ? 1 : 0),
        (double) inside / forecasts,
        mean(scores, each -> Math.abs((double) each.inside() / each.forecasts() - level)),
        geometricMean(scores, ForecastScores::relativeIntervalScore));
  }

  private static double geometricMean(
      List<ForecastScores> scores, ToDoubleFunction<ForecastScores> figure) {
    return Math.exp(mean(scores, each -> Math.log(figure.applyAsDouble(each))));
  }

  private static @Nullable Double meanOrNull(List<Double> errors, ToDoubleFunction<Double> figure) {
    return errors.isEmpty() ? null : mean(errors, figure);
  }

  private static <T> double mean(List<T> elements, ToDoubleFunction<T> figure) {
    return elements.stream().mapToDouble(figure).average().orElseThrow();
  }
}
