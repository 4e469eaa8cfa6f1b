package org.updateall.domain.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.retrieval.MeasureTotal;

class ReportRecordsTest {

  private static final PluginName APT = new PluginName("apt");
  private static final Instant MONDAY = Instant.parse("2026-01-05T12:00:00Z");
  private static final QuantileOutline OUTLINE =
      QuantileOutline.of(new float[QuantileOutline.levels().length]);

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRunCameToSomethingFinite(double value) {
    assertEquals(
        "a run came to %s in 2026-01-05T12:00:00Z".formatted(value),
        Refusal.of(() -> new PastRun(MONDAY, value, null)));
  }

  @Test
  void runsComeInTheirOrder() {
    PastRun earlier = new PastRun(MONDAY, 1, null);
    PastRun later = new PastRun(MONDAY.plusSeconds(1), 1, null);

    assertEquals(
        "runs of apt are not in order", Refusal.of(() -> history(List.of(later, earlier))));
    assertEquals(2, history(List.of(earlier, later)).past().size());
    assertEquals(2, history(List.of(earlier, earlier)).past().size());
  }

  @Test
  void afterthoughtsAreKnownAsSuch() {
    PastRun foretold = new PastRun(MONDAY, 1, new PastForecast(OUTLINE, true));
    PastRun toldAfterwards = new PastRun(MONDAY, 1, new PastForecast(OUTLINE, false));
    PastRun untold = new PastRun(MONDAY, 1, null);

    assertFalse(history(List.of(foretold, untold)).hasAfterthoughts());
    assertTrue(history(List.of(foretold, toldAfterwards)).hasAfterthoughts());
  }

  @Test
  void noMoreFailThanWereTried() {
    assertEquals("3 of 2 failed", Refusal.of(() -> january(2, 3)));
    assertEquals("-1 of 2 failed", Refusal.of(() -> january(2, -1)));
    assertEquals(2, january(2, 2).failures());
  }

  @Test
  void aTotalLeavesOutWhatWasNotMeasured() {
    assertEquals(new MeasureTotal(2, 5, 4.0), MeasureTotal.of(Stream.of(1, 4.0)));
    assertEquals(
        new MeasureTotal(1, 4, 4.0),
        MeasureTotal.of(Stream.of(APT, 4).map(each -> each instanceof Integer i ? i : null)));
    assertEquals(MeasureTotal.NONE, MeasureTotal.of(Stream.<Double>of()));
  }

  private static TargetHistory history(List<PastRun> past) {
    return new TargetHistory(APT, Target.WALL_CLOCK, Coverage.WHOLE, past, List.of());
  }

  private static MonthlyCost january(long executions, long failures) {
    return new MonthlyCost(
        YearMonth.of(2026, 1),
        APT,
        executions,
        failures,
        MeasureTotal.NONE,
        MeasureTotal.NONE,
        MeasureTotal.NONE);
  }
}
