package org.updateall.domain.retrieval;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.StepPhase;

/**
 * What a plugin announced before an execution, all phases together. What it did not tell is absent.
 *
 * @param downloadBytes the sum over the phases, at most {@link Long#MAX_VALUE}
 * @param cpuSeconds the sum over the phases
 * @param wallClockSeconds the sum over the phases
 * @param memoryBytes the largest of the phases
 * @param packages the largest of the phases, which are about the same packages
 */
public record Announcement(
    @Nullable Long downloadBytes,
    @Nullable Double cpuSeconds,
    @Nullable Double wallClockSeconds,
    @Nullable Long memoryBytes,
    @Nullable Integer packages) {

  /** What these announcements of one execution say: of each phase the last. */
  public static Announcement of(Collection<Estimate> estimates) {
    List<Estimate> last = lastOfEachPhase(estimates);
    return new Announcement(
        combined(last, Estimate::downloadBytes, Announcement::bounded),
        combined(last, Estimate::cpuSeconds, Double::sum),
        combined(last, Estimate::wallClockSeconds, Double::sum),
        combined(last, Estimate::memoryBytes, Math::max),
        combined(last, Estimate::packageCount, Math::max));
  }

  /** Of each phase the announcement of the greatest ordinal, in the order of the phases. */
  static List<Estimate> lastOfEachPhase(Collection<Estimate> estimates) {
    return List.copyOf(
        estimates.stream()
            .collect(
                toMap(
                    Estimate::phase,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparingInt(Estimate::ordinal)),
                    () -> new EnumMap<>(StepPhase.class)))
            .values());
  }

  private static <T> @Nullable T combined(
      List<Estimate> estimates, Function<Estimate, @Nullable T> figure, BinaryOperator<T> both) {
    return estimates.stream().map(figure).filter(Objects::nonNull).reduce(both).orElse(null);
  }

  private static long bounded(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
