package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.journal.ExecutionEnd;

/**
 * What came of a run.
 *
 * @param plan what was meant
 * @param run as it was recorded
 * @param stopped whether it was stopped before its end
 * @param ends how each plugin ended, in that order
 * @param warnings what did not work, without harm to the run
 */
public record UpdateResult(
    PlannedRun plan,
    Run run,
    boolean stopped,
    Map<PluginName, ExecutionEnd> ends,
    List<String> warnings) {

  public UpdateResult {
    requireNonNull(plan, "plan");
    requireNonNull(run, "run");
    ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
    warnings = List.copyOf(warnings);
  }

  /** Whether every plugin did what it was to do. */
  public boolean succeeded() {
    return !stopped
        && ends.values().stream().allMatch(end -> end.status() == ExecutionStatus.SUCCESS);
  }
}
