package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Explanation.CovariateEffect;
import org.updateall.domain.forecast.Explanation.MemberShare;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelTrainerContract;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.modeling.evaluation.BacktestSums;
import org.updateall.modeling.forecast.Families;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.TimeSeries;

final class PrequentialModelTrainerTest extends ModelTrainerContract {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();
  private static final Upcoming NEXT = Upcoming.ahead(1);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final ModelTrainer trainer =
      new PrequentialModelTrainer(Clock.fixed(SeriesFixture.FIRST, ZoneOffset.UTC));

  @Override
  protected ModelTrainer trainer(Clock clock) {
    return new PrequentialModelTrainer(clock);
  }

  @Test
  void trainsThePoolUnlessAFamilyIsAskedFor() {
    TrainedModel model = trained(SeriesFixture.noisy(40), DEFAULTS).model();

    assertEquals("pool", model.provenance().family());
    assertTrue(model.provenance().form().startsWith("pool of "), model.provenance().form());
    assertEquals("pool", predicted(model, NEXT).model());
    assertEquals(
        Stream.concat(Stream.of("pool"), Families.names().stream()).toList(), trainer.families());
  }

  @Test
  void trainsEveryFamilyThatThereIs() {
    for (String family : Families.names()) {
      int minimum = Families.named(family).get().minObservations();
      TrainedModel model = trained(SeriesFixture.noisy(minimum), of(family)).model();
      assertEquals(family, model.provenance().family());
      assertEquals(family, predicted(model, NEXT).model());
      assertTrue(predicted(model, NEXT).interval(0.9).width() > 0);
    }
  }

  @Test
  void saysHowManyRunsAFamilyNeeds() {
    for (String family : trainer.families()) {
      int minimum = family.equals("pool") ? 5 : Families.named(family).get().minObservations();
      String reason =
          trainer.train(SeriesFixture.noisy(minimum - 1), of(family), 0.9).getLeft().reason();
      assertEquals(
          "%d runs, at least %d are needed".formatted(minimum - 1, minimum), reason, family);
    }
  }

  @Test
  void givesEveryModelThatItTrainsAnInterval() {
    for (int size = 5; size < 30; size++) {
      TrainedModel model = trained(SeriesFixture.noisy(size), DEFAULTS).model();
      assertTrue(predicted(model, NEXT).interval(0.9).width() > 0, "after " + size + " runs");
    }
  }

  @Test
  void keepsAModelWhateverTheMinimum() {
    TrainingOptions seven = new TrainingOptions(null, 7, null, null, false);

    assertEquals(
        trainer.fingerprint(SeriesFixture.noisy(40), DEFAULTS),
        trainer.fingerprint(SeriesFixture.noisy(40), seven));
  }

  @Test
  void refusesAFamilyThatDoesNotExistAndNamesThoseThatDo() {
    String reason = trainer.train(SeriesFixture.noisy(40), of("oracle"), 0.9).getLeft().reason();

    assertTrue(reason.contains("oracle") && reason.contains("exponential_smoothing"), reason);
    assertTrue(reason.contains("pool"), reason);
  }

  @Test
  void forcesTheLogarithmWhenAskedTo() {
    for (String family : new String[] {"pool", "exponential_smoothing"}) {
      TrainingOptions logarithm = new TrainingOptions(family, 10, null, null, true);
      assertEquals(
          "logarithm", trained(SeriesFixture.noisy(40), logarithm).model().provenance().scale());
    }
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
    assertEquals(60, prediction.point(), 1);
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

    double point = predicted(trained(SeriesFixture.of(values), DEFAULTS).model(), NEXT).point();

    assertTrue(point > 200, "predicted " + point);
  }

  @Test
  void widensWithTheHorizon() {
    TrainedModel model = trained(SeriesFixture.noisy(60), DEFAULTS).model();

    double next = predicted(model, NEXT).interval(0.9).width();
    double later = predicted(model, Upcoming.ahead(20)).interval(0.9).width();

    assertTrue(later >= 0.9 * next, later + " against " + next);
  }

