package org.updateall.domain.joint;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.joint.PartsOfRuns.certain;
import static org.updateall.domain.joint.PartsOfRuns.uniform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;

/** What every {@link JointForecaster} promises. */
public abstract class JointForecasterContract {

  private static final List<ResourceEstimate> CERTAIN =
      List.of(certain("a", 3, 100), certain("b", 5, 40), certain("c", 4, 70));

  protected abstract JointForecaster forecaster();

  private TotalPrediction total(Target target, Schedule schedule, List<ResourceEstimate> plugins) {
    return requireNonNull(forecaster().totals(new JointRun(plugins, schedule)).get(target));
  }

  @Test
  void leavesTargetsOutOfWhichNothingIsPredicted() {
    assertEquals(
        Set.of(Target.WALL_CLOCK, Target.MEMORY_PEAK),
        forecaster().totals(new JointRun(CERTAIN, Schedule.sequential())).keySet());
    assertTrue(forecaster().totals(new JointRun(List.of(), Schedule.sequential())).isEmpty());
  }

  @Test
  void namesThePluginsThatItIsMadeOfAndThoseThatAreMissing() {
    List<ResourceEstimate> plugins =
        List.of(
            uniform("snap", Target.CPU_TIME, 1, 2),
            uniform("pip", Target.WALL_CLOCK, 1, 2),
            uniform("apt", Target.CPU_TIME, 1, 2));

    TotalPrediction total = total(Target.CPU_TIME, Schedule.sequential(), plugins);

    assertEquals(List.of(new PluginName("apt"), new PluginName("snap")), total.included());
    assertEquals(List.of(new PluginName("pip")), total.missing());
  }

  @Test
  void takesOnePluginForTheWhole() {
    ResourceEstimate apt = uniform("apt", Target.WALL_CLOCK, 10, 30);

    for (Schedule schedule : List.of(Schedule.sequential(), Schedule.parallel(4))) {
      TotalPrediction total = total(Target.WALL_CLOCK, schedule, List.of(apt));
      assertEquals(apt.prediction(Target.WALL_CLOCK).get().distribution(), total.distribution());
      assertEquals(20, total.mean(), 1e-9);
      assertEquals(1, total.criticalShare(apt.plugin()), 1e-9);
    }
  }

  @Test
  void addsUpTheTimesOfPluginsThatRunOneAfterAnother() {
    TotalPrediction total = total(Target.WALL_CLOCK, Schedule.sequential(), CERTAIN);

    assertEquals(12, total.point(), 1e-9);
    assertEquals(12, total.interval(0.9).upper(), 1e-9);
    assertEquals(12, total.mean(), 1e-9);
  }

  @Test
  void takesTheLargestMemoryOfPluginsThatRunOneAfterAnother() {
    assertEquals(100, total(Target.MEMORY_PEAK, Schedule.sequential(), CERTAIN).point(), 1e-9);
  }

  /** The third begins at 3, when the first is done, and ends at 7. */
  @Test
  void letsTheNextPluginBeginWhereAWorkerIsFree() {
    TotalPrediction total = total(Target.WALL_CLOCK, Schedule.parallel(2), CERTAIN);

    assertEquals(7, total.point(), 1e-9);
    assertEquals(7, total.mean(), 1e-9);
    assertShares(Map.of("a", 1.0, "b", 0.0, "c", 1.0), total);
  }

  @Test
  void addsUpTheMemoryOfPluginsThatRunAtTheSameTime() {
    assertEquals(140, total(Target.MEMORY_PEAK, Schedule.parallel(2), CERTAIN).point(), 1e-9);
    assertEquals(210, total(Target.MEMORY_PEAK, Schedule.parallel(3), CERTAIN).point(), 1e-9);
  }

  @Test
  void takesTheLongestOfPluginsThatAllRunAtTheSameTime() {
    TotalPrediction total = total(Target.WALL_CLOCK, Schedule.parallel(9), CERTAIN);

    assertEquals(5, total.point(), 1e-9);
    assertShares(Map.of("a", 0.0, "b", 1.0, "c", 0.0), total);
  }

  @Test
  void beginsInTheOrderOfTheSchedule() {
    Schedule longestFirst =
        new Schedule(2, Map.of(), List.of(new PluginName("b"), new PluginName("c")));

    assertEquals(7, total(Target.WALL_CLOCK, longestFirst, CERTAIN).point(), 1e-9);
    assertEquals(
        List.of(new PluginName("a"), new PluginName("b"), new PluginName("c")),
        total(Target.WALL_CLOCK, longestFirst, CERTAIN).included());
  }

  @Test
  void addsUpCpuTimeHoweverPluginsRun() {
    List<ResourceEstimate> plugins =
        List.of(uniform("apt", Target.CPU_TIME, 10, 30), uniform("snap", Target.CPU_TIME, 1, 2));

    for (Schedule schedule : List.of(Schedule.sequential(), Schedule.parallel(2))) {
      TotalPrediction total = total(Target.CPU_TIME, schedule, plugins);
      assertEquals(21.5, total.point(), 0.2);
      assertEquals(21.5, total.mean(), 1e-9);
      assertTrue(total.criticalShares().isEmpty());
    }
  }

  @Test
  void doesNotDependOnTheOrderInWhichPluginsAreNamed() {
    List<ResourceEstimate> plugins =
        new ArrayList<>(
            List.of(
                uniform("apt", Target.WALL_CLOCK, 0, 1),
                uniform("snap", Target.WALL_CLOCK, 5, 9),
                uniform("pipx", Target.WALL_CLOCK, 2, 3),
                uniform("gem", Target.WALL_CLOCK, 2, 8)));
    for (Schedule schedule : List.of(Schedule.sequential(), Schedule.parallel(2))) {
      TotalPrediction before = total(Target.WALL_CLOCK, schedule, plugins);

      Collections.reverse(plugins);

      assertEquals(before, total(Target.WALL_CLOCK, schedule, plugins));
    }
  }

  private static void assertShares(Map<String, Double> expected, TotalPrediction total) {
    expected.forEach(
        (plugin, share) ->
            assertEquals(share, total.criticalShare(new PluginName(plugin)), 1e-9, plugin));
  }
}
