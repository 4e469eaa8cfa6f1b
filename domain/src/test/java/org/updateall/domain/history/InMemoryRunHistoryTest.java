package org.updateall.domain.history;

import java.time.Clock;

class InMemoryRunHistoryTest extends RunHistoryContract {

  @Override
  protected RunHistory emptyHistory(Clock clock) {
    return new InMemoryRunHistory(clock);
  }
}
