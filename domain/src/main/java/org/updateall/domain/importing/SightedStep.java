package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * A step of an update that a source saw.
 *
 * @param name such as {@code unpack}
 * @param phase what it does
 * @param start when it began, if known
 * @param end when it ended, not before the start, if known
 * @param usage what it used
 */
public record SightedStep(
    String name,
    StepPhase phase,
    @Nullable Instant start,
    @Nullable Instant end,
    ResourceUsage usage) {

  /**
   * @throws IllegalArgumentException if no step can have that name, or the end is before the start
   */
  public SightedStep {
    StepMetrics.requireName(name);
    requireNonNull(phase, "phase");
    requireNonNull(usage, "usage");
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("step %s ended before it began".formatted(name));
    }
  }

  /** A step of which the times are known and nothing else. */
  public static SightedStep between(String name, StepPhase phase, Instant start, Instant end) {
    return new SightedStep(name, phase, start, end, ResourceUsage.unmeasured());
  }
}
