package org.updateall.domain.retrieval;

import java.time.Clock;
import org.updateall.domain.history.InMemoryRunHistory;

final class NoSharedReadingTest extends SharedReadingContract {

  @Override
  protected Store emptyStore() {
    return new Store(new InMemoryRunHistory(Clock.systemUTC()), SharedReading.none());
  }
}
