package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.domain.forecast.Distributions.certain;
import static org.updateall.domain.forecast.Distributions.fromScores;
import static org.updateall.domain.forecast.Distributions.uniform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Refusal;

class PredictionTest {

  private static Prediction counting(int runs, int scores) {
    return new Prediction(SeriesFixture.KEY, 60, certain(60), Basis.FEW_RUNS, null, runs, scores);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "2, 0.3333333333333333",
    "3, 0.5",
    "9, 0.8",
    "19, 0.9",
    "39, 0.95",
    "199, 0.99"
  })
  void supportsTheLevelThatExchangeableErrorsAllow(int scores, double level) {
    assertEquals(level, fromScores(scores).supportedLevel());
  }

  @ParameterizedTest
  @EnumSource(names = {"FEW_RUNS", "FAILED_RUNS"})
  void supportsTheLevelThatItsRunsAllowWhereThereIsNoModel(Basis basis) {
    Prediction prediction = fromScores(0);
    Prediction fromThree =
        new Prediction(
            prediction.key(),
            prediction.point(),
            prediction.distribution(),
            Basis.PRIOR,
            null,
            3,
            0);

    assertEquals(0, fromThree.supportedLevel());
    assertEquals(0.5, fromThree.restingOn(basis).supportedLevel());
    assertEquals(fromThree, fromThree.restingOn(basis).restingOn(Basis.PRIOR));
  }

  @ParameterizedTest
  @CsvSource({"18, true", "19, false"})
  void restsOnAnAssumptionUnlessEnoughErrorsSupportTheLevel(int scores, boolean assumption) {
    assertEquals(assumption, fromScores(scores).restsOnAssumption(0.9));
    assertEquals(true, fromScores(scores).restingOn(Basis.FEW_RUNS).restsOnAssumption(0.9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.9, 0.99})
  void restsOnThePriorWithoutScores(double level) {
    assertEquals(IntervalBasis.PRIOR, fromScores(0).intervalBasis(level));
  }

  @ParameterizedTest
  @CsvSource({"1, PRIOR", "19, PRIOR", "20, BLEND", "100, BLEND", "101, OWN", "300, OWN"})
  void intervalsOfThePoolRestOnTheirOwnErrorsOnceThereAreMany(int scores, IntervalBasis basis) {
    assertEquals(basis, fromScores(scores).intervalBasis(0.9));
    assertEquals(basis, fromScores(scores).intervalBasis(0.001));
    assertEquals(basis, fromScores(scores).intervalBasis(0.99));
  }

  @ParameterizedTest
  @EnumSource(names = "POOL", mode = EnumSource.Mode.EXCLUDE)
  void plainIntervalsRestOnABlendAboveTheSupportedLevel(IntervalMethod method) {
    assertEquals(IntervalBasis.PRIOR, by(method, 0).intervalBasis(0.9));
    assertEquals(IntervalBasis.BLEND, by(method, 1).intervalBasis(0.001));
    assertEquals(IntervalBasis.BLEND, by(method, 18).intervalBasis(0.9));
    assertEquals(IntervalBasis.BLEND, by(method, 19).intervalBasis(0.9001));
  }

  /** 25 errors support 92.3 %, but the bounds of 92 % are read off 95 %, which they do not. */
  @Test
  void judgesALevelBetweenTwoOfTheGridByTheWiderOne() {
    assertEquals(IntervalBasis.BLEND, by(IntervalMethod.SPLIT, 25).intervalBasis(0.92));
    assertEquals(IntervalBasis.OWN, by(IntervalMethod.SPLIT, 39).intervalBasis(0.92));
  }

  @ParameterizedTest
  @CsvSource({"3, 0.5", "9, 0.8", "19, 0.9", "39, 0.95", "199, 0.99", "39, 0.001"})
  void plainIntervalsRestOnTheirOwnErrorsUpToTheSupportedLevel(int scores, double level) {
    assertEquals(IntervalBasis.OWN, by(IntervalMethod.SPLIT, scores).intervalBasis(level));
    assertEquals(IntervalBasis.OWN, by(IntervalMethod.CQR, scores).intervalBasis(level));
    assertEquals(IntervalBasis.OWN, by(IntervalMethod.ACI, scores).intervalBasis(level));
  }

  private static Prediction by(IntervalMethod method, int scores) {
    return new Prediction(
        SeriesFixture.KEY, 60, certain(60), Basis.MODEL, "naive", scores + 1, scores, method);
  }

  @Test
  void givesTheIntervalsOfItsDistribution() {
    Prediction prediction =
        new Prediction(SeriesFixture.KEY, 50, uniform(0, 100), Basis.MODEL, "naive", 20, 19);

    assertEquals(5, prediction.interval(0.9).lower(), 1e-9);
    assertEquals(95, prediction.interval(0.9).upper(), 1e-9);
    assertEquals(0.9, prediction.interval(0.9).level());
  }

  @Test
  void refusesAPointThatIsNotTheMedian() {
    assertEquals(
        "the point 61.0 is not the median 60.0",
        Refusal.of(
            () ->
                new Prediction(SeriesFixture.KEY, 61, certain(60), Basis.MODEL, "naive", 20, 19)));
    assertEquals(
        "the point NaN is not the median 60.0",
        Refusal.of(
            () ->
                new Prediction(
                    SeriesFixture.KEY, Double.NaN, certain(60), Basis.MODEL, "naive", 20, 19)));
  }

  @Test
  void refusesNegativeCounts() {
    assertEquals("a count is negative: -1, 0", Refusal.of(() -> counting(-1, 0)));
    assertEquals("a count is negative: 0, -1", Refusal.of(() -> counting(0, -1)));
    assertEquals(0, counting(0, 0).runs());
  }
}