  @Test
  void keepsTheUnitsOfBytes() {
    double[] bytes = Arrays.stream(SeriesFixture.noisy(40).values()).map(s -> s * 1e7).toArray();

    double point = predicted(trained(SeriesFixture.of(bytes), DEFAULTS).model(), NEXT).point();

    assertTrue(point > 3e8 && point < 1.2e9, "predicted " + point);
  }

  /** Each figure from forecasts made and judged one by one, from the eleventh value on. */
  @Test
  void passesEachFigureOfTheBacktestOn() {
    double[] values = SeriesFixture.noisy(90).values();
    values[50] = 0;
    TimeSeries series = TimeSeries.of(values);
    PrequentialForecaster forecaster =
        PrequentialForecaster.of(
            new Recipe("exponential_smoothing", null, 0, 1, IntervalKind.POOL));
    BacktestSums sums = BacktestSums.none(0.8);
    for (int i = 0; i < values.length; i++) {
      forecaster.prepare(series);
      double[] grid = forecaster.quantiles(List.of(series.occasion(i)))[0];
      double[] bounds = {grid[5], grid[21], grid[37]};
      if (i >= 10) {
        double three = (values[i - 1] + values[i - 2] + values[i - 3]) / 3;
        sums = sums.plus(values[i], bounds, values[i - 1], three);
      }
      forecaster.observe(series, i);
    }

    Backtest backtest =
        trainer.train(SeriesFixture.of(values), of("exponential_smoothing"), 0.8).get().backtest();

    assertEquals(0.8, backtest.level());
    assertEquals(80, backtest.origins());
    assertEquals(sums.below(), backtest.below());
    assertEquals(sums.above(), backtest.above());
    assertEquals(sums.absoluteErrors() / 80, backtest.meanAbsoluteError(), 1e-9);
    assertEquals(Math.sqrt(sums.squaredErrors() / 80), backtest.rootMeanSquaredError(), 1e-9);
    assertEquals(sums.relativeErrors() / 79, backtest.meanAbsolutePercentageError(), 1e-9);
    assertEquals(
        sums.absoluteErrors() / 80 / meanStep(values), backtest.meanAbsoluteScaledError(), 1e-9);
    assertEquals(sums.lastValueErrors() / 80, backtest.lastValueError(), 1e-9);
    assertEquals(sums.meanOfThreeErrors() / 80, backtest.meanOfThreeError(), 1e-9);
    assertEquals(sums.widths() / 80, backtest.meanWidth(), 1e-9);
    assertEquals(sums.intervalScore(), backtest.intervalScore(), 1e-9);
    assertEquals(
        8,
        Set.of(
                backtest.meanAbsoluteError(),
                backtest.rootMeanSquaredError(),
                backtest.meanAbsolutePercentageError(),
                backtest.meanAbsoluteScaledError(),
                backtest.lastValueError(),
                backtest.meanOfThreeError(),
                backtest.meanWidth(),
                backtest.intervalScore())
            .size(),
        "all differ, so that an exchange would be noticed");
  }

  @Test
  void hasNoProportionsWhereTheyMeanNothing() {
    Backtest zeros = trained(SeriesFixture.of(new double[20]), DEFAULTS).backtest();
    assertEquals(Double.NaN, zeros.meanAbsolutePercentageError());
    assertEquals(Double.NaN, zeros.meanAbsoluteScaledError());
    assertEquals(10, zeros.origins());

    assertTrue(trained(SeriesFixture.noisy(10), DEFAULTS).backtest().coverage().isEmpty());
  }

  @Test
  void coversWhatItPromisesOnExchangeableRuns() {
    double coverage = trained(SeriesFixture.noisy(500), DEFAULTS).backtest().coverage().get();

    assertEquals(0.9, coverage, 3 * Math.sqrt(0.9 * 0.1 / 490));
  }

  @Test
  void goesOnRunByRunToTheSameAsTrainingAnew() {
    TrainingSeries runs = Announced.runs(40);
    TrainingOptions options = new TrainingOptions(null, 10, null, null, false, TOKYO);
    TrainedModel kept = trained(Announced.first(20, runs), options).model();
    for (int count = 21; count <= 40; count++) {
      TrainingSeries longer = Announced.first(count, runs);
      Training updated = trainer.update(kept, longer, options, 0.9).get();
      assertEquals(trained(longer, options), updated, "after " + count);
      kept = updated.model();
    }
  }

