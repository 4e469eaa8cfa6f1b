package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelTrainerContract;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.modeling.evaluation.BacktestFigures;
import org.updateall.modeling.forecast.UnivariateForecaster;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.ExponentialSmoothing;

final class ConformalModelTrainerTest extends ModelTrainerContract {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  private final ModelTrainer trainer = new ConformalModelTrainer(Clock.systemUTC());

  @Override
  protected ModelTrainer trainer(Clock clock) {
    return new ConformalModelTrainer(clock);
  }

  @Test
  void isNamedExponentialSmoothing() {
    TrainedModel model = trained(SeriesFixture.noisy(40), DEFAULTS).model();

    assertEquals("exponential_smoothing", model.provenance().family());
    assertTrue(model.provenance().form().startsWith("ETS(A,"), model.provenance().form());
    assertEquals("exponential_smoothing", trainer.predict(model, 1).get().model());
  }

  @Test
  void takesFiveRunsWhateverTheGenericMinimum() {
    assertTrue(trainer.train(SeriesFixture.noisy(4), DEFAULTS, 0.9).isLeft());
    assertEquals(5, trained(SeriesFixture.noisy(5), DEFAULTS).model().provenance().observations());
  }

  @Test
  void takesTheGenericMinimumWhereTheFamilyHasNone() {
    ModelTrainer plain = new ConformalModelTrainer(Clock.systemUTC(), List.of(new Undemanding()));
    TrainingOptions seven = new TrainingOptions(null, 7, null, null, false);

    assertTrue(plain.train(SeriesFixture.noisy(9), DEFAULTS, 0.9).isLeft());
    assertTrue(plain.train(SeriesFixture.noisy(10), DEFAULTS, 0.9).isRight());
    assertEquals(
        "6 runs, at least 7 are needed",
        plain.train(SeriesFixture.noisy(6), seven, 0.9).getLeft().reason());
    assertTrue(plain.train(SeriesFixture.noisy(7), seven, 0.9).isRight());
  }

  @Test
  void keepsAModelWhateverTheMinimum() {
    TrainingOptions seven = new TrainingOptions(null, 7, null, null, false);

    assertEquals(
        trainer.fingerprint(SeriesFixture.noisy(40), DEFAULTS),
        trainer.fingerprint(SeriesFixture.noisy(40), seven));
  }

  @Test
  void givesEveryModelItTrainsAnInterval() {
    for (int size = 5; size < 30; size++) {
      TrainedModel model = trained(SeriesFixture.noisy(size), DEFAULTS).model();
      Prediction prediction = trainer.predict(model, 1).get();
      assertTrue(prediction.interval(0.9).width() > 0, "after " + size + " runs");
    }
  }

  @Test
  void refusesAFamilyThatDoesNotExistAndNamesThoseThatDo() {
    TrainingOptions oracle = new TrainingOptions("oracle", 10, null, null, false);

    String reason = trainer.train(SeriesFixture.noisy(40), oracle, 0.9).getLeft().reason();

    assertTrue(reason.contains("oracle") && reason.contains("exponential_smoothing"), reason);
  }

  @Test
  void forcesTheLogarithmWhenAskedTo() {
    TrainingOptions logarithm = new TrainingOptions(null, 10, null, null, true);

    assertEquals(
        "logarithm", trained(SeriesFixture.noisy(40), logarithm).model().provenance().scale());
  }

  @Test
  void forgetsWhatLiesBeforeTheLookback() {
    TrainingOptions month = new TrainingOptions(null, 10, Duration.ofDays(30), null, false);

    Training training = trained(SeriesFixture.noisy(100), month);

    assertEquals(31, training.model().provenance().observations());
    assertEquals(69, training.quality().outsideLookback());
  }

  @Test
  void leavesOutliersOutOfFewRunsAsWell() {
    TrainingOptions ordinary = new TrainingOptions(null, 10, null, 3.0, false);
    TrainingSeries wild = SeriesFixture.of(60, 61, 60, 100_000);

    Prediction prediction = trainer.predictFromFewRuns(wild, ordinary).get();

    assertEquals(3, prediction.runs());
    assertEquals(60, prediction.point(), 1e-9);
    assertEquals(4, trainer.predictFromFewRuns(wild, DEFAULTS).get().runs());
  }

  @Test
  void predictsNothingIfTheOptionsLeaveNothing() {
    TrainingOptions nothing = new TrainingOptions(null, 10, null, 1e-9, false);

    assertTrue(trainer.predictFromFewRuns(SeriesFixture.of(1, 2, 4), nothing).isEmpty());
  }

