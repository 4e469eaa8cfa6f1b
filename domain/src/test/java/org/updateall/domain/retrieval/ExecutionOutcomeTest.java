package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

class ExecutionOutcomeTest {

  private static ExecutionOutcome firstOf(Run run) {
    return ExecutionOutcome.of(run, run.executions().get(0));
  }

  @Test
  void takesTheStepsOfTheExecutionTogether() {
    Run run =
        run()
            .on("atlas")
            .executing(
                execution("apt")
                    .startingAt("2026-01-05T12:00:01Z")
                    .ending(ExecutionStatus.FAILED)
                    .updating(17, 2345)
                    .with(
                        step("download")
                            .using(
                                ResourceUsage.builder()
                                    .wallClockSeconds(5.0)
                                    .cpuSeconds(1.0, 0.5)
                                    .memoryBytes(300L, 100L)
                                    .downloadSizeBytes(40L)),
                        step("update")
                            .using(
                                ResourceUsage.builder()
                                    .wallClockSeconds(15.0)
                                    .cpuSeconds(2.0, 0.25)
                                    .memoryBytes(200L, 100L)
                                    .downloadSizeBytes(2L))))
            .build();

    assertEquals(
        new ExecutionOutcome(
            run.runId(),
            run.executions().get(0).executionId(),
            "atlas",
            Instant.parse("2026-01-05T12:00:01Z"),
            ExecutionStatus.FAILED,
            20.0,
            3.75,
            300L,
            42L,
            17,
            2345,
            Coverage.WHOLE,
            20.0),
        firstOf(run));
  }

  @Test
  void beganWithItsRunIfItsOwnBeginningIsNotKnown() {
    Run run = run().startingAt("2026-01-05T11:00:00Z").executing(execution("apt")).build();

    assertEquals(Instant.parse("2026-01-05T11:00:00Z"), firstOf(run).startedAt());
  }

  @Test
  void leavesAbsentWhatWasNotMeasured() {
    Run run = Runs.sparse();

    assertEquals(
        new ExecutionOutcome(
            run.runId(),
            run.executions().get(0).executionId(),
            "workstation",
            Runs.NOON,
            ExecutionStatus.PENDING,
            null,
            null,
            null,
            null,
            null,
            null,
            Coverage.WHOLE,
            null),
        firstOf(run));
  }
}