  @Test
  void goesOnFromWhatTheKeptModelHasBecome() {
    TrainedModel kept = trained(SeriesFixture.noisy(40), DEFAULTS).model();
    TrainedModel praised =
        withDocument(kept, kept.document().replace("\"origins\":30", "\"origins\":77"));
    assertNotEquals(kept, praised);

    assertEquals(
        77,
        trainer.update(praised, SeriesFixture.noisy(40), DEFAULTS, 0.9).get().backtest().origins());
  }

  @Test
  void trainsAnewIfAnythingElseThanTheNumberOfRunsHasChanged() {
    TrainingSeries runs = Announced.runs(30);
    TrainedModel kept = trained(runs, DEFAULTS).model();
    TrainedModel praised = withDocument(kept, kept.document().replace("\"runs\":", "\"runs\":1"));
    TrainingOptions tokyo = new TrainingOptions(null, 10, null, null, false, TOKYO);
    TrainingOptions week = new TrainingOptions(null, 10, Duration.ofDays(15), null, false);
    for (TrainingOptions options : List.of(tokyo, week, of("exponential_smoothing"))) {
      assertEquals(trained(runs, options), trainer.update(praised, runs, options, 0.9).get());
    }
    TrainingSeries shorter = Announced.first(29, runs);
    assertEquals(trained(shorter, DEFAULTS), trainer.update(praised, shorter, DEFAULTS, 0.9).get());
    TrainingSeries withMore = withAnother(runs, Covariates.of("novelty", 3));
    assertEquals(
        trained(withMore, DEFAULTS), trainer.update(praised, withMore, DEFAULTS, 0.9).get());
    assertEquals(trainer.train(runs, DEFAULTS, 0.8), trainer.update(praised, runs, DEFAULTS, 0.8));
  }

  @Test
  void refusesToGoOnWithTooFewRuns() {
    TrainedModel kept = trained(SeriesFixture.noisy(40), DEFAULTS).model();

    assertEquals(
        "3 runs, at least 5 are needed",
        trainer.update(kept, SeriesFixture.noisy(3), DEFAULTS, 0.9).getLeft().reason());
  }

  @Test
  void predictsByWhatIsAnnounced() {
    TrainedModel model = trained(Announced.runs(90), DEFAULTS).model();

    double few = predicted(model, announced(2)).point();
    double many = predicted(model, announced(35)).point();
    double nothingToDo = predicted(model, announced(0)).point();
    double unknown = predicted(model, NEXT).point();

    assertEquals(2 + 3 * 2, few, 4);
    assertEquals(2 + 3 * 35, many, 25);
    assertEquals(0, nothingToDo, 2);
    assertTrue(unknown > few && unknown < many, "without an announcement " + unknown);
  }

  @Test
  void takesNoNoticeOfCovariatesThatItDidNotLearnFrom() {
    TrainedModel model = trained(SeriesFixture.noisy(40), DEFAULTS).model();

    assertEquals(predicted(model, NEXT), predicted(model, announced(30)));
    assertEquals(List.of(), trainer.explain(model, announced(30)).get().effects());
  }

  @Test
  void predictsByTheHourOfTheRunToCome() {
    TrainingSeries series = Announced.byNightAndByDay(60);
    TrainedModel model = trained(series, DEFAULTS).model();
    Instant night = Instant.parse("2026-03-10T02:30:00Z");

    double byNight = predicted(model, Upcoming.at(night, Covariates.NONE)).point();
    double byDay =
        predicted(model, Upcoming.at(night.plus(Duration.ofHours(12)), Covariates.NONE)).point();

    assertEquals(10, byNight, 3);
    assertEquals(60, byDay, 6);
  }

