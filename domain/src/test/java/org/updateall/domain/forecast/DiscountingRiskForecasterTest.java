package org.updateall.domain.forecast;

final class DiscountingRiskForecasterTest extends RiskForecasterContract {

  @Override
  protected RiskForecaster forecaster() {
    return new DiscountingRiskForecaster();
  }
}
