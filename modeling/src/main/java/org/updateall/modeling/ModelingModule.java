package org.updateall.modeling;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.updateall.domain.forecast.ModelTrainer;

/** Binds {@link ModelTrainer}; needs a {@link Clock}. */
public final class ModelingModule extends AbstractModule {

  @Provides
  @Singleton
  ModelTrainer modelTrainer(Clock clock) {
    return new ConformalModelTrainer(clock);
  }
}
