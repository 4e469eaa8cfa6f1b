package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.updateall.domain.forecast.Target;

/**
 * What one plugin's part in a run came to in a target.
 *
 * @param startedAt when it began; where that is not known, when the run did
 * @param value what it came to
 */
public record PartOutcome(Instant startedAt, double value) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Clocks and meters do not agree to the microsecond. */
  private static final double OVERLAP_SHARE = 0.01;

  public PartOutcome {
    requireNonNull(startedAt, "startedAt");
  }

  /**
   * What they came to together. CPU time and downloads add up, and the largest memory peak stands.
   * Elapsed times add up where the parts ran one after another; where some ran at the same time it
   * is the time from the begin of the first to the end of the last. Parts that are all said to have
   * begun at the same instant, which is how it looks where their times are not known, add up.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public static double together(Target target, List<PartOutcome> parts) {
    return target == Target.WALL_CLOCK && ranTogether(parts)
        ? span(parts)
        : target.combined(parts.stream().map(PartOutcome::value).toList());
  }

  private static boolean ranTogether(List<PartOutcome> parts) {
    List<PartOutcome> inOrder =
        parts.stream().sorted(Comparator.comparing(PartOutcome::startedAt)).toList();
    if (inOrder.isEmpty()) {
      return false;
    }
    Instant first = inOrder.get(0).startedAt();
    if (inOrder.get(inOrder.size() - 1).startedAt().equals(first)) {
      return false;
    }
    double end = 0;
    for (PartOutcome part : inOrder) {
      double begin = part.secondsSince(first);
      if (end - begin > OVERLAP_SHARE * end) {
        return true;
      }
      end = Math.max(end, begin + part.value);
    }
    return false;
  }

  private static double span(List<PartOutcome> parts) {
    Instant first =
        parts.stream().map(PartOutcome::startedAt).min(Instant::compareTo).orElseThrow();
    return parts.stream()
        .mapToDouble(part -> part.secondsSince(first) + part.value)
        .max()
        .orElseThrow();
  }

  private double secondsSince(Instant other) {
    Duration time = Duration.between(other, startedAt);
    return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
  }
}
