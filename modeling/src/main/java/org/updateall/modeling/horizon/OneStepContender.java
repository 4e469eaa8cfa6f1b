package org.updateall.modeling.horizon;

import java.util.List;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/** What has learned by forecasting one value after another. */
final class OneStepContender implements Contender {

  private final double prior;
  private final PrequentialForecaster forecaster;

  /**
   * @param forecaster that has seen nothing yet
   */
  OneStepContender(double prior, PrequentialForecaster forecaster) {
    this.prior = prior;
    this.forecaster = forecaster;
  }

  @Override
  public double prior() {
    return prior;
  }

  @Override
  public boolean begin(TimeSeries soFar) {
    forecaster.learn(soFar);
    return !soFar.isEmpty();
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return forecaster.points(future);
  }

  @Override
  public void observe(TimeSeries series, int index) {
    forecaster.prepare(series);
    forecaster.observe(series, index);
  }

  @Override
  public boolean conclude(TimeSeries series) {
    forecaster.prepare(series);
    return true;
  }
}
