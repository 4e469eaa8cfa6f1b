package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

class PredictionTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PredictiveDistribution UNIFORM =
      PredictiveDistribution.of(
          Arrays.stream(PredictiveDistribution.levels()).map(level -> 100 * level).toArray());
  private static final SeriesKey KEY = new SeriesKey(APT, HostScope.everyHost(), Target.WALL_CLOCK);
  private static final DataQuality GOOD =
      new DataQuality(1, 0, 0, 0, 0, 0, Duration.ZERO, List.of(), List.of("short"));

  @Test
  void itsPointIsTheMedian() {
    assertEquals(50, prediction(9).point());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Prediction(KEY, 49, UNIFORM, Basis.MODEL, "m", 1, 1));
  }

  @Test
  void itsIntervalsAreThoseOfItsDistribution() {
    assertEquals(UNIFORM.interval(0.8), prediction(9).interval(0.8));
  }

  @Test
  void refusesNegativeCounts() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Prediction(KEY, 50, UNIFORM, Basis.MODEL, "m", -1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Prediction(KEY, 50, UNIFORM, Basis.MODEL, "m", 0, -1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "3, 0.5", "19, 0.9", "199, 0.99"})
  void supportsWhatExchangeabilityAloneGives(int scores, double level) {
    assertEquals(level, prediction(scores).supportedLevel(), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5, PRIOR", "19, 0.9, OWN", "19, 0.8, OWN", "19, 0.91, BLEND", "1, 0.5, BLEND"})
  void saysWhatItsBoundsRestOn(int scores, double level, IntervalBasis basis) {
    assertEquals(basis, prediction(scores).intervalBasis(level));
  }

  @Test
  void anIntervalHoldsItsBounds() {
    PredictionInterval interval = new PredictionInterval(2, 5, 0.9);

    assertTrue(interval.contains(2));
    assertTrue(interval.contains(5));
    assertFalse(interval.contains(1.999));
    assertFalse(interval.contains(5.001));
    assertFalse(interval.contains(Double.NaN));
    assertEquals(3, interval.width());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 5, 0.9",
    "5, 4, 0.9",
    "NaN, 5, 0.9",
    "1, NaN, 0.9",
    "1, Infinity, 0.9",
    "1, 2, 0",
    "1, 2, 1",
    "1, 2, NaN"
  })
  void refusesWhatIsNoInterval(double lower, double upper, double level) {
    assertThrows(IllegalArgumentException.class, () -> new PredictionInterval(lower, upper, level));
  }

  @Test
  void theLeadingPredictionOfAPluginIsItsElapsedTimeElseTheFirstKnown() {
    Prediction wall = prediction(9);
    Prediction memory = prediction(Target.MEMORY_PEAK, Basis.FEW_RUNS);
    ResourceEstimate both =
        new ResourceEstimate(APT, Map.of(Target.MEMORY_PEAK, memory, Target.WALL_CLOCK, wall));

    assertEquals(Option.some(wall), both.leading());
    assertEquals(Basis.MODEL, both.basis());
    assertEquals(Option.some(memory), both.prediction(Target.MEMORY_PEAK));
    assertEquals(Option.none(), both.prediction(Target.CPU_TIME));
    assertEquals(
        Basis.FEW_RUNS, new ResourceEstimate(APT, Map.of(Target.MEMORY_PEAK, memory)).basis());
  }

  @Test
  void anEstimateOfNothingRestsOnNothing() {
    ResourceEstimate nothing = new ResourceEstimate(APT, Map.of());

    assertEquals(Option.none(), nothing.leading());
    assertEquals(Basis.NOTHING, nothing.basis());
  }

  @Test
  void aTotalReadsOffItsDistribution() {
    TotalPrediction total =
        new TotalPrediction(Target.WALL_CLOCK, UNIFORM, List.of(APT), List.of());

    assertEquals(50, total.point());
    assertEquals(UNIFORM.interval(0.9), total.interval(0.9));
    assertEquals(List.of(APT), total.included());
  }

  @Test
  void aBacktestCountsWhatFellWithin() {
    assertEquals(Option.some(0.85), new Backtest(0.9, 100, 5, 10, 0, 0, 0, 0, 0).coverage());
    assertEquals(Option.none(), new Backtest(0.9, 0, 0, 0, 0, 0, 0, 0, 0).coverage());
  }

  @Test
  void materialIsSufficientWithoutIssuesWhateverTheWarnings() {
    assertTrue(GOOD.isSufficient());
    assertFalse(
        new DataQuality(1, 0, 0, 0, 0, 0, Duration.ZERO, List.of("too short"), List.of())
            .isSufficient());
  }

  @Test
  void wireNamesAreLowerCase() {
    assertEquals("few_runs", Basis.FEW_RUNS.wireName());
    assertEquals("blend", IntervalBasis.BLEND.wireName());
    assertEquals("newer", new ModelUnreadable("newer").reason());
  }

  @Test
  void aModelKnowsItsTimesToTheMicrosecond() {
    Instant fine = Instant.parse("2026-01-05T12:00:00.123456789Z");
    ModelProvenance provenance = new ModelProvenance("f", "g", "log", 3, fine, "0f", fine);

    assertEquals(Instant.parse("2026-01-05T12:00:00.123456Z"), provenance.lastObservation());
    assertEquals(Instant.parse("2026-01-05T12:00:00.123456Z"), provenance.trainedAt());
    assertEquals(provenance, new ModelProvenance("f", "g", "log", 3, fine, "0f", fine));
  }

  @Test
  void trainingComesToAModelOrARefusal() {
    TrainedModel model =
        new TrainedModel(
            KEY, new ModelProvenance("f", "g", "log", 3, Instant.EPOCH, "0f", Instant.EPOCH), "{}");
    Training training = new Training(model, GOOD, new Backtest(0.9, 0, 0, 0, 0, 0, 0, 0, 0));

    assertEquals(model, training.model());
    assertEquals("too short", new TrainingRefused(KEY, "too short", GOOD).reason());
  }

  private static Prediction prediction(int scores) {
    return new Prediction(KEY, 50, UNIFORM, Basis.MODEL, "m", 10, scores);
  }

  private static Prediction prediction(Target target, Basis basis) {
    return new Prediction(
        new SeriesKey(APT, HostScope.everyHost(), target), 50, UNIFORM, basis, null, 2, 0);
  }
}
