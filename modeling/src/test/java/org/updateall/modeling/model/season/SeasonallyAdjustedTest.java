package org.updateall.modeling.model.season;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.EtsForm;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.model.ets.OneForm;

class SeasonallyAdjustedTest {

  private static final OneForm LEVEL = new OneForm(EtsForm.LEVEL);

  private static double value(int t) {
    return 100 + 10 * Math.sin(2 * Math.PI * t / 4) + 20 * Math.sin(2 * Math.PI * t / 28);
  }

  private static double[] values(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, SeasonallyAdjustedTest::value);
    return values;
  }

  /**
   * R 4.2.2, forecast 8.20: {@code mstl} with a seasonal window of 11 and jumps of 1, {@code ets}
   * of what is left with model ANN, and the last year's season added to its forecasts.
   */
  @Test
  void forecastsPassengersAsR() {
    TimeSeries passengers = ClassicSeries.named("AirPassengers");

    FittedModel model = new SeasonallyAdjusted(LEVEL, List.of(12)).fit(passengers);

    assertArrayEquals(
        new double[] {442.670940203, 423.956021336, 464.873734479},
        model.forecast(passengers.expected(3)),
        0.05);
  }

  @Test
  void repeatsSeveralSeasons() {
    TimeSeries series = TimeSeries.of(values(140));

    FittedModel model = new SeasonallyAdjusted(LEVEL, List.of(4, 28)).fit(series);

    double[] forecasts = model.forecast(series.expected(56));
    for (int step = 0; step < 56; step++) {
      assertEquals(value(140 + step), forecasts[step], 2);
    }
  }

  @Test
  void goesOnWithItsSeasonsAsItIsToldValues() {
    TimeSeries series = TimeSeries.of(values(140));
    FittedModel model = new SeasonallyAdjusted(LEVEL, List.of(4, 28)).fit(series);
    double[] before = model.forecast(series.expected(12));

    for (int step = 0; step < 5; step++) {
      model = model.update(new Occasion(0), step == 2 ? Double.NaN : before[step]);
    }

    double[] after = model.forecast(series.expected(7));
    assertArrayEquals(Arrays.copyOfRange(before, 5, 12), after, 1e-9);
    assertEquals(LEVEL.fit(series).form() + " without 2 seasons", model.form());
  }

  @Test
  void isFittedToASeriesWithGapsAtItsEndsAndWithin() {
    double[] values = values(84);
    for (int gap : new int[] {0, 1, 40, 41, 83}) {
      values[gap] = Double.NaN;
    }
    TimeSeries series = TimeSeries.of(values);

    double[] forecasts =
        new SeasonallyAdjusted(LEVEL, List.of(4)).fit(series).forecast(series.expected(8));

    for (double forecast : forecasts) {
      assertEquals(100, forecast, 40);
    }
  }

  @Test
  void leavesOutASeasonThatTheWindowDoesNotHoldTwice() {
    TimeSeries series = TimeSeries.of(values(50));

    SeasonallyAdjustedModel model =
        new SeasonallyAdjusted(new ExponentialSmoothing(), List.of(4, 28)).fit(series);

    assertEquals(List.of(4), model.seasons().stream().map(List::size).toList());
    assertTrue(model.errorGrowth(9) >= 1);
  }

  @Test
  void isOfferedOnceTheShortestSeasonIsHeldTwice() {
    SeasonallyAdjusted family = new SeasonallyAdjusted(LEVEL, List.of(12, 60));

    assertEquals(24, family.minObservations());
    assertEquals("ETS(A,N,N) without seasons of [12, 60]", family.name());
    assertEquals(5, new SeasonallyAdjusted(LEVEL, List.of(2)).minObservations());
  }

  @Test
  void refusesWhatIsNoSeason() {
    assertThrows(IllegalArgumentException.class, () -> new SeasonallyAdjusted(LEVEL, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new SeasonallyAdjusted(LEVEL, List.of(1, 4)));
    FittedModel level = LEVEL.fit(TimeSeries.of(values(20)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SeasonallyAdjustedModel(level, List.of(List.of()), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SeasonallyAdjustedModel(level, List.of(List.of(1.0)), -1));
  }
}
