package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.TrainingOptions;

final class ModelingModuleTest {

  @Test
  void bindsTheTrainerWithItsClockAndTheForecasters() {
    Clock clock = Clock.fixed(SeriesFixture.FIRST, ZoneOffset.UTC);
    Injector injector =
        Guice.createInjector(
            new ModelingModule(),
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Clock.class).toInstance(clock);
              }
            });

    ModelTrainer trainer = injector.getInstance(ModelTrainer.class);
    assertSame(trainer, injector.getInstance(ModelTrainer.class));
    assertSame(
        injector.getInstance(SeriesForecaster.class), injector.getInstance(SeriesForecaster.class));
    assertSame(
        injector.getInstance(RiskForecaster.class), injector.getInstance(RiskForecaster.class));
    assertEquals(
        SeriesFixture.FIRST,
        trainer
            .train(SeriesFixture.noisy(10), TrainingOptions.defaults(), 0.9)
            .get()
            .model()
            .provenance()
            .trainedAt());
  }
}
