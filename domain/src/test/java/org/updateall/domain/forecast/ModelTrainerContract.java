package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Explanation.MemberShare;
import org.updateall.domain.history.PluginName;

/** What every {@link ModelTrainer} promises. */
public abstract class ModelTrainerContract {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();
  private static final double LEVEL = 0.9;
  private static final TrainingSeries LONG = SeriesFixture.noisy(60);

  protected abstract ModelTrainer trainer(Clock clock);

  private ModelTrainer trainer() {
    return trainer(CLOCK);
  }

  private Training trained(TrainingSeries series) {
    return trainer().train(series, DEFAULTS, LEVEL).get();
  }

  private Prediction predicted(TrainingSeries series) {
    return trainer().predict(trained(series).model(), Upcoming.ahead(1)).get();
  }

  @Test
  void saysWhereAModelComesFrom() {
    ModelProvenance provenance = trained(LONG).model().provenance();

    assertEquals(60, provenance.observations());
    assertEquals(LONG.observations().get(59).time(), provenance.lastObservation());
    assertEquals(NOW, provenance.trainedAt());
    assertFalse(provenance.family().isBlank());
    assertFalse(provenance.form().isBlank());
    assertEquals(LONG.key(), trained(LONG).model().key());
  }

  @Test
  void marksAModelWithTheFingerprintOfItsSeriesAndOptions() {
    assertEquals(
        trainer().fingerprint(LONG, DEFAULTS), trained(LONG).model().provenance().fingerprint());
  }

  @Test
  void hasAnotherFingerprintForAnotherSeriesOrOtherOptions() {
    String fingerprint = trainer().fingerprint(LONG, DEFAULTS);
    double[] changed = LONG.values();
    changed[30] += 1;
    TrainingOptions logarithm = new TrainingOptions(null, 10, null, null, true);

    assertEquals(fingerprint, trainer().fingerprint(SeriesFixture.noisy(60), DEFAULTS));
    assertNotEquals(fingerprint, trainer().fingerprint(SeriesFixture.of(changed), DEFAULTS));
    assertNotEquals(fingerprint, trainer().fingerprint(SeriesFixture.noisy(61), DEFAULTS));
    assertNotEquals(fingerprint, trainer().fingerprint(LONG, logarithm));
  }

  @Test
  void givesTheSameModelForTheSameSeries() {
    assertEquals(trained(LONG), trained(SeriesFixture.noisy(60)));
  }

  @Test
  void predictsInTheUnitsOfTheSeries() {
    Prediction prediction = predicted(LONG);

    assertTrue(prediction.point() > 30 && prediction.point() < 120, prediction.toString());
    assertEquals(LONG.key(), prediction.key());
    assertEquals(Basis.MODEL, prediction.basis());
    assertEquals(60, prediction.runs());
    assertTrue(prediction.scores() > 0);
  }

  @Test
  void nestsIntervalsAboutThePoint() {
    Prediction prediction = predicted(LONG);
    PredictionInterval previous = prediction.interval(0.01);

    for (double level : new double[] {0.1, 0.5, 0.8, 0.9, 0.95, 0.99}) {
      PredictionInterval interval = prediction.interval(level);
      assertTrue(interval.contains(prediction.point()));
      assertTrue(interval.lower() <= previous.lower(), "lower bound at " + level);
      assertTrue(interval.upper() >= previous.upper(), "upper bound at " + level);
      previous = interval;
    }
  }

  @Test
  void predictsFromTheDocumentAlone() {
    TrainedModel kept = trained(LONG).model();
    TrainedModel readBack = new TrainedModel(kept.key(), kept.provenance(), kept.document());

    assertEquals(
        trainer().predict(kept, Upcoming.ahead(3)).get().distribution(),
        trainer().predict(readBack, Upcoming.ahead(3)).get().distribution());
  }

  @Test
  void goesOnFromAKeptModelToTheSameAsTrainingAnew() {
    TrainingSeries shorter = SeriesFixture.of(Arrays.copyOf(LONG.values(), 50));
    TrainedModel kept = trained(shorter).model();

    assertEquals(trained(LONG), trainer().update(kept, LONG, DEFAULTS, LEVEL).get());
    assertEquals(trained(shorter), trainer().update(kept, shorter, DEFAULTS, LEVEL).get());
  }

