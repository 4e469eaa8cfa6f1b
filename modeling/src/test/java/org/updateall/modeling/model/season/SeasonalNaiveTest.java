package org.updateall.modeling.model.season;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

class SeasonalNaiveTest {

  private static final TimeSeries SERIES = TimeSeries.of(9, 1, 2, Double.NaN, 3, 4);

  @Test
  void repeatsTheLastPeriodOfWhatIsKnown() {
    FittedModel model = new SeasonalNaive(3).fit(SERIES);

    assertArrayEquals(new double[] {2, 3, 4, 2, 3}, model.forecast(SERIES.expected(5)));
    assertEquals("the last 3 values", model.form());
  }

  @Test
  void movesOnAndFillsAGapWithThePeriodBefore() {
    Occasion next = new Occasion(0);

    FittedModel model = new SeasonalNaive(3).fit(SERIES).update(next, 7).update(next, Double.NaN);

    assertArrayEquals(new double[] {4, 7, 3}, model.forecast(SERIES.expected(3)));
  }

  @Test
  void errsByOneMoreInnovationForEachWholePeriod() {
    FittedModel model = new SeasonalNaive(3).fit(SERIES);

    assertEquals(1, model.errorGrowth(3));
    assertEquals(2, model.errorGrowth(10));
  }

  @Test
  void refusesAPeriodBelowOneAndFewerValuesThanOnePeriod() {
    assertThrows(IllegalArgumentException.class, () -> new SeasonalNaive(0));
    SeasonalNaive ofSix = new SeasonalNaive(6);
    assertEquals(6, ofSix.minObservations());
    assertEquals("values 6 before", ofSix.name());
    assertThrows(IllegalArgumentException.class, () -> ofSix.fit(SERIES));
  }
}
