package org.updateall.domain.journal;

import java.time.Clock;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.RunHistory;

class InMemoryRunJournalTest extends RunJournalContract {

  private RunHistory history = new InMemoryRunHistory(Clock.systemUTC());
  private InMemoryRunJournal.Place place = new InMemoryRunJournal.Place(history);

  @Override
  protected RunJournal emptyJournal(Clock clock) {
    history = new InMemoryRunHistory(clock);
    place = new InMemoryRunJournal.Place(history);
    return new InMemoryRunJournal(place, 1);
  }

  @Override
  protected RunJournal journalOfAnotherProcess() {
    return new InMemoryRunJournal(place, 2);
  }

  @Override
  protected void endTheOtherProcess() {
    place.end(2);
  }

  @Override
  protected RunHistory history() {
    return history;
  }

  @Override
  protected void whileSomebodyElseUsesTheStore(Runnable work) {
    place.busy(true);
    work.run();
    place.busy(false);
  }
}