  @Test
  void trainsAnewWhereAKeptModelIsOfAnotherSeriesOrOfOtherOptions() {
    TrainedModel other = trained(SeriesFixture.noisy(50)).model();
    TrainedModel damaged = new TrainedModel(other.key(), other.provenance(), "nonsense");
    TrainingOptions logarithm = new TrainingOptions(null, 10, null, null, true);

    assertEquals(trained(LONG), trainer().update(other, LONG, DEFAULTS, LEVEL).get());
    assertEquals(trained(LONG), trainer().update(damaged, LONG, DEFAULTS, LEVEL).get());
    assertEquals(
        trainer().train(LONG, logarithm, 0.8),
        trainer().update(trained(LONG).model(), LONG, logarithm, 0.8));
  }

  @Test
  void explainsWhatItPredicts() {
    TrainedModel model = trained(LONG).model();
    Explanation explanation = trainer().explain(model, Upcoming.ahead(1)).get();

    assertEquals(predicted(LONG).distribution(), explanation.prediction().distribution());
    if (!explanation.members().isEmpty()) {
      assertEquals(1, explanation.members().stream().mapToDouble(MemberShare::weight).sum(), 1e-9);
    }
  }

  @Test
  void tellsWhereItsNewestRunsLayInWhatItPredicted() {
    List<PastLevel> levels = trainer().pastLevels(trained(LONG).model()).get();

    List<Instant> times = LONG.observations().stream().map(Observation::time).toList();
    List<Instant> told = levels.stream().map(PastLevel::time).toList();
    assertTrue(levels.size() >= 40, levels.toString());
    assertEquals(times.subList(60 - told.size(), 60), told);
    long above = levels.stream().filter(each -> each.level() > 0.5).count();
    assertTrue(above > 15 && above < 45, levels.toString());
  }

  @Test
  void putsARunThatCameToMoreThanExpectedAtAHighLevel() {
    double[] values = LONG.values();
    values[58] = 1;
    values[59] = 10_000;

    List<PastLevel> levels = trainer().pastLevels(trained(SeriesFixture.of(values)).model()).get();

    assertTrue(levels.get(levels.size() - 2).level() < 0.3, levels.toString());
    assertTrue(levels.get(levels.size() - 1).level() > 0.7, levels.toString());
  }

  @Test
  void knowsTheFamilyThatItTrains() {
    assertTrue(trainer().families().contains(trained(LONG).model().provenance().family()));
  }

  @Test
  void saysThatADocumentIsNotItsOwn() {
    TrainedModel model = trained(LONG).model();

    for (String document : new String[] {"", "nonsense", "{}", "[1]", "null"}) {
      TrainedModel strange = new TrainedModel(model.key(), model.provenance(), document);
      assertFalse(
          trainer().predict(strange, Upcoming.ahead(1)).getLeft().reason().isBlank(), document);
      assertFalse(trainer().pastLevels(strange).getLeft().reason().isBlank(), document);
    }
  }

  @Test
  void refusesASeriesTooShort() {
    TrainingRefused refused = trainer().train(SeriesFixture.of(60), DEFAULTS, LEVEL).getLeft();

    assertEquals(SeriesFixture.KEY, refused.key());
    assertEquals(1, refused.quality().observations());
    assertFalse(refused.reason().isBlank());
  }

  @Test
  void checksItselfOnThePast() {
    Backtest backtest = trained(LONG).backtest();

    assertEquals(LEVEL, backtest.level());
    assertTrue(backtest.origins() > 0 && backtest.origins() < 60);
    assertTrue(backtest.coverage().get() > 0.7, backtest.toString());
    assertTrue(backtest.lastValueError() > 0);
  }

  @Test
  void predictsNothingFromNoRun() {
    assertTrue(trainer().predictFromFewRuns(SeriesFixture.of(), DEFAULTS).isEmpty());
  }

  @Test
  void predictsFromASingleRunAndSaysSo() {
    Prediction prediction = trainer().predictFromFewRuns(SeriesFixture.of(60), DEFAULTS).get();

    assertEquals(60, prediction.point(), 1e-9);
    assertEquals(Basis.FEW_RUNS, prediction.basis());
    assertEquals(1, prediction.runs());
    assertEquals(0, prediction.supportedLevel());
    assertTrue(prediction.interval(LEVEL).width() > 0);
  }

  @Test
  void saysWhatLevelFewRunsSupportByThemselves() {
    Prediction prediction =
        trainer().predictFromFewRuns(SeriesFixture.of(60, 50, 70), DEFAULTS).get();

    assertEquals(0.5, prediction.supportedLevel());
    assertEquals(IntervalBasis.PRIOR, prediction.intervalBasis(LEVEL));
  }

