package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

final class RecordRunTest {

  private final InMemoryRunHistory history = Histories.empty().history();
  private final RecordRun recordRun = new RecordRun(history);

  @Test
  void remembersARunAndKnowsItAgain() {
    Run run = Runs.complete();

    assertEquals(RecordOutcome.ADDED, recordRun.record(run));
    assertEquals(RecordOutcome.UNCHANGED, recordRun.record(run));
    assertTrue(history.find(run.runId()).get().sameContentAs(run));
  }
}
