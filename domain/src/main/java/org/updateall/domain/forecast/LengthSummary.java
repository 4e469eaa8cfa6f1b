package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How forecasts have fared that were made from about as many values. Values that are lower bounds
 * only are left out.
 *
 * @param length from how many
 * @param forecasts how many forecasts there are
 * @param coverage the share of values inside their interval
 * @param series how many series have a relative score
 * @param relativeIntervalScore the geometric mean over these of {@link
 *     ForecastScores#relativeIntervalScore}; null if there is none
 * @param sources how it was in each source, by name
 */
public record LengthSummary(
    HistoryLength length,
    int forecasts,
    double coverage,
    int series,
    @Nullable Double relativeIntervalScore,
    List<SourceCoverage> sources) {

  /**
   * The coverage in one source.
   *
   * @param source which
   * @param forecasts how many forecasts there are
   * @param coverage the share of values inside their interval
   */
  public record SourceCoverage(String source, int forecasts, double coverage) {

    public SourceCoverage {
      requireNonNull(source, "source");
    }
  }

  public LengthSummary {
    requireNonNull(length, "length");
    sources = List.copyOf(sources);
  }

  /** The summaries of all lengths of which there are forecasts, from the shortest. */
  public static List<LengthSummary> of(Collection<PastForecasts> past) {
    List<LengthSummary> summaries = new ArrayList<>();
    for (HistoryLength length : HistoryLength.values()) {
      List<PastForecasts> some =
          past.stream()
              .map(each -> each.madeFrom(length))
              .filter(each -> !each.whole().isEmpty())
              .toList();
      if (!some.isEmpty()) {
        summaries.add(summary(length, some));
      }
    }
    return summaries;
  }

  private static LengthSummary summary(HistoryLength length, List<PastForecasts> past) {
    List<ForecastScores> scores =
        past.stream().flatMap(each -> each.scores().toJavaStream()).toList();
    SourceCoverage all = coverage("", past);
    return new LengthSummary(
        length,
        all.forecasts,
        all.coverage,
        scores.size(),
        // The level has no part in the one figure that is taken from here.
        ScoreSummary.of(scores, PredictionInterval.DEFAULT_LEVEL)
            .map(ScoreSummary::relativeIntervalScore)
            .getOrNull(),
        bySource(past));
  }

  private static List<SourceCoverage> bySource(List<PastForecasts> past) {
    Map<String, List<PastForecasts>> sources = new TreeMap<>();
    past.forEach(
        each -> sources.computeIfAbsent(each.series().source(), s -> new ArrayList<>()).add(each));
    return sources.entrySet().stream()
        .map(source -> coverage(source.getKey(), source.getValue()))
        .toList();
  }

  private static SourceCoverage coverage(String source, List<PastForecasts> past) {
    List<OneStepForecast> whole = past.stream().flatMap(each -> each.whole().stream()).toList();
    long inside = whole.stream().filter(OneStepForecast::isInside).count();
    return new SourceCoverage(source, whole.size(), (double) inside / whole.size());
  }

  /** The coverage in the mean over sources, each of which counts the same. */
  public double meanOfSources() {
    return sources.stream().mapToDouble(SourceCoverage::coverage).average().orElse(coverage);
  }

  /** The source with the least coverage, by name the first of several; none without sources. */
  public Option<SourceCoverage> leastSource() {
    return Option.ofOptional(
        sources.stream().min(Comparator.comparingDouble(SourceCoverage::coverage)));
  }
}