  @Test
  void predictsWithoutARunFromOtherSeriesAndSaysSo() {
    Kindred kindred = new Kindred(List.of(other("snap", 50, 70), other("flatpak", 60)));
    Prediction prediction =
        trainer().predictFromFewRuns(SeriesFixture.of(), kindred, DEFAULTS).get();

    assertEquals(Basis.PRIOR, prediction.basis());
    assertEquals(0, prediction.runs());
    assertEquals(0, prediction.supportedLevel());
    assertEquals(IntervalBasis.PRIOR, prediction.intervalBasis(LEVEL));
    assertTrue(prediction.point() > 20 && prediction.point() < 200, prediction.toString());
    assertTrue(prediction.interval(LEVEL).width() > 50, prediction.toString());
  }

  @Test
  void predictsNothingFromOtherSeriesThatAreNothingButZeros() {
    Kindred kindred = new Kindred(List.of(other("snap", 0, 0)));

    assertTrue(trainer().predictFromFewRuns(SeriesFixture.of(), kindred, DEFAULTS).isEmpty());
    assertEquals(
        Basis.FEW_RUNS,
        trainer().predictFromFewRuns(SeriesFixture.of(60), kindred, DEFAULTS).get().basis());
  }

  @Test
  void takesADefaultForTheElapsedTimeAlone() {
    Prediction prediction = trainer().assume(SeriesFixture.KEY, Covariates.NONE).get();

    assertEquals(Basis.DEFAULT, prediction.basis());
    assertEquals(0, prediction.runs());
    assertEquals(300, prediction.point(), 1e-6);
    assertTrue(trainer().assume(key(Target.MEMORY_PEAK), Covariates.NONE).isEmpty());
    assertTrue(trainer().assume(key(Target.CPU_TIME), Covariates.NONE).isEmpty());
    assertTrue(trainer().assume(key(Target.DOWNLOAD_SIZE), Covariates.NONE).isEmpty());
  }

  @Test
  void takesForTheDownloadWhatWasAnnounced() {
    Prediction prediction =
        trainer()
            .assume(key(Target.DOWNLOAD_SIZE), Covariates.of(Covariates.DOWNLOAD_BYTES, 5e6))
            .get();

    assertEquals(Basis.ANNOUNCED, prediction.basis());
    assertEquals(5e6, prediction.point(), 1e-3);
    assertTrue(prediction.interval(LEVEL).contains(6e6), prediction.toString());
  }

  private static SeriesKey key(Target target) {
    return new SeriesKey(SeriesFixture.KEY.plugin(), SeriesFixture.KEY.host(), target);
  }

  private static TrainingSeries other(String plugin, double... values) {
    SeriesKey key =
        new SeriesKey(new PluginName(plugin), SeriesFixture.KEY.host(), Target.WALL_CLOCK);
    return new TrainingSeries(key, SeriesFixture.of(values).observations(), 0);
  }

  @Test
  void learnsFromTheRunsWithinTheLookbackAlone() {
    TrainingOptions days = new TrainingOptions(null, 10, Duration.ofDays(20), null, false);
    TrainingOptions day = new TrainingOptions(null, 10, Duration.ofDays(1), null, false);

    Training training = trainer().train(LONG, days, LEVEL).get();

    assertEquals(21, training.model().provenance().observations());
    assertEquals(21, trainer().predict(training.model(), Upcoming.ahead(1)).get().runs());
    assertEquals(2, trainer().train(LONG, day, LEVEL).getLeft().quality().observations());
    assertEquals(2, trainer().predictFromFewRuns(LONG, day).get().runs());
    assertEquals(
        trainer().predictFromFewRuns(SeriesFixture.of(7, 9), DEFAULTS),
        trainer().predictFromFewRuns(SeriesFixture.of(500, 7, 9), day));
  }

  @Test
  void givesFiniteFiguresForStrangeSeries() {
    double[] same = new double[40];
    double[] huge = new double[40];
    double[] sparse = new double[40];
    Arrays.fill(same, 42);
    Arrays.fill(huge, 1e12);
    sparse[7] = 1e12;
    for (double[] values : new double[][] {same, huge, new double[40], sparse}) {
      PredictionInterval interval = predicted(SeriesFixture.of(values)).interval(0.99);
      assertTrue(Double.isFinite(interval.lower()) && Double.isFinite(interval.upper()));
    }
  }
}
