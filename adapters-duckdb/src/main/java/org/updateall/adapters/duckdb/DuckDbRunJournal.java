package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.util.List;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

/** Takes runs in through the spool of a DuckDB store. */
final class DuckDbRunJournal implements RunJournal {

  private final DuckDbStore store;

  @Inject
  DuckDbRunJournal(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public void underWay(Run run) {
    store.spool(
        spool -> {
          spool.note(run);
          return run;
        });
  }

  @Override
  public Option<RecordOutcome> accept(Run run) {
    SpoolName name = store.spool(spool -> spool.accept(run));
    return Option.of(store.drainIfFree().get(name));
  }

  @Override
  public void withdraw(RunId runId) {
    store.spool(
        spool -> {
          spool.withdraw(runId);
          return runId;
        });
  }

  @Override
  public List<RunUnderWay> runsUnderWay() {
    return store.spool(Spool::underWay);
  }

  @Override
  public int runsWaiting() {
    return store.spool(spool -> spool.waiting(SpoolName.Kind.RUN)).size();
  }

  @Override
  public Settlement settle() {
    store.drain();
    return store.settled();
  }

  @Override
  public Settlement settleIfFree() {
    store.drainIfFree();
    return store.settled();
  }
}
