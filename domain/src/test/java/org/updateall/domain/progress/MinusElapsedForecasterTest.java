package org.updateall.domain.progress;

final class MinusElapsedForecasterTest extends RemainingTimeForecasterContract {

  @Override
  protected RemainingTimeForecaster forecaster() {
    return new MinusElapsedForecaster();
  }
}
