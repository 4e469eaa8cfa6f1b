package org.updateall.domain.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.progress.Plans.APT;
import static org.updateall.domain.progress.Plans.PIP;
import static org.updateall.domain.progress.Plans.SNAP;
import static org.updateall.domain.progress.Plans.ended;
import static org.updateall.domain.progress.Plans.running;
import static org.updateall.domain.progress.Plans.skipped;
import static org.updateall.domain.progress.Plans.state;
import static org.updateall.domain.progress.Plans.waiting;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;

/** What every {@link RemainingTimeForecaster} promises. */
public abstract class RemainingTimeForecasterContract {

  private static final RunPlan SEQUENTIAL = Plans.aptAndPip(Schedule.sequential());

  protected abstract RemainingTimeForecaster forecaster();

  private RemainingTime remaining(RunPlan plan, RunState state) {
    return forecaster().open(plan).remaining(state);
  }

  @Test
  void tellsWhatWasPredictedBeforeTheRunBegins() {
    RemainingTime left = remaining(SEQUENTIAL, state(APT, waiting(), PIP, waiting()));

    assertEquals(100, left.of(APT).get().point(), 2);
    assertEquals(40, left.of(PIP).get().point(), 1);
    assertEquals(140, left.whole().get().point(), 3);
    assertEquals(List.of(), left.missing());
  }

  @Test
  void leavesTheRestOfWhatRuns() {
    RemainingTime left = remaining(SEQUENTIAL, state(APT, running(70), PIP, waiting()));

    assertEquals(30, left.of(APT).get().point(), 2);
    assertEquals(70, left.whole().get().point(), 3);
  }

  @Test
  void leavesNothingOfWhatIsOver() {
    RemainingTime left = remaining(SEQUENTIAL, state(APT, ended(95), PIP, running(10)));

    assertEquals(TimeLeft.NONE, left.of(APT).get());
    assertEquals(left.of(PIP).get().point(), left.whole().get().point(), 1e-9);
  }

  @Test
  void leavesNothingOfARunOfWhichEverythingIsOver() {
    RemainingTime left = remaining(SEQUENTIAL, state(APT, ended(95), PIP, skipped()));

    assertEquals(TimeLeft.NONE, left.of(APT).get());
    assertEquals(TimeLeft.NONE, left.of(PIP).get());
    assertEquals(TimeLeft.NONE, left.whole().get());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 50, 100, 109, 200, 1e5, 1e9})
  void leavesSomethingOfWhatRunsAtEveryLevel(double elapsed) {
    RemainingTime left = remaining(SEQUENTIAL, state(APT, running(elapsed), PIP, ended(40)));

    assertTrue(left.of(APT).get().seconds().quantiles()[0] > 0);
    assertTrue(left.whole().get().seconds().quantiles()[0] > 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1000})
  void leavesSomethingOfWhatRunsEvenIfItNeverTookTime(double elapsed) {
    RunPlan plan =
        new RunPlan(
            List.of(APT), Map.of(APT, Plans.about(0)), Schedule.sequential(), JointHistory.NONE);

    RemainingTime left = remaining(plan, new RunState(Map.of(APT, running(elapsed))));

    assertTrue(left.whole().get().seconds().quantiles()[0] > 0);
  }

  @Test
  void saysWhenSomethingTakesLongerThanEverSeen() {
    RemainingTime usual = remaining(SEQUENTIAL, state(APT, running(109), PIP, waiting()));
    RemainingTime longer = remaining(SEQUENTIAL, state(APT, running(111), PIP, waiting()));

    assertFalse(usual.of(APT).get().isLongerThanEverSeen());
    assertFalse(usual.whole().get().isLongerThanEverSeen());
    assertTrue(longer.of(APT).get().isLongerThanEverSeen());
    assertTrue(longer.whole().get().isLongerThanEverSeen());
    assertFalse(longer.of(PIP).get().isLongerThanEverSeen());
  }

  @Test
  void letsPluginsRunAtTheSameTimeIfTheScheduleDoes() {
    RunPlan plan = Plans.aptAndPip(Schedule.parallel(2));

    RemainingTime left = remaining(plan, state(APT, running(20), PIP, waiting()));

    assertEquals(80, left.whole().get().point(), 2);
  }

  @Test
  void takesAccountOfAShareDone() {
    RemainingTime soon = remaining(SEQUENTIAL, state(APT, running(95, 0.98, 94), PIP, ended(40)));
    RemainingTime silent = remaining(SEQUENTIAL, state(APT, running(95), PIP, ended(40)));

    assertTrue(soon.of(APT).get().point() <= silent.of(APT).get().point());
  }

  @Test
  void namesWhatNothingIsKnownOfUntilItIsOver() {
    RunPlan plan = Plans.aptAndSnap();
    RemainingTime before = remaining(plan, state(SNAP, running(500), APT, waiting()));
    RemainingTime after = remaining(plan, state(SNAP, ended(500), APT, waiting()));

    assertEquals(List.of(SNAP), before.missing());
    assertTrue(before.of(SNAP).isEmpty());
    assertEquals(100, before.whole().get().point(), 2);
    assertEquals(List.of(), after.missing());
    assertEquals(TimeLeft.NONE, after.of(SNAP).get());
  }

  @Test
  void hasNoWholeOfWhatNothingIsKnownOf() {
    RemainingTime left = remaining(Plans.aptAndSnap(), state(SNAP, running(1), APT, ended(99)));

    assertTrue(left.whole().isEmpty());
    assertEquals(List.of(SNAP), left.missing());
  }

  @Test
  void hasNothingLeftOfARunWithoutPlugins() {
    RunPlan plan = new RunPlan(List.of(), Map.of(), Schedule.sequential(), JointHistory.NONE);

    assertEquals(TimeLeft.NONE, remaining(plan, new RunState(Map.of())).whole().get());
  }

  @Test
  void answersTheSameInWhateverOrderPluginsAreNamed() {
    PredictiveDistribution apt = Plans.about(100);
    RunPlan turned =
        new RunPlan(
            List.of(PIP, APT),
            Map.of(PIP, Plans.about(40), APT, apt),
            Schedule.sequential(),
            JointHistory.NONE);
    RunState state = state(APT, running(30, 0.3, 29), PIP, waiting());

    assertEquals(
        remaining(SEQUENTIAL, state),
        remaining(turned, state(PIP, waiting(), APT, running(30, 0.3, 29))));
  }

  @Test
  void answersTheSameAsOftenAsItIsAsked() {
    RemainingTimeForecast forecast = forecaster().open(SEQUENTIAL);
    RunState state = state(APT, running(30), PIP, waiting());
    RemainingTime first = forecast.remaining(state);
    forecast.remaining(state(APT, running(80), PIP, waiting()));

    assertEquals(first, forecast.remaining(state));
  }

  @Test
  void refusesTheStateOfOtherPlugins() {
    RemainingTimeForecast forecast = forecaster().open(SEQUENTIAL);

    assertThrows(
        IllegalArgumentException.class,
        () -> forecast.remaining(state(APT, waiting(), SNAP, waiting())));
    assertThrows(
        IllegalArgumentException.class,
        () -> forecast.remaining(new RunState(Map.of(APT, waiting()))));
  }
}
