package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/**
 * How well the predictions of one target of one plugin, or of the totals, came true.
 *
 * @param plugin which plugin; absent for the totals
 * @param target which target
 * @param level the nominal level of the intervals; their mean, where they differ
 * @param coverage how many outcomes lay inside their interval
 * @param meanIntervalScore the mean interval score, in the unit of the target; less is better
 * @param relativeIntervalScore the same in proportion to that of {@link JudgedPrediction#reference}
 *     where there is one; below 1 is better than that. Absent without any, and where the reference
 *     was never wrong
 * @param shareBelowPoint the share of outcomes below the point, those equal to it counting half;
 *     one half if the points are medians
 * @param relativeBias mean of (point minus outcome) / outcome over the outcomes above 0: above 0 if
 *     too much is foretold; absent without such an outcome
 * @param meanAbsoluteError mean of |point minus outcome|, in the unit of the target
 * @param comparison the errors beside those of the rules of thumb; absent if there was never a run
 *     before
 * @param histogram in which tenth of its distribution each outcome fell
 * @param drift what the newest outcomes tell; empty if nothing is odd
 */
public record AccuracySummary(
    @Nullable PluginName plugin,
    Target target,
    double level,
    CoverageBand coverage,
    double meanIntervalScore,
    @Nullable Double relativeIntervalScore,
    double shareBelowPoint,
    @Nullable Double relativeBias,
    double meanAbsoluteError,
    @Nullable RuleComparison comparison,
    PitHistogram histogram,
    List<DriftWarning> drift) {

  private static final Comparator<JudgedPrediction> OLDEST_FIRST =
      Comparator.comparing(JudgedPrediction::startedAt).thenComparing(JudgedPrediction::runId);

  /** Plugins by name, then the totals; each by target. */
  private static final Comparator<Key> IN_ORDER =
      Comparator.comparing(Key::plugin, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Key::target);

  private record Key(@Nullable PluginName plugin, Target target) {

    static Key of(JudgedPrediction judged) {
      return new Key(judged.prediction().plugin(), judged.prediction().target());
    }
  }

  public AccuracySummary {
    requireNonNull(target, "target");
    requireNonNull(coverage, "coverage");
    requireNonNull(histogram, "histogram");
    drift = List.copyOf(drift);
  }

  /** A summary for each plugin and target, by name, and for the totals, which come last. */
  public static List<AccuracySummary> of(Collection<JudgedPrediction> judged) {
    return judged.stream()
        .sorted(OLDEST_FIRST)
        .collect(groupingBy(Key::of, () -> new TreeMap<>(IN_ORDER), toList()))
        .entrySet()
        .stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static AccuracySummary of(Key key, List<JudgedPrediction> judged) {
    int inside = (int) judged.stream().filter(JudgedPrediction::isInside).count();
    List<JudgedPrediction> aboveZero = judged.stream().filter(each -> each.outcome() > 0).toList();
    List<JudgedPrediction> comparable =
        judged.stream().filter(RuleComparison::isComparable).toList();
    return new AccuracySummary(
        key.plugin(),
        key.target(),
        mean(judged, each -> each.prediction().interval().level()),
        new CoverageBand(inside, judged.size()),
        mean(judged, JudgedPrediction::intervalScore),
        relativeIntervalScore(judged),
        mean(judged, each -> each.error() > 0 ? 1 : each.error() < 0 ? 0 : 0.5),
        aboveZero.isEmpty() ? null : mean(aboveZero, each -> each.error() / each.outcome()),
        mean(judged, each -> Math.abs(each.error())),
        comparable.isEmpty() ? null : RuleComparison.of(comparable),
        PitHistogram.of(judged),
        DriftWarning.of(judged));
  }

  private static @Nullable Double relativeIntervalScore(List<JudgedPrediction> judged) {
    double ours = 0;
    double others = 0;
    for (JudgedPrediction each : judged) {
      PredictionInterval reference = each.reference();
      if (reference != null) {
        ours += each.intervalScore();
        others += reference.score(each.outcome());
      }
    }
    return others > 0 ? (Double) (ours / others) : null;
  }

  private static double mean(
      List<JudgedPrediction> judged, ToDoubleFunction<JudgedPrediction> value) {
    return judged.stream().mapToDouble(value).sum() / judged.size();
  }
}
