package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.history.Runs;

class RuleOfThumbTest {

  private static final Instant NOW = Runs.NOON;

  @Test
  void theLastRunIsTheLastRun() {
    assertEquals(Option.some(30.0), RuleOfThumb.LAST_RUN.forecast(daily(10, 20, 30), NOW));
  }

  @Test
  void theMeanOfThreeIsOfWhatThereIsIfThereAreFewer() {
    assertEquals(Option.some(30.0), RuleOfThumb.MEAN_OF_THREE.forecast(daily(1, 20, 30, 40), NOW));
    assertEquals(Option.some(15.0), RuleOfThumb.MEAN_OF_THREE.forecast(daily(10, 20), NOW));
  }

  @Test
  void theTrimmedMeanIsPlainBelowFiveRuns() {
    assertEquals(
        Option.some(257.5), RuleOfThumb.TRIMMED_MEAN.forecast(daily(10, 10, 10, 1000), NOW));
  }

  @Test
  void theTrimmedMeanLeavesOutWhatIsBeyondTwoDeviations() {
    double[] values = {10, 11, 9, 10, 10, 11, 9, 10, 1000};
    assertEquals(Option.some(10.0), RuleOfThumb.TRIMMED_MEAN.forecast(daily(values), NOW));
  }

  @Test
  void theTrimmedMeanIsOfAllWhereNoneIsBeyond() {
    assertEquals(Option.some(7.0), RuleOfThumb.TRIMMED_MEAN.forecast(daily(7, 7, 7, 7, 7), NOW));
    assertEquals(
        Option.some(30.0), RuleOfThumb.TRIMMED_MEAN.forecast(daily(10, 20, 30, 40, 50), NOW));
  }

  @Test
  void theTrimmedMeanLooksBackNinetyDays() {
    List<Observation> past = new ArrayList<>();
    past.add(new Observation(NOW.minus(Duration.ofDays(90)).minusNanos(1000), 1000));
    past.add(new Observation(NOW.minus(Duration.ofDays(90)), 10));
    past.add(new Observation(NOW.minus(Duration.ofDays(1)), 20));

    assertEquals(Option.some(15.0), RuleOfThumb.TRIMMED_MEAN.forecast(past, NOW));
    assertEquals(
        Option.none(), RuleOfThumb.TRIMMED_MEAN.forecast(past, NOW.plus(Duration.ofDays(90))));
    assertEquals(
        Option.some(20.0), RuleOfThumb.LAST_RUN.forecast(past, NOW.plus(Duration.ofDays(90))));
  }

  @Test
  void withoutARunBeforeThereIsNothingToSay() {
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      assertEquals(Option.none(), rule.forecast(List.of(), NOW));
    }
  }

  private static List<Observation> daily(double... values) {
    List<Observation> past = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      past.add(new Observation(NOW.minus(Duration.ofDays(values.length - i)), values[i]));
    }
    return past;
  }
}
