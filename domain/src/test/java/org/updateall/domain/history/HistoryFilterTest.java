package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryFilterTest {

  private static final HistoryFilter EVERYTHING = HistoryFilter.everything();
  private static final Instant NOON = Runs.NOON;

  @Test
  void everythingIsMeantUnlessSaidOtherwise() {
    Run run = run().executing(execution("apt")).build();

    assertTrue(EVERYTHING.includes(run));
    assertTrue(EVERYTHING.includes(run, run.executions().get(0)));
    assertTrue(EVERYTHING.includes(StepPhase.CHECK));
  }

  @Test
  void anExecutionBeganWhenItSaysElseWhenItsRunBegan() {
    Run run =
        run()
            .executing(execution("apt"), execution("snap").startingAt(NOON.plusSeconds(9)))
            .build();
    PluginExecution silent = run.executions().get(0);
    PluginExecution later = run.executions().get(1);

    assertTrue(EVERYTHING.from(NOON).until(NOON.plusSeconds(1)).includes(run, silent));
    assertFalse(EVERYTHING.from(NOON).until(NOON.plusSeconds(1)).includes(run, later));
    assertTrue(EVERYTHING.from(NOON.plusSeconds(9)).includes(run, later));
    assertFalse(EVERYTHING.from(NOON.plusSeconds(9)).includes(run, silent));
  }

  @Test
  void allConditionsMustHoldForTheSameExecution() {
    Run run =
        run().executing(execution("apt").ending(ExecutionStatus.FAILED), execution("snap")).build();

    assertTrue(EVERYTHING.ofPlugins("apt").ending(ExecutionStatus.FAILED).includes(run));
    assertFalse(EVERYTHING.ofPlugins("snap").ending(ExecutionStatus.FAILED).includes(run));
    assertFalse(EVERYTHING.ofPlugins("snap").includes(run, run.executions().get(0)));
    assertFalse(EVERYTHING.on(HostScope.only("elsewhere")).includes(run));
    assertFalse(EVERYTHING.on(HostScope.only("elsewhere")).includes(run, run.executions().get(0)));
  }

  @Test
  void namingNoPluginAndNoStatusMeansEveryOne() {
    assertEquals(EVERYTHING, EVERYTHING.ofPlugins(List.of()).ending(List.of()));
    assertTrue(EVERYTHING.ofPlugins(List.of()).includes(run().build()));
  }

  @Test
  void aPhaseSaysWhichStepsCount() {
    HistoryFilter downloads = EVERYTHING.in(StepPhase.DOWNLOAD);

    assertTrue(downloads.includes(StepPhase.DOWNLOAD));
    assertFalse(downloads.includes(StepPhase.CHECK));
    assertTrue(downloads.includes(run().build()));
  }

  @Test
  void boundsAreCutToTheMicrosecondAndKeptWithinTheCalendar() {
    assertEquals(NOON, EVERYTHING.from(NOON.plusNanos(999)).from());
    assertThrows(IllegalArgumentException.class, () -> EVERYTHING.until(Instant.MAX));
  }
}
