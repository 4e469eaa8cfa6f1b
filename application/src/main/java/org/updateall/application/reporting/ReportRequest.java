package org.updateall.application.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.forecast.Target;

/**
 * What is to be shown.
 *
 * @param estimate of which plugins on which host, and how the next run is estimated; its zone is
 *     that of the report
 * @param targets which targets are followed through time
 * @param from runs that began earlier are not shown; absent for all
 * @param threads how many series are worked on at a time
 */
public record ReportRequest(
    EstimateRequest estimate, Set<Target> targets, @Nullable Instant from, int threads) {

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public ReportRequest {
    requireNonNull(estimate, "estimate");
    targets = Set.copyOf(targets);
    if (threads < 1) {
      throw new IllegalArgumentException("there is at least 1 thread, not " + threads);
    }
  }

  /** Of every target. */
  public ReportRequest(EstimateRequest estimate, @Nullable Instant from, int threads) {
    this(estimate, Set.of(Target.values()), from, threads);
  }

  boolean shows(Instant time) {
    return from == null || !time.isBefore(from);
  }
}
