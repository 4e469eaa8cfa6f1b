package org.updateall.domain.history;

import java.time.Clock;
import org.updateall.domain.retrieval.HistoryQueriesContract;

class InMemoryHistoryQueriesTest extends HistoryQueriesContract {

  @Override
  protected Store emptyStore() {
    InMemoryRunHistory both = new InMemoryRunHistory(Clock.systemUTC());
    return new Store(both, both);
  }
}
