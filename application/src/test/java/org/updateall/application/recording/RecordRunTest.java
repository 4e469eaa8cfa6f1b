package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.InMemoryRunJournal;

final class RecordRunTest {

  private final InMemoryRunHistory history = Histories.empty().history();
  private final InMemoryRunJournal.Place place = new InMemoryRunJournal.Place(history);
  private final InMemoryRunJournal journal = new InMemoryRunJournal(place, 1);
  private final RecordRun recordRun = new RecordRun(journal);

  @Test
  void remembersARunAndKnowsItAgain() {
    Run run = Runs.complete();

    assertEquals(Option.some(RecordOutcome.ADDED), recordRun.record(run));
    assertEquals(Option.some(RecordOutcome.UNCHANGED), recordRun.record(run));
    assertTrue(history.find(run.runId()).get().sameContentAs(run));
  }

  @Test
  void aRunIsSafeThoughItCannotBeStoredYet() {
    place.busy(true);
    assertEquals(Option.none(), recordRun.record(Runs.complete()));
    assertEquals(HistoryCounts.NONE, history.counts());

    assertEquals(1, journal.settle().stored());
    assertEquals(1, history.counts().runs());
  }
}
