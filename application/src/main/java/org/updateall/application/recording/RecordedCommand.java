package org.updateall.application.recording;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.history.RunId;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;

/**
 * What came of a command that was to be remembered.
 *
 * @param runId the run that it is
 * @param outcome how it ended and what it used, with what was known of its download
 * @param estimate what was foretold of it, which may be that its plugin is unknown; absent if
 *     nothing was in time
 * @param lost why it is not in the history, though it ran
 * @param warnings what else did not work, without harm to the command
 */
public record RecordedCommand(
    RunId runId,
    CommandOutcome outcome,
    @Nullable RunEstimate estimate,
    @Nullable String lost,
    List<String> warnings) {

  public RecordedCommand {
    requireNonNull(runId, "runId");
    requireNonNull(outcome, "outcome");
    warnings = List.copyOf(warnings);
  }

  public Option<RunEstimate> foretold() {
    return Option.of(estimate);
  }

  /** Whether it is safe in the history. A command that never began is none of it. */
  public boolean isRemembered() {
    return lost == null && outcome.ending() != Ending.NOT_STARTED;
  }
}
