package org.updateall.modeling;

import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.progress.RemainingTimeForecasterContract;

final class ConditionalForecasterTest extends RemainingTimeForecasterContract {

  @Override
  protected RemainingTimeForecaster forecaster() {
    return new ConditionalForecaster();
  }
}
