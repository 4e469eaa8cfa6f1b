package org.updateall.modeling.preparation;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.DataQuality;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;

/** Applies the training options to a series and reports on its quality. */
public final class SeriesPreparation {

  private static final double USUAL_THRESHOLD = 3;
  private static final double NOTABLE_SHARE = 0.1;
  private static final Duration SHORT_SPAN = Duration.ofDays(7);

  private final TrainingOptions options;
  private final int minObservations;

  /**
   * @param minObservations the least number of values that must remain
   */
  public SeriesPreparation(TrainingOptions options, int minObservations) {
    this.options = options;
    this.minObservations = minObservations;
  }

  /**
   * Leaves out what the options say, in this order: values older than the lookback, counted back
   * from the series' last run; then values beyond the outlier threshold.
   */
  public PreparedSeries prepare(TrainingSeries series) {
    List<Observation> recent = withinLookback(series.observations());
    double threshold = Option.of(options.outlierThreshold()).getOrElse(USUAL_THRESHOLD);
    List<Observation> ordinary = ordinary(recent, threshold);
    List<Observation> kept = options.outlierThreshold() == null ? recent : ordinary;
    return new PreparedSeries(
        kept,
        new DataQuality(
            whole(kept),
            series.missing(),
            series.size() - recent.size(),
            recent.size() - ordinary.size(),
            recent.size() - kept.size(),
            duplicateTimes(kept),
            span(kept),
            issues(whole(kept)),
            warnings(series, recent.size(), ordinary.size(), kept)));
  }

  private List<Observation> withinLookback(List<Observation> observations) {
    Duration lookback = options.lookback();
    if (lookback == null || observations.isEmpty()) {
      return observations;
    }
    Instant first = observations.get(observations.size() - 1).time().minus(lookback);
    return observations.stream().filter(each -> !each.time().isBefore(first)).toList();
  }

  /**
   * The observations within so many standard deviations of the mean of all the others. Leaving the
   * value itself out of mean and deviation lets a single wild value be seen in any number of
   * values; with it, three deviations cannot be reached by ten values.
   */
  private static List<Observation> ordinary(List<Observation> observations, double threshold) {
    int others = observations.size() - 1;
    if (others < 2) {
      return observations;
    }
    double mean = observations.stream().mapToDouble(Observation::value).average().orElse(0);
    double squares = observations.stream().mapToDouble(each -> square(each.value() - mean)).sum();
    List<Observation> ordinary = new ArrayList<>();
    for (Observation observation : observations) {
      double deviation = observation.value() - mean;
      double fromOthers = deviation * (others + 1) / others;
      double squaresOfOthers = Math.max(0, squares - square(deviation) * (others + 1) / others);
      double sigma = Math.sqrt(squaresOfOthers / (others - 1));
      if (Math.abs(fromOthers) <= threshold * sigma || fromOthers == 0) {
        ordinary.add(observation);
      }
    }
    return ordinary;
  }

  private static int whole(List<Observation> observations) {
    return (int) observations.stream().filter(each -> !each.lowerBound()).count();
  }

  private static double square(double value) {
    return value * value;
  }

  private static int duplicateTimes(List<Observation> observations) {
    int duplicates = 0;
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).time().equals(observations.get(i - 1).time())) {
        duplicates++;
      }
    }
    return duplicates;
  }

  private static Duration span(List<Observation> observations) {
    return observations.isEmpty()
        ? Duration.ZERO
        : Duration.between(
            observations.get(0).time(), observations.get(observations.size() - 1).time());
  }

  private List<String> issues(int kept) {
    return kept >= minObservations
        ? List.of()
        : List.of("%d runs, at least %d are needed".formatted(kept, minObservations));
  }

  private List<String> warnings(
      TrainingSeries series, int recent, int ordinary, List<Observation> kept) {
    List<@Nullable String> warnings = new ArrayList<>();
    int executions = series.size() + series.missing();
    int duplicates = duplicateTimes(kept);
    warnings.add(notable(series.missing(), executions, "runs did not measure it"));
    warnings.add(notable(recent - ordinary, recent, "values lie far from all others"));
    warnings.add(notable(duplicates, kept.size(), "values share their time with another"));
    if (kept.size() > 1 && span(kept).compareTo(SHORT_SPAN) < 0) {
      warnings.add("all runs lie within %d days".formatted(span(kept).toDays() + 1));
    }
    int cutOff = kept.size() - whole(kept);
    warnings.add(
        cutOff == 0
            ? null
            : "%d of %d runs were cut off by their time limit: the whole would have taken at least as much"
                .formatted(cutOff, kept.size()));
    return warnings.stream().flatMap(warning -> Option.of(warning).toJavaStream()).toList();
  }

  private static @Nullable String notable(int count, int all, String what) {
    return count > NOTABLE_SHARE * all ? "%d of %d %s".formatted(count, all, what) : null;
  }
}
