package org.updateall.domain.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.progress.Plans.APT;
import static org.updateall.domain.progress.Plans.PIP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.Schedule;

class ProgressVocabularyTest {

  @Test
  void takesThePlanFromWhatIsPredictedOfElapsedTime() {
    Prediction time =
        new Prediction(
            new SeriesKey(APT, HostScope.everyHost(), Target.WALL_CLOCK),
            Plans.about(100).median(),
            Plans.about(100),
            Basis.FEW_RUNS,
            null,
            3,
            0);
    JointHistory history = new JointHistory(List.of(Map.of(APT, 0.3)));
    RunPlan plan =
        RunPlan.of(
            new JointRun(
                List.of(
                    new ResourceEstimate(APT, Map.of(Target.WALL_CLOCK, time)),
                    new ResourceEstimate(PIP, Map.of())),
                Schedule.parallel(3),
                Map.of(Target.WALL_CLOCK, history),
                Map.of()));

    assertEquals(List.of(APT, PIP), plan.plugins());
    assertEquals(Map.of(APT, Plans.about(100)), plan.predictions());
    assertEquals(Schedule.parallel(3), plan.schedule());
    assertEquals(history, plan.history());
  }

  @Test
  void refusesAPlanWithAPluginTwiceOrAPredictionOfAnother() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RunPlan(List.of(APT, APT), Map.of(), Schedule.sequential(), JointHistory.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RunPlan(
                List.of(APT),
                Map.of(PIP, Plans.about(1)),
                Schedule.sequential(),
                JointHistory.NONE));
  }

  @Test
  void refusesTimesAndSharesThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new PluginState.Ended(-1));
    assertThrows(IllegalArgumentException.class, () -> new PluginState.Ended(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Plans.running(Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Plans.running(1, 0.5, 2));
    assertThrows(IllegalArgumentException.class, () -> new ReportedShare(1.5, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReportedShare(0.5, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReportedShare(0.5, 1, -1));
  }

  @Test
  void knowsWhatIsOver() {
    assertTrue(Plans.ended(1).isOver());
    assertTrue(Plans.skipped().isOver());
    assertFalse(Plans.waiting().isOver());
    assertFalse(Plans.running(1).isOver());
  }

  @Test
  void refusesAPluginThatTheStateDoesNotHave() {
    RunState state = new RunState(Map.of(APT, Plans.waiting()));

    assertThrows(IllegalArgumentException.class, () -> state.of(PIP));
  }

  @Test
  void tellsTheTimeLeftAsAFigureAndARange() {
    TimeLeft left = new TimeLeft(Plans.about(100), false);

    assertEquals(100, left.point(), 1e-9);
    assertTrue(left.interval(0.9).lower() < 100 && left.interval(0.9).upper() > 100);
    assertEquals(0, TimeLeft.NONE.point());
  }
}
