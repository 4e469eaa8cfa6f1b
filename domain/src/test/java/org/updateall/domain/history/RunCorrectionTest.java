package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunCorrectionTest {

  private static final ExecutionId UNKNOWN = new ExecutionId(new UUID(7, 7));

  private final Run run = Runs.complete();
  private final PluginExecution apt = run.executions().get(0);
  private final PluginExecution cargo = run.executions().get(1);

  @Test
  void putsAnExecutionInThePlaceOfTheOneOfItsIdentityOrAddsIt() {
    PluginExecution corrected = apt.abandoned().withoutStep(0);
    PluginExecution added =
        PluginExecution.builder(UNKNOWN, run.runId(), apt.pluginName(), ExecutionStatus.SUCCESS)
            .build();

    assertEquals(List.of(corrected, cargo), after(RunCorrection.recording(corrected)));
    assertEquals(List.of(apt, cargo, added), after(RunCorrection.recording(added)));
  }

  @Test
  void putsAStepInThePlaceOfTheOneOfItsOrdinalOrAddsIt() {
    StepMetrics corrected = step(apt, 0, "again");
    StepMetrics added = step(cargo, 3, "new");

    assertEquals(List.of(apt.with(corrected), cargo), after(RunCorrection.recording(corrected)));
    assertEquals(List.of(apt, cargo.with(added)), after(RunCorrection.recording(added)));
  }

  @Test
  void putsAnEstimateInThePlaceOfTheOneOfItsOrdinalOrAddsIt() {
    Estimate corrected = estimate(apt, 0);
    Estimate added = estimate(cargo, 1);

    assertEquals(List.of(apt.with(corrected), cargo), after(RunCorrection.recording(corrected)));
    assertEquals(List.of(apt, cargo.with(added)), after(RunCorrection.recording(added)));
  }

  @Test
  void takesPartsAway() {
    ExecutionId id = apt.executionId();

    assertEquals(List.of(cargo), after(RunCorrection.removing(id)));
    assertEquals(List.of(apt.withoutStep(1), cargo), after(RunCorrection.removingStep(id, 1)));
    assertEquals(
        List.of(apt.withoutEstimate(3), cargo), after(RunCorrection.removingEstimate(id, 3)));
  }

  @Test
  void saysWhatIsNotThere() {
    PluginExecution elsewhere =
        PluginExecution.builder(UNKNOWN, run.runId(), apt.pluginName(), ExecutionStatus.SUCCESS)
            .build();
    for (RunCorrection correction :
        List.of(
            RunCorrection.recording(step(elsewhere, 0, "a")),
            RunCorrection.recording(estimate(elsewhere, 0)),
            RunCorrection.removing(UNKNOWN),
            RunCorrection.removingStep(UNKNOWN, 0),
            RunCorrection.removingEstimate(UNKNOWN, 0))) {
      Either<NotRecorded, Run> answer = correction.of(run);
      assertEquals(
          "run %s has no execution %s".formatted(run.runId(), UNKNOWN), answer.getLeft().message());
    }
    assertEquals(
        "execution %s has no step 4".formatted(apt.executionId()),
        RunCorrection.removingStep(apt.executionId(), 4).of(run).getLeft().message());
    assertTrue(
        RunCorrection.removingEstimate(cargo.executionId(), 0)
            .of(run)
            .getLeft()
            .message()
            .endsWith("has no estimate 0"));
    assertEquals(
        "no run %s is stored".formatted(run.runId()), NotRecorded.run(run.runId()).message());
  }

  private List<PluginExecution> after(RunCorrection correction) {
    return correction.of(run).get().executions();
  }

  private static StepMetrics step(PluginExecution execution, int ordinal, String name) {
    return new StepMetrics(
        execution.executionId(),
        ordinal,
        name,
        StepPhase.EXECUTE,
        null,
        null,
        ResourceUsage.builder().build(),
        null);
  }

  private static Estimate estimate(PluginExecution execution, int ordinal) {
    return new Estimate(
        execution.executionId(),
        ordinal,
        StepPhase.EXECUTE,
        1L,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
