package org.updateall.modeling;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.progress.RemainingTimeForecaster;

/**
 * Binds {@link ModelTrainer}, {@link SeriesForecaster}, {@link ReferenceLearner}, {@link
 * PriorLearner}, {@link RiskForecaster}, {@link JointForecaster}, {@link ParkForecaster} and {@link
 * RemainingTimeForecaster}; needs a {@link Clock}.
 */
public final class ModelingModule extends AbstractModule {

  @Provides
  @Singleton
  ModelTrainer modelTrainer(Clock clock) {
    return new PrequentialModelTrainer(clock);
  }

  @Provides
  @Singleton
  JointForecaster jointForecaster() {
    return new CopulaForecaster();
  }

  @Provides
  @Singleton
  ParkForecaster parkForecaster() {
    return new OneFactorParkForecaster();
  }

  @Provides
  @Singleton
  RemainingTimeForecaster remainingTimeForecaster() {
    return new ConditionalForecaster();
  }

  @Provides
  @Singleton
  SeriesForecaster seriesForecaster() {
    return new UnivariateSeriesForecaster();
  }

  @Provides
  @Singleton
  ReferenceLearner referenceLearner() {
    return new PrequentialReferenceLearner();
  }

  @Provides
  @Singleton
  PriorLearner priorLearner() {
    return new PrequentialPriorLearner();
  }

  @Provides
  @Singleton
  RiskForecaster riskForecaster() {
    return new BetaBinomialRiskForecaster();
  }
}
