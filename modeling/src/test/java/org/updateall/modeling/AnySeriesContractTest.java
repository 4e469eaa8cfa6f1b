package org.updateall.modeling;

import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.SeriesForecasterContract;

final class AnySeriesContractTest extends SeriesForecasterContract {

  @Override
  protected SeriesForecaster forecaster() {
    return new UnivariateSeriesForecaster();
  }
}