  @Test
  void countsWholeRunsAlone() {
    TrainingSeries runs = Announced.runs(40);
    int cutOff = (int) runs.observations().stream().filter(Observation::lowerBound).count();
    TrainedModel model = trained(runs, DEFAULTS).model();

    assertTrue(cutOff > 0);
    assertEquals(40 - cutOff, model.provenance().observations());
    assertEquals(40 - cutOff, predicted(model, NEXT).runs());
  }

  @Test
  void refusesRunsThatWereAllCutOff() {
    List<Observation> bounds = new ArrayList<>();
    SeriesFixture.noisy(20)
        .observations()
        .forEach(
            each -> bounds.add(new Observation(each.time(), each.value(), each.known(), true)));

    assertEquals(
        "0 runs, at least 5 are needed",
        trainer
            .train(new TrainingSeries(SeriesFixture.KEY, bounds, 0), DEFAULTS, 0.9)
            .getLeft()
            .reason());
  }

  @Test
  void explainsByMembersAndCovariates() {
    TrainedModel model = trained(Announced.runs(90), DEFAULTS).model();
    Explanation explanation =
        trainer.explain(model, Upcoming.at(SeriesFixture.FIRST, packages(20))).get();

    assertEquals(1, explanation.members().stream().mapToDouble(MemberShare::weight).sum(), 1e-9);
    assertTrue(
        explanation.members().get(0).model().startsWith("regression"), explanation.toString());
    assertEquals(
        List.of("download_bytes", "packages"),
        explanation.effects().stream().map(CovariateEffect::name).toList());
    CovariateEffect bytes = explanation.effects().get(0);
    CovariateEffect packages = explanation.effects().get(1);
    assertTrue(packages.known());
    assertFalse(bytes.known());
    assertEquals(20, packages.value());
    assertEquals(lastBytes(Announced.runs(90)), bytes.value());
    assertTrue(packages.pointAtTwice() > 1.1 * packages.point(), packages.toString());
    assertTrue(bytes.pointAtTwice() >= bytes.point(), bytes.toString());
  }

  @Test
  void explainsThatMorePackagesTakeLonger() {
    TrainedModel model = trained(Announced.runs(90), DEFAULTS).model();

    CovariateEffect packages = trainer.explain(model, announced(10)).get().effects().get(1);

    assertEquals(predicted(model, announced(10)).point(), packages.point());
    assertTrue(packages.pointAtTwice() > packages.point() + 3, packages.toString());
  }

  @Test
  void explainsASingleFamilyWithoutMembers() {
    TrainedModel model = trained(SeriesFixture.noisy(40), of("exponential_smoothing")).model();

    assertEquals(List.of(), trainer.explain(model, NEXT).get().members());
  }

  private static Covariates packages(int packages) {
    return Covariates.of(Covariates.PACKAGES, packages);
  }

  private static Upcoming announced(int packages) {
    return new Upcoming(
        1,
        null,
        Covariates.of(
            Map.of(
                Covariates.PACKAGES,
                (double) packages,
                Covariates.DOWNLOAD_BYTES,
                3e6 * packages)));
  }

  private static double lastBytes(TrainingSeries series) {
    double last = Double.NaN;
    for (Observation observation : series.observations()) {
      last = observation.known().value(Covariates.DOWNLOAD_BYTES).getOrElse(last);
    }
    return last;
  }

  private static TrainingSeries withAnother(TrainingSeries series, Covariates known) {
    List<Observation> longer = new ArrayList<>(series.observations());
    Instant last = longer.get(longer.size() - 1).time();
    longer.add(new Observation(last.plusSeconds(60), 30, known, false));
    return new TrainingSeries(series.key(), longer, 0);
  }

  private static TrainedModel withDocument(TrainedModel model, String document) {
    return new TrainedModel(model.key(), model.provenance(), document);
  }

  private static double meanStep(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += Math.abs(values[i] - values[i - 1]);
    }
    return sum / (values.length - 1);
  }

  private static TrainingOptions of(String family) {
    return new TrainingOptions(family, 1, null, null, false);
  }

  private Prediction predicted(TrainedModel model, Upcoming next) {
    return trainer.predict(model, next).get();
  }

  private Training trained(TrainingSeries series, TrainingOptions options) {
    return trainer.train(series, options, 0.9).get();
  }
}
