package org.updateall.modeling.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.DataQuality;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;

final class SeriesPreparationTest {

  private static final int MINIMUM = 5;
  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  @Test
  void leavesNothingOutByItself() {
    PreparedSeries prepared = prepare(DEFAULTS, SeriesFixture.of(60, 61, 59, 60, 1e6, 62));

    assertArrayEquals(new double[] {60, 61, 59, 60, 1e6, 62}, prepared.values());
    assertEquals(1, prepared.quality().outliers());
    assertEquals(0, prepared.quality().removed());
  }

  @Test
  void findsASingleWildValueAmongFive() {
    TrainingOptions threshold = outliersBeyond(3);

    PreparedSeries prepared = prepare(threshold, SeriesFixture.of(60, 60.1, 60.2, 60.3, 100_000));

    assertArrayEquals(new double[] {60, 60.1, 60.2, 60.3}, prepared.values());
  }

  @Test
  void asksForTheMinimumAgainAfterLeavingOut() {
    DataQuality quality =
        prepare(outliersBeyond(3), SeriesFixture.of(60, 60.1, 60.2, 60.3, 100_000)).quality();

    assertFalse(quality.isSufficient());
    assertTrue(quality.issues().get(0).contains("4 runs"), quality.toString());
  }

  @Test
  void callsNoValueOfAConstantSeriesWild() {
    assertEquals(0, prepare(DEFAULTS, SeriesFixture.of(5, 5, 5, 5, 5, 5)).quality().outliers());
  }

  @Test
  void judgesNothingByTwoValues() {
    assertEquals(2, prepare(outliersBeyond(1), SeriesFixture.of(1, 1000)).values().length);
  }

  @Test
  void countsTheLookbackFromTheLastRunAndIncludesItsEdge() {
    TrainingOptions twoDays = new TrainingOptions(null, 10, Duration.ofDays(2), null, false);

    PreparedSeries prepared = prepare(twoDays, SeriesFixture.of(1, 2, 3, 4, 5));

    assertArrayEquals(new double[] {3, 4, 5}, prepared.values());
    assertEquals(2, prepared.quality().outsideLookback());
  }

  @Test
  void reportsAnEmptySeriesWithoutFailing() {
    TrainingOptions all = new TrainingOptions(null, 10, Duration.ofDays(2), 3.0, false);

    DataQuality quality = prepare(all, SeriesFixture.of()).quality();

    assertEquals(0, quality.observations());
    assertEquals(Duration.ZERO, quality.span());
    assertFalse(quality.isSufficient());
  }

  @Test
  void warnsOfRunsThatDidNotMeasureTheTarget() {
    TrainingSeries series =
        new TrainingSeries(SeriesFixture.KEY, SeriesFixture.noisy(20).observations(), 20);

    DataQuality quality = prepare(DEFAULTS, series).quality();

    assertEquals(20, quality.missing());
    assertEquals(List.of("20 of 40 runs did not measure it"), quality.warnings());
    assertTrue(quality.isSufficient());
  }

  @Test
  void warnsOfRunsThatShareTheirTime() {
    Instant now = SeriesFixture.FIRST;
    List<Observation> same =
        List.of(new Observation(now, 1), new Observation(now, 2), new Observation(now, 3));

    DataQuality quality =
        prepare(DEFAULTS, new TrainingSeries(SeriesFixture.KEY, same, 0)).quality();

    assertEquals(2, quality.duplicateTimes());
    assertTrue(
        quality.warnings().contains("2 of 3 values share their time with another"),
        quality.toString());
  }

  @Test
  void warnsOfAShortSpan() {
    assertEquals(
        List.of("all runs lie within 6 days"),
        prepare(DEFAULTS, SeriesFixture.of(1, 2, 3, 4, 5, 6)).quality().warnings());
    assertEquals(
        List.of(),
        prepare(DEFAULTS, SeriesFixture.of(1, 2, 3, 4, 5, 6, 7, 8)).quality().warnings());
  }

  private static TrainingOptions outliersBeyond(double threshold) {
    return new TrainingOptions(null, 10, null, threshold, false);
  }

  private static PreparedSeries prepare(TrainingOptions options, TrainingSeries series) {
    return new SeriesPreparation(options, MINIMUM).prepare(series);
  }
}
