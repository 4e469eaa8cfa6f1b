package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import java.util.Map;
import org.updateall.domain.history.ExecutionStatus;

/** The share of successes among finished attempts. */
final class SuccessRate {

  private SuccessRate() {}

  /** From 0 to 1; none before the first finished attempt. */
  static Option<Double> of(Map<ExecutionStatus, Long> executionsByStatus) {
    long finished =
        executionsByStatus.entrySet().stream()
            .filter(entry -> entry.getKey().isFinishedAttempt())
            .mapToLong(Map.Entry::getValue)
            .sum();
    long successes = executionsByStatus.getOrDefault(ExecutionStatus.SUCCESS, 0L);
    return finished == 0 ? Option.none() : Option.some((double) successes / finished);
  }
}
