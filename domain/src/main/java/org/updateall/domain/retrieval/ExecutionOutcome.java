package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;

/**
 * What one execution came to, its steps taken together: one row of a plugin's history.
 *
 * @param runId of which run
 * @param executionId which execution
 * @param hostname the machine
 * @param startedAt when it began; where that is not known, when its run began
 * @param status how it ended
 * @param wallClockSeconds as {@link PluginExecution#wallClockSeconds()}
 * @param cpuSeconds as {@link PluginExecution#cpuSeconds()}
 * @param memoryPeakBytes as {@link PluginExecution#memoryPeakBytes()}
 * @param downloadSizeBytes as {@link PluginExecution#downloadSizeBytes()}
 * @param packagesUpdated how many packages it updated
 * @param packagesTotal how many packages the plugin looks after
 * @param coverage which part of the update the figures cover
 * @param installSeconds elapsed time of those of its steps that install, phase {@code EXECUTE}
 */
public record ExecutionOutcome(
    RunId runId,
    ExecutionId executionId,
    String hostname,
    Instant startedAt,
    ExecutionStatus status,
    @Nullable Double wallClockSeconds,
    @Nullable Double cpuSeconds,
    @Nullable Long memoryPeakBytes,
    @Nullable Long downloadSizeBytes,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    Coverage coverage,
    @Nullable Double installSeconds) {

  public ExecutionOutcome {
    requireNonNull(runId, "runId");
    requireNonNull(executionId, "executionId");
    requireNonNull(hostname, "hostname");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(status, "status");
    requireNonNull(coverage, "coverage");
  }

  /** What an execution of that run came to. */
  public static ExecutionOutcome of(Run run, PluginExecution execution) {
    return of(run, execution, execution);
  }

  /** What the steps of that phase of an execution came to; of all phases if none is given. */
  public static ExecutionOutcome of(Run run, PluginExecution execution, @Nullable StepPhase phase) {
    return of(run, execution, PhaseOfExecution.of(execution, phase));
  }

  private static ExecutionOutcome of(Run run, PluginExecution execution, PluginExecution counted) {
    Instant start = execution.startTime();
    return new ExecutionOutcome(
        run.runId(),
        execution.executionId(),
        run.hostname(),
        start == null ? run.startTime() : start,
        execution.status(),
        counted.wallClockSeconds().getOrNull(),
        counted.cpuSeconds().getOrNull(),
        counted.memoryPeakBytes().getOrNull(),
        counted.downloadSizeBytes().getOrNull(),
        execution.packagesUpdated(),
        execution.packagesTotal(),
        execution.coverage(),
        installSeconds(counted));
  }

  private static @Nullable Double installSeconds(PluginExecution counted) {
    return PhaseOfExecution.of(counted, StepPhase.EXECUTE).wallClockSeconds().getOrNull();
  }

  /** How many packages it updated; 0 where that is not known. */
  long packagesUpdatedOrNone() {
    return packagesUpdated == null ? 0 : packagesUpdated;
  }
}
