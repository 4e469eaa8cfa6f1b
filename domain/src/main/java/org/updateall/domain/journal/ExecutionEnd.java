package org.updateall.domain.journal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;

/**
 * How a plugin came to its end. What is not known is absent.
 *
 * @param status how it ended
 * @param packagesUpdated how many packages it updated
 * @param packagesTotal how many packages it looks after
 * @param errorMessage what it said when it failed
 * @param exitCode the exit code of its process
 */
public record ExecutionEnd(
    ExecutionStatus status,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    @Nullable String errorMessage,
    @Nullable Integer exitCode) {

  /**
   * @throws IllegalArgumentException if the status is not that of an end
   */
  public ExecutionEnd {
    requireNonNull(status, "status");
    if (!status.isOver()) {
      throw new IllegalArgumentException("a plugin does not end as " + status.wireName());
    }
  }

  /** It did what it was to do. */
  public static ExecutionEnd success() {
    return new ExecutionEnd(ExecutionStatus.SUCCESS, null, null, null, null);
  }

  /** It was not tried, or there was nothing to do. */
  public static ExecutionEnd skipped() {
    return new ExecutionEnd(ExecutionStatus.SKIPPED, null, null, null, null);
  }

  /** It failed, and says why. */
  public static ExecutionEnd failed(String message) {
    return new ExecutionEnd(ExecutionStatus.FAILED, null, null, message, null);
  }

  /** It did not end in the time that it had. */
  public static ExecutionEnd timedOut(String message) {
    return new ExecutionEnd(ExecutionStatus.TIMEOUT, null, null, message, null);
  }

  public ExecutionEnd withPackages(@Nullable Integer updated, @Nullable Integer total) {
    return new ExecutionEnd(status, updated, total, errorMessage, exitCode);
  }

  public ExecutionEnd withExitCode(int code) {
    return new ExecutionEnd(status, packagesUpdated, packagesTotal, errorMessage, code);
  }
}
