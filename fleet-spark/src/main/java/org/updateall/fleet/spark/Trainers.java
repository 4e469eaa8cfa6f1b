package org.updateall.fleet.spark;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.updateall.application.fleet.TrainFleetSeries;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.modeling.ModelingModule;

/**
 * What trains in this JVM, made once and used by all its tasks: a function that Spark sends to an
 * executor cannot bring it along.
 */
final class Trainers {

  private static final Map<Instant, Injector> INJECTORS = new ConcurrentHashMap<>();

  private Trainers() {}

  /**
   * @param asOf what its clock shows, whenever it runs
   */
  static TrainFleetSeries trainer(Instant asOf) {
    return new TrainFleetSeries(injector(asOf).getInstance(ModelTrainer.class));
  }

  static PriorLearner learner(Instant asOf) {
    return injector(asOf).getInstance(PriorLearner.class);
  }

  private static Injector injector(Instant asOf) {
    return INJECTORS.computeIfAbsent(
        asOf, instant -> Guice.createInjector(new ModelingModule(), new FixedClock(instant)));
  }

  private static final class FixedClock extends AbstractModule {

    private final Instant instant;

    FixedClock(Instant instant) {
      this.instant = instant;
    }

    @Override
    protected void configure() {
      bind(Clock.class).toInstance(Clock.fixed(instant, ZoneOffset.UTC));
    }
  }
}
