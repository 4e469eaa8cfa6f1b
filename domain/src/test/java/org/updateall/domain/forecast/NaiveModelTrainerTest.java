package org.updateall.domain.forecast;

import java.time.Clock;

final class NaiveModelTrainerTest extends ModelTrainerContract {

  @Override
  protected ModelTrainer trainer(Clock clock) {
    return new NaiveModelTrainer(clock);
  }
}
