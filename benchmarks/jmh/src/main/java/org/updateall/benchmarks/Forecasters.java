package org.updateall.benchmarks;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.modeling.ModelingModule;

/** The forecasters that the program uses, without a history. */
final class Forecasters {

  private static final Injector INJECTOR =
      Guice.createInjector(
          new ModelingModule(),
          new AbstractModule() {
            @Override
            protected void configure() {
              bind(Clock.class).toInstance(Clock.systemUTC());
            }
          });

  private Forecasters() {}

  static ModelTrainer trainer() {
    return INJECTOR.getInstance(ModelTrainer.class);
  }

  static JointForecaster joint() {
    return INJECTOR.getInstance(JointForecaster.class);
  }
}
