package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.NotRecorded;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunCorrection;
import org.updateall.domain.history.Runs;

final class CorrectRunTest {

  private final InMemoryRunHistory history = Histories.empty().history();
  private final CorrectRun correctRun = new CorrectRun(history);
  private final Run run = Runs.complete();
  private final PluginExecution apt = run.executions().get(0);

  @BeforeEach
  void record() {
    history.record(run);
  }

  @Test
  void givesTheRunAsItThenIsStored() {
    Either<NotRecorded, Run> answer =
        correctRun.correct(run.runId(), RunCorrection.removingStep(apt.executionId(), 1));

    assertEquals(history.find(run.runId()).get(), answer.get());
    assertTrue(answer.get().sameContentAs(run.with(apt.withoutStep(1))));
    assertEquals(Histories.NOW, answer.get().createdAt());
  }

  @Test
  void saysWhichRunOrPartIsNotThereAndChangesNothing() {
    RunCorrection removal = RunCorrection.removingStep(apt.executionId(), 77);

    assertEquals(
        "execution %s has no step 77".formatted(apt.executionId()),
        correctRun.correct(run.runId(), removal).getLeft().message());
    assertEquals(NotRecorded.run(Runs.id(9)), correctRun.correct(Runs.id(9), removal).getLeft());
    assertTrue(history.find(run.runId()).get().sameContentAs(run));
    assertEquals(1, history.counts().runs());
  }

  @Test
  void refusesAnExecutionOfAnotherRun() {
    PluginExecution foreign =
        Runs.run(2).executing(Runs.execution("apt")).build().executions().get(0);

    assertThrows(
        IllegalArgumentException.class,
        () -> correctRun.correct(run.runId(), RunCorrection.recording(foreign)));
  }
}
