package org.updateall.domain.exchange;

import java.nio.file.Path;
import java.time.Clock;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.history.InMemoryRunHistory;

class InMemoryExchangeTest extends HistoryExchangeContract {

  private final InMemoryExchange.Disk disk = new InMemoryExchange.Disk();

  @Override
  protected Exchange emptyExchange(Path home) {
    InMemoryRunHistory history = new InMemoryRunHistory(Clock.systemUTC());
    InMemoryModelStore models = new InMemoryModelStore();
    InMemoryExchange exchange = new InMemoryExchange(history, models, disk);
    return new Exchange(history, models, exchange, exchange);
  }

  @Override
  protected void change(Path export) {
    disk.change(export);
  }
}
