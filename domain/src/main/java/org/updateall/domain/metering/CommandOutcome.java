package org.updateall.domain.metering;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param ending how
 * @param exitCode what it ended with: its own code, and as shells have it 126 if it may not be
 *     executed, 127 if it is not found, 124 at its time limit, 128 and the number of a signal
 * @param problem why it could not be started; absent if it was
 * @param startedAt when it was started
 * @param endedAt when it had ended, not before the start
 * @param usage what it used, and how that is known
 * @param output the end of what it printed to its standard output
 * @param error the end of what it printed to its standard error
 */
public record CommandOutcome(
    Ending ending,
    int exitCode,
    @Nullable String problem,
    Instant startedAt,
    Instant endedAt,
    MeasuredUsage usage,
    KeptOutput output,
    KeptOutput error) {

  /** How a command may end. */
  public enum Ending {
    /** By itself, or by somebody else's signal. */
    ENDED,
    /** It took longer than it might. */
    TIMED_OUT,
    /** This process did not want it any more. */
    STOPPED,
    /** It never began. */
    NOT_STARTED
  }

  /**
   * @throws IllegalArgumentException if the end lies before the start, or a problem is named of a
   *     command that was started
   */
  public CommandOutcome {
    requireNonNull(ending, "ending");
    requireNonNull(usage, "usage");
    requireNonNull(output, "output");
    requireNonNull(error, "error");
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException("ended at %s before %s".formatted(endedAt, startedAt));
    }
    if ((problem != null) != (ending == Ending.NOT_STARTED)) {
      throw new IllegalArgumentException("%s, and problem: %s".formatted(ending, problem));
    }
  }

  /** Whether it ended by itself with the code 0. */
  public boolean succeeded() {
    return ending == Ending.ENDED && exitCode == 0;
  }
}