  @Test
  void followsALevelShiftWithinAFewRuns() {
    double[] values = SeriesFixture.noisy(50).values();
    for (int i = 40; i < 50; i++) {
      values[i] *= 5;
    }

    Prediction prediction =
        trainer.predict(trained(SeriesFixture.of(values), DEFAULTS).model(), 1).get();

    assertTrue(prediction.point() > 200, "predicted " + prediction.point());
  }

  @Test
  void readsADocumentWrittenByTheFirstVersion() {
    TrainedModel model = trained(SeriesFixture.noisy(40), DEFAULTS).model();
    String document =
        """
        {"format":1,"runs":7,"scale":{"power":"IDENTITY","offset":0.0},
         "exponentialSmoothing":{"components":"LEVEL","alpha":0.3,"beta":0.0,"phi":1.0,
           "level":60.0,"trend":0.0,"sigmaSquared":4.0,"logLikelihood":-10.0,"aicc":26.0,
           "observations":7},
         "scores":[-2.0,1.0,3.0,-1.0],"observed":[58.0,61.0]}
        """;

    Prediction prediction =
        trainer.predict(new TrainedModel(model.key(), model.provenance(), document), 1).get();

    assertEquals(60, prediction.point());
    assertEquals(7, prediction.runs());
    assertEquals(4, prediction.scores());
    assertEquals(58, prediction.interval(0.6).lower());
  }

  @Test
  void saysThatADocumentOfALaterFormatIsTooNew() {
    TrainedModel model = trained(SeriesFixture.noisy(40), DEFAULTS).model();
    TrainedModel later =
        new TrainedModel(model.key(), model.provenance(), "{\"format\":2,\"novelty\":true}");

    assertTrue(trainer.predict(later, 1).getLeft().reason().contains("format 2"));
  }

  @Test
  void widensWithTheHorizon() {
    TrainedModel model = trained(SeriesFixture.noisy(60), DEFAULTS).model();

    double next = trainer.predict(model, 1).get().interval(0.9).width();
    double later = trainer.predict(model, 20).get().interval(0.9).width();

    assertTrue(later >= next, later + " against " + next);
  }

  @Test
  void passesEachFigureOfTheBacktestOn() {
    TrainingSeries series = SeriesFixture.noisy(200);
    BacktestFigures measured =
        new UnivariateForecaster(new ExponentialSmoothing())
            .evaluate(series.values())
            .backtest(0.9);

    Backtest backtest = trained(series, DEFAULTS).backtest();

    assertEquals(measured.level(), backtest.level());
    assertEquals(measured.origins(), backtest.origins());
    assertEquals(measured.below(), backtest.below());
    assertEquals(measured.above(), backtest.above());
    assertEquals(measured.meanAbsoluteError(), backtest.meanAbsoluteError());
    assertEquals(measured.lastValueError(), backtest.lastValueError());
    assertEquals(measured.meanOfThreeError(), backtest.meanOfThreeError());
    assertEquals(measured.meanWidth(), backtest.meanWidth());
    assertEquals(measured.intervalScore(), backtest.intervalScore());
    assertEquals(
        9,
        Set.of(
                measured.level(),
                (double) measured.origins(),
                (double) measured.below(),
                (double) measured.above(),
                measured.meanAbsoluteError(),
                measured.lastValueError(),
                measured.meanOfThreeError(),
                measured.meanWidth(),
                measured.intervalScore())
            .size(),
        "all differ, so that an exchange would be noticed");
  }

  @Test
  void coversWhatItPromisesOnExchangeableRuns() {
    double coverage = trained(SeriesFixture.noisy(1000), DEFAULTS).backtest().coverage().get();

    assertEquals(0.9, coverage, 3 * Math.sqrt(0.9 * 0.1 / 990));
  }

  @Test
  void keepsTheUnitsOfBytes() {
    double[] bytes = Arrays.stream(SeriesFixture.noisy(40).values()).map(s -> s * 1e7).toArray();

    Prediction prediction =
        trainer.predict(trained(SeriesFixture.of(bytes), DEFAULTS).model(), 1).get();

    assertTrue(prediction.point() > 3e8 && prediction.point() < 1.2e9);
  }

  private Training trained(TrainingSeries series, TrainingOptions options) {
    return trainer.train(series, options, 0.9).get();
  }

  /** Exponential smoothing that asks for no minimum of its own. */
  private static final class Undemanding implements ModelFamily {

    @Override
    public String name() {
      return "undemanding";
    }

    @Override
    public int minObservations() {
      return 1;
    }

    @Override
    public FittedModel fit(TimeSeries window) {
      return new ExponentialSmoothing().fit(window);
    }
  }
}
