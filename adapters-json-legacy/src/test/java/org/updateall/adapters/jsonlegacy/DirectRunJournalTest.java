package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.ProcessIdentity;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

class DirectRunJournalTest {

  private static final ProcessIdentity SELF = new ProcessIdentity("here", null, null, 7, null);
  private static final Run BEGUN =
      run().unended().executing(execution("apt").ending(ExecutionStatus.RUNNING)).build();

  @TempDir private Path directory;
  private RunHistory history;
  private RunJournal journal;

  @BeforeEach
  void openJournal() {
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);
    history = LegacyStores.history(directory.resolve("history.json"), clock);
    journal = new DirectRunJournal(history, SELF);
  }

  @Test
  void storesARunThatIsUnderWayAtOnce() {
    journal.underWay(BEGUN);

    assertEquals(List.of(new RunUnderWay(BEGUN, SELF)), journal.runsUnderWay());
    assertTrue(history.find(Runs.id(1)).get().sameContentAs(BEGUN));
  }

  @Test
  void takesInWhatHasEndedAndSaysWhatThatChanged() {
    journal.underWay(BEGUN);

    assertEquals(Option.some(RecordOutcome.UPDATED), journal.accept(Runs.complete()));
    assertEquals(Option.some(RecordOutcome.UNCHANGED), journal.accept(Runs.complete()));
    assertEquals(List.of(), journal.runsUnderWay());
    assertTrue(history.find(Runs.id(1)).get().sameContentAs(Runs.complete()));
  }

  @Test
  void forgetsAWithdrawnRunAsIfItHadNeverBegun() {
    journal.underWay(run().unended().build());
    journal.underWay(BEGUN);
    journal.withdraw(Runs.id(1));
    journal.withdraw(Runs.id(2));

    assertEquals(List.of(), journal.runsUnderWay());
    assertEquals(0, history.counts().runs());
  }

  @Test
  void keepsAWithdrawnRunThatWasStoredBefore() {
    history.record(Runs.complete());
    journal.underWay(BEGUN);
    journal.withdraw(Runs.id(1));

    assertEquals(1, history.counts().runs());
  }

  @Test
  void listsRunsUnderWayOldestFirst() {
    journal.underWay(run(1).unended().build());
    journal.underWay(run(2).unended().startingAt("2026-01-01T00:00:00Z").build());

    assertEquals(
        List.of(Runs.id(2), Runs.id(1)),
        journal.runsUnderWay().stream().map(each -> each.run().runId()).toList());
  }

  @Test
  void hasNothingToSettle() {
    journal.underWay(BEGUN);

    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(Settlement.NOTHING, journal.settleIfFree());
  }
}
