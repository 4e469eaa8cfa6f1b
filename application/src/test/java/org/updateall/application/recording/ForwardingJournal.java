package org.updateall.application.recording;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

/** Hands everything on to another journal. */
abstract class ForwardingJournal implements RunJournal {

  private final RunJournal journal;

  ForwardingJournal(RunJournal journal) {
    this.journal = journal;
  }

  @Override
  public void underWay(Run run) {
    journal.underWay(run);
  }

  @Override
  public Option<RecordOutcome> accept(Run run) {
    return journal.accept(run);
  }

  @Override
  public void withdraw(RunId runId) {
    journal.withdraw(runId);
  }

  @Override
  public List<RunUnderWay> runsUnderWay() {
    return journal.runsUnderWay();
  }

  @Override
  public int runsWaiting() {
    return journal.runsWaiting();
  }

  @Override
  public Settlement settle() {
    return journal.settle();
  }

  @Override
  public Settlement settleIfFree() {
    return journal.settleIfFree();
  }
}
