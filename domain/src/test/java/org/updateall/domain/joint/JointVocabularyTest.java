package org.updateall.domain.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.PastTotals.PastTotal;

class JointVocabularyTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName PIP = new PluginName("pip");
  private static final PluginName SNAP = new PluginName("snap");

  @Test
  void aScheduleNamesWhoBeginsFirst() {
    Schedule schedule = new Schedule(2, Map.of(), List.of(SNAP));

    assertEquals(
        List.of(SNAP, APT, PIP), Stream.of(PIP, APT, SNAP).sorted(schedule.precedence()).toList());
    assertTrue(Schedule.sequential().isSequential());
    assertFalse(schedule.isSequential());
  }

  @Test
  void aScheduleKeepsItsMutexes() {
    Set<String> names = new HashSet<>(Set.of("pkgmgr:dpkg"));
    Map<PluginName, Set<String>> mutexes = new HashMap<>(Map.of(APT, names));
    Schedule schedule = new Schedule(2, mutexes, List.of());
    names.clear();
    mutexes.clear();

    assertEquals(Set.of("pkgmgr:dpkg"), schedule.mutexesOf(APT));
    assertEquals(Set.of(), schedule.mutexesOf(PIP));
  }

  @Test
  void aScheduleRefusesToRunNothingAndToRunAPluginTwice() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.parallel(0));
    assertThrows(
        IllegalArgumentException.class, () -> new Schedule(1, Map.of(), List.of(APT, APT)));
  }

  @Test
  void aHistoryHoldsLevelsAlone() {
    assertEquals(0.25, new JointHistory(List.of(Map.of(APT, 0.25))).runs().get(0).get(APT));
    for (double wrong : new double[] {0, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new JointHistory(List.of(Map.of(APT, wrong))));
    }
  }

  @Test
  void aPastTotalIsFiniteAndItsMedianInsideItsInterval() {
    assertEquals(9, new PastTotal(9, 4, 3, 5).actual());
    for (double[] wrong :
        new double[][] {
          {-1, 4, 3, 5},
          {1, 2, 3, 5},
          {1, 6, 3, 5},
          {1, 4, -3, 5},
          {Double.NaN, 4, 3, 5},
          {1, 4, 3, Double.POSITIVE_INFINITY},
          {Double.POSITIVE_INFINITY, 4, 3, 5}
        }) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new PastTotal(wrong[0], wrong[1], wrong[2], wrong[3]));
    }
    assertThrows(IllegalArgumentException.class, () -> new PastTotals(1, List.of()));
  }

  @Test
  void aRunKnowsNothingOfTargetsThatAreLeftOut() {
    ResourceEstimate apt = PartsOfRuns.certain("apt", 1, 1);
    JointRun run = new JointRun(List.of(apt), Schedule.sequential());

    assertSame(JointHistory.NONE, run.history(Target.WALL_CLOCK));
    assertSame(PastTotals.NONE, run.pastTotals(Target.WALL_CLOCK));
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointRun(List.of(apt, apt), Schedule.sequential()));
  }
}
