package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs and executions of which a part is added, replaced or left out. */
class PartsTest {

  private static final Run RUN =
      run()
          .executing(
              execution("apt").with(step("check"), step("upgrade").ordinal(4)), execution("snap"))
          .build();
  private static final PluginExecution APT = RUN.executions().get(0);

  @Test
  void anExecutionOfAKnownIdentityTakesItsPlace() {
    PluginExecution failed =
        execution("apt")
            .identifiedBy(APT.executionId())
            .ending(ExecutionStatus.FAILED)
            .build(RUN.runId(), 9);

    assertEquals(List.of(failed, RUN.executions().get(1)), RUN.with(failed).executions());
  }

  @Test
  void anotherExecutionComesLast() {
    PluginExecution pipx = execution("pipx").build(RUN.runId(), 9);

    assertEquals(List.of(APT, RUN.executions().get(1), pipx), RUN.with(pipx).executions());
  }

  @Test
  void anExecutionOfAnotherRunIsRefused() {
    PluginExecution foreign = execution("pipx").build(Runs.id(2), 0);

    assertThrows(IllegalArgumentException.class, () -> RUN.with(foreign));
  }

  @Test
  void leavesAnExecutionOut() {
    assertEquals(List.of(RUN.executions().get(1)), RUN.without(APT.executionId()).executions());
    assertEquals(RUN, RUN.without(new ExecutionId(Runs.id(9).value())));
  }

  @Test
  void changesOneExecutionInItsPlace() {
    Run changed = RUN.changing(APT.executionId(), execution -> execution.withoutStep(4));

    assertEquals(List.of(APT.steps().get(0)), changed.executions().get(0).steps());
    assertEquals(RUN.executions().get(1), changed.executions().get(1));
  }

  @Test
  void cannotChangeAnExecutionThatIsNotThere() {
    ExecutionId unknown = new ExecutionId(Runs.id(9).value());

    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> RUN.changing(unknown, execution -> execution));
    assertEquals(
        "run %s has no execution %s".formatted(RUN.runId(), unknown), refusal.getMessage());
  }

  @Test
  void stepsAndAnnouncementsKeepTheOrderOfTheirOrdinals() {
    StepMetrics between = step("download").build(APT.executionId(), 2);
    Estimate announced =
        new Estimate(APT.executionId(), 1, StepPhase.CHECK, 5L, null, null, null, null, null, null);
    Estimate earlier =
        new Estimate(APT.executionId(), 0, StepPhase.CHECK, 6L, null, null, null, null, null, null);

    PluginExecution changed = APT.with(between).with(announced).with(earlier);

    assertEquals(List.of(0, 2, 4), changed.steps().stream().map(StepMetrics::ordinal).toList());
    assertEquals(List.of(earlier, announced), changed.estimates());
    assertEquals(List.of(announced), changed.withoutEstimate(0).estimates());
    assertEquals(changed, changed.withoutEstimate(7).withoutStep(7));
  }
}
