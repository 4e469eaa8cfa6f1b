package org.updateall.domain.forecast;

final class LastValueForecasterTest extends SeriesForecasterContract {

  @Override
  protected SeriesForecaster forecaster() {
    return new LastValueForecaster();
  }
}
