package org.updateall.application.recording;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.history.RunId;
import org.updateall.domain.metering.CommandOutcome;

/**
 * What came of a command that was to be remembered.
 *
 * @param runId the run that it is
 * @param outcome how it ended and what it used, with what was known of its download
 * @param estimate what was foretold of it, if anything was in time; it may know nothing of the
 *     plugin
 * @param remembered whether it is safe in the history; one that never began is not kept
 * @param warnings what did not work, without harm to the command
 */
public record RecordedCommand(
    RunId runId,
    CommandOutcome outcome,
    Option<RunEstimate> estimate,
    boolean remembered,
    List<String> warnings) {

  public RecordedCommand {
    requireNonNull(runId, "runId");
    requireNonNull(outcome, "outcome");
    warnings = List.copyOf(warnings);
  }
}
