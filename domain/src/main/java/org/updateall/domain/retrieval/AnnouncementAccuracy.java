package org.updateall.domain.retrieval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;

/**
 * How well a plugin's announcements of one figure were met. A pair is what was announced and what
 * it came to; see {@link HistoryQueries#announcementAccuracy} for how they are paired.
 *
 * @param plugin which plugin
 * @param measure which figure
 * @param announcements how many announcements told it
 * @param pairs for how many of them what it came to was measured
 * @param zeroActuals in how many pairs it came to 0; they are left out of what is relative
 * @param bias mean of announced minus actual, in the measure's unit: above 0 if too much is
 *     announced; absent without a pair
 * @param relativeBias mean of (announced minus actual) / actual; absent without an actual above 0
 * @param meanAbsolutePercentageError mean of |announced minus actual| / actual, as a fraction;
 *     absent without an actual above 0
 * @param confidentPairs how many pairs have an announced confidence
 * @param meanConfidence mean of the announced confidences; absent without any
 * @param confidenceCoverage share of the confident pairs whose actual did not exceed what was
 *     announced; absent without any. A plugin whose confidence is the probability that its figure
 *     suffices has a coverage near its mean confidence
 */
public record AnnouncementAccuracy(
    PluginName plugin,
    AnnouncedMeasure measure,
    long announcements,
    long pairs,
    long zeroActuals,
    @Nullable Double bias,
    @Nullable Double relativeBias,
    @Nullable Double meanAbsolutePercentageError,
    long confidentPairs,
    @Nullable Double meanConfidence,
    @Nullable Double confidenceCoverage) {

  private static final Comparator<Key> BY_PLUGIN_AND_MEASURE =
      Comparator.comparing(Key::plugin).thenComparing(Key::measure);

  private record Key(PluginName plugin, AnnouncedMeasure measure) {}

  /** A pair whose actual is known. */
  private record Met(double announced, double actual, @Nullable Double confidence) {

    double error() {
      return announced - actual;
    }

    double relativeError() {
      return error() / actual;
    }
  }

  /** The accuracy that these pairs show, by plugin, then in the order of the measures. */
  public static List<AnnouncementAccuracy> of(Collection<AnnouncedPair> pairs) {
    return pairs.stream()
        .collect(
            groupingBy(
                pair -> new Key(pair.plugin(), pair.measure()),
                () -> new TreeMap<>(BY_PLUGIN_AND_MEASURE),
                toList()))
        .entrySet()
        .stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static AnnouncementAccuracy of(Key key, List<AnnouncedPair> announced) {
    List<Met> met = announced.stream().flatMap(pair -> met(pair).stream()).toList();
    List<Met> aboveZero = met.stream().filter(each -> each.actual() > 0).toList();
    List<Met> confident = met.stream().filter(each -> each.confidence() != null).toList();
    return new AnnouncementAccuracy(
        key.plugin(),
        key.measure(),
        announced.size(),
        met.size(),
        met.size() - aboveZero.size(),
        mean(met, Met::error),
        mean(aboveZero, Met::relativeError),
        mean(aboveZero, each -> Math.abs(each.relativeError())),
        confident.size(),
        mean(confident, each -> each.confidence() == null ? 0 : each.confidence()),
        mean(confident, each -> each.actual() <= each.announced() ? 1 : 0));
  }

  private static List<Met> met(AnnouncedPair pair) {
    Double actual = pair.actual();
    return actual == null
        ? List.of()
        : List.of(new Met(pair.announced(), actual, pair.confidence()));
  }

  private static @Nullable Double mean(List<Met> pairs, ToDoubleFunction<Met> value) {
    return pairs.isEmpty() ? null : pairs.stream().mapToDouble(value).sum() / pairs.size();
  }
}
