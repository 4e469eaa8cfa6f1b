package org.updateall.domain.fleet;

final class LevelByLevelParkForecasterTest extends ParkForecasterContract {

  @Override
  protected ParkForecaster forecaster() {
    return new LevelByLevelParkForecaster();
  }
}
