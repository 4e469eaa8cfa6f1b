package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Refusal;

class TrainingOptionsTest {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  private static TrainingOptions atLeast(int observations) {
    return new TrainingOptions(null, observations, null, null, false);
  }

  private static TrainingOptions within(Duration lookback) {
    return new TrainingOptions(null, 10, lookback, null, false);
  }

  private static TrainingOptions withoutBeyond(double deviations) {
    return new TrainingOptions(null, 10, null, deviations, false);
  }

  @Test
  void leavesEverythingToTheDataUnlessToldOtherwise() {
    assertEquals(new TrainingOptions(null, 1, null, null, false), DEFAULTS);
  }

  @Test
  void takesLimitsJustAboveZero() {
    assertEquals(1, atLeast(1).minObservations());
    assertEquals(Duration.ofNanos(1), within(Duration.ofNanos(1)).lookback());
    assertEquals(
        Double.valueOf(Double.MIN_VALUE), withoutBeyond(Double.MIN_VALUE).outlierThreshold());
  }

  @Test
  void refusesAMinimumThatIsNotAboveZero() {
    assertEquals("minimum observations is not above 0: 0", Refusal.of(() -> atLeast(0)));
    assertEquals("minimum observations is not above 0: -1", Refusal.of(() -> atLeast(-1)));
  }

  @Test
  void refusesALookbackThatIsNotAboveZero() {
    assertEquals("lookback is not above zero: PT0S", Refusal.of(() -> within(Duration.ZERO)));
    assertEquals(
        "lookback is not above zero: PT-24H", Refusal.of(() -> within(Duration.ofDays(-1))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, Double.NaN})
  void refusesAnOutlierThresholdThatIsNotAboveZero(double threshold) {
    assertEquals(
        "outlier threshold is not above 0: " + threshold,
        Refusal.of(() -> withoutBeyond(threshold)));
  }

  @Test
  void signsEveryOptionButTheMinimum() {
    assertEquals(
        "family=auto;lookback=all;outliers=keep;log=false;zone=Z;intervals=pool",
        DEFAULTS.signature());
    assertEquals(
        "family=naive;lookback=PT2160H;outliers=3.5;log=true;zone=Z;intervals=pool",
        new TrainingOptions("naive", 12, Duration.ofDays(90), 3.5, true).signature());
  }

  @Test
  void signsAlikeWhateverTheMinimum() {
    assertEquals(DEFAULTS.signature(), atLeast(11).signature());
  }

  @Test
  void signsDifferentOptionsDifferently() {
    long signatures =
        Stream.of(
                DEFAULTS,
                new TrainingOptions("naive", 10, null, null, false),
                new TrainingOptions(null, 10, null, null, true),
                within(Duration.ofDays(90)),
                withoutBeyond(3),
                DEFAULTS.with(IntervalMethod.SPLIT),
                DEFAULTS.with(IntervalMethod.CQR),
                DEFAULTS.with(IntervalMethod.ACI))
            .map(TrainingOptions::signature)
            .distinct()
            .count();

    assertEquals(8, signatures);
  }

  @Test
  void signsAlikeWhateverDigitsTheUserReads() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(
          "family=auto;lookback=all;outliers=keep;log=false;zone=Z;intervals=pool",
          DEFAULTS.signature());
    } finally {
      Locale.setDefault(before);
    }
  }
}
