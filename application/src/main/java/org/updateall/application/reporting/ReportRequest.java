package org.updateall.application.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.forecast.Target;

/**
 * What is to be shown.
 *
 * @param estimate of which plugins on which host, and how the next run is estimated
 * @param targets which targets are followed through time
 * @param from runs that began earlier are not shown; absent for all
 * @param zone whose clock and calendar whoever looks at it goes by
 * @param threads how many series are worked on at a time
 */
public record ReportRequest(
    EstimateRequest estimate,
    Set<Target> targets,
    @Nullable Instant from,
    ZoneId zone,
    int threads) {

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public ReportRequest {
    requireNonNull(estimate, "estimate");
    targets = Set.copyOf(targets);
    requireNonNull(zone, "zone");
    if (threads < 1) {
      throw new IllegalArgumentException("there is at least 1 thread, not " + threads);
    }
  }

  /** Of every target. */
  public ReportRequest(EstimateRequest estimate, @Nullable Instant from, ZoneId zone, int threads) {
    this(estimate, Set.of(Target.values()), from, zone, threads);
  }

  boolean shows(Instant time) {
    return from == null || !time.isBefore(from);
  }
}
