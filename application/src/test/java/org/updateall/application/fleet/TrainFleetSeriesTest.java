package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vavr.control.Option;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetRowWith;
import org.updateall.domain.fleet.FleetRows;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.Upcoming;

class TrainFleetSeriesTest {

  private static final Instant AS_OF = Instant.parse("2026-03-20T12:00:00Z");
  private static final FleetOptions OPTIONS =
      new FleetOptions(TrainingOptions.defaults(), 0.8, 1000, AS_OF);
  private static final ModelTrainer TRAINER =
      new NaiveModelTrainer(Clock.fixed(AS_OF.plusSeconds(77), ZoneOffset.UTC));

  private static FleetSeries series(int runs) {
    return FleetSeries.of(FleetRows.rows("atlas", "apt", runs), Target.WALL_CLOCK, ZoneOffset.UTC);
  }

  private static FleetResult trained(FleetSeries series) {
    return new TrainFleetSeries(TRAINER).train(series, OPTIONS, PriorTable.none());
  }

  @Test
  void forecastsTheNextRunWithTheModelThatItTrained() {
    FleetSeries series = series(12);
    Prediction expected =
        TRAINER
            .predict(
                TRAINER.train(series.series(), OPTIONS.training(), 0.8).get().model(),
                Upcoming.ahead(1))
            .get();

    FleetResult result = trained(series);

    assertEquals(FleetForecast.of(series, expected, 0.8), result.forecast());
    FleetModel model = requireNonNull(result.model());
    assertEquals(12, model.observations());
    assertEquals(FleetRows.at(11), model.lastObservation());
  }

  @Test
  void saysThatModelsWereTrainedWhenTheNewestExecutionBegan() {
    assertEquals(AS_OF, requireNonNull(trained(series(12)).model()).trainedAt());
  }

  @Test
  void forecastsWithoutAModelFromFewRuns() {
    FleetSeries series = series(NaiveModelTrainer.MIN_OBSERVATIONS - 1);
    Prediction expected =
        TRAINER.predictFromFewRuns(series.series(), Kindred.none(), OPTIONS.training()).get();

    assertEquals(new FleetResult(FleetForecast.of(series, expected, 0.8), null), trained(series));
  }

  @Test
  void saysNothingOfWhatNoRunMeasured() {
    List<FleetRow> rows =
        FleetRows.rows("atlas", "apt", 12).stream()
            .map(row -> FleetRowWith.value(row, "memoryPeakBytes", null))
            .toList();
    FleetSeries series = FleetSeries.of(rows, Target.MEMORY_PEAK, ZoneOffset.UTC);

    assertEquals(new FleetResult(null, null), trained(series));
  }

  @Test
  void tellsTheTrainerWhatTheFleetSaysOfThatKindOfSeries() {
    FleetSeries series = series(12);
    PooledPrior prior = new PooledPrior(9, "of apt");
    PriorTable table =
        new PriorTable(
            AS_OF,
            Map.of(
                new PriorClass(Target.WALL_CLOCK, series.key().plugin(), null, null), prior,
                new PriorClass(Target.WALL_CLOCK, null, null, null), new PooledPrior(9, "of all"),
                new PriorClass(Target.CPU_TIME, null, null, null), new PooledPrior(9, "cpu")));

    assertEquals(Option.some(prior), priorTold(series, table));
    assertEquals(Option.none(), priorTold(series, PriorTable.none()));
    assertEquals(Option.some(prior), priorTold(series(2), table));
  }

  /** With what prior the last call of the trainer was made. */
  private static Option<PooledPrior> priorTold(FleetSeries series, PriorTable table) {
    List<Option<PooledPrior>> told = new ArrayList<>();
    ModelTrainer listening =
        (ModelTrainer)
            Proxy.newProxyInstance(
                TrainFleetSeriesTest.class.getClassLoader(),
                new Class<?>[] {ModelTrainer.class},
                (proxy, method, arguments) -> {
                  for (Object each : arguments) {
                    if (each instanceof TrainingOptions options) {
                      told.add(Option.of(options.prior()));
                    }
                  }
                  try {
                    return method.invoke(TRAINER, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    FleetResult result = new TrainFleetSeries(listening).train(series, OPTIONS, table);
    assertNotNull(result.forecast());
    return told.get(told.size() - 1);
  }

  @Test
  void hasNoModelWithoutEnoughRuns() {
    assertNull(trained(series(1)).model());
  }
}
