package org.updateall.domain.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.progress.Plans.APT;
import static org.updateall.domain.progress.Plans.PIP;
import static org.updateall.domain.progress.Plans.SNAP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;

class RunProgressTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00.250Z");

  private final RunProgress progress =
      new RunProgress(Plans.aptAndPip(Schedule.sequential()), new MinusElapsedForecaster());

  private static Instant after(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  @Test
  void waitsAtFirst() {
    RunState state = progress.state(START);

    assertEquals(new PluginState.Waiting(), state.of(APT));
    assertEquals(140, progress.remaining(START).whole().get().point(), 1e-9);
  }

  @Test
  void goesFromStartToEnd() {
    progress.started(APT, START);
    assertEquals(new PluginState.Running(2.5, null), progress.state(after(2.5)).of(APT));

    progress.reported(APT, 0.4, after(3));
    assertEquals(
        new PluginState.Running(7.25, new ReportedShare(0.4, 3, 0)),
        progress.state(after(7.25)).of(APT));

    progress.ended(APT, after(9.5));
    assertEquals(new PluginState.Ended(9.5), progress.state(after(1000)).of(APT));

    progress.skipped(PIP);
    assertEquals(new PluginState.Skipped(), progress.state(after(1000)).of(PIP));
    assertEquals(TimeLeft.NONE, progress.remaining(after(1000)).whole().get());
  }

  @Test
  void tellsLessAsTimePasses() {
    progress.started(APT, START);

    assertEquals(130, progress.remaining(after(10)).whole().get().point(), 1e-9);
    assertEquals(110, progress.remaining(after(30)).whole().get().point(), 1e-9);
  }

  @Test
  void countsHowOftenLessIsReportedThanBefore() {
    progress.started(APT, START);
    progress.reported(APT, 0.5, after(1));
    progress.reported(APT, 0.2, after(2));
    progress.reported(APT, 0.2, after(3));
    progress.reported(APT, 0.1, after(4));

    assertEquals(
        new PluginState.Running(4, new ReportedShare(0.1, 4, 2)), progress.state(after(4)).of(APT));
  }

  @Test
  void refusesWhatCannotComeNow() {
    assertThrows(IllegalStateException.class, () -> progress.reported(APT, 0.1, START));
    assertThrows(IllegalStateException.class, () -> progress.ended(APT, START));
    progress.started(APT, START);
    IllegalStateException twice =
        assertThrows(IllegalStateException.class, () -> progress.started(APT, after(1)));
    assertEquals("apt cannot start, for it is running", twice.getMessage());
    assertThrows(IllegalStateException.class, () -> progress.skipped(APT));
    progress.ended(APT, after(1));
    assertThrows(IllegalStateException.class, () -> progress.ended(APT, after(2)));
    assertThrows(IllegalStateException.class, () -> progress.reported(APT, 1, after(2)));
    progress.skipped(PIP);
    assertThrows(IllegalStateException.class, () -> progress.skipped(PIP));
    assertThrows(IllegalStateException.class, () -> progress.started(PIP, after(2)));

    assertEquals(new PluginState.Ended(1), progress.state(after(5)).of(APT));
  }

  @Test
  void refusesAPluginThatIsNoPartOfTheRun() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> progress.started(SNAP, START));

    assertEquals("the run has no plugin snap", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> progress.skipped(SNAP));
  }

  @Test
  void refusesTimeThatGoesBackwardsForAPlugin() {
    progress.started(APT, START);
    progress.reported(APT, 0.5, after(10));

    assertThrows(IllegalArgumentException.class, () -> progress.reported(APT, 0.6, after(9)));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> progress.ended(APT, after(9)));
    assertEquals(
        "time goes backwards for apt: 2026-01-31T12:00:10.250Z was told, now"
            + " 2026-01-31T12:00:09.250Z",
        refused.getMessage());
    progress.ended(APT, after(10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAShareThatIsNone(double share) {
    progress.started(APT, START);

    assertThrows(IllegalArgumentException.class, () -> progress.reported(APT, share, after(1)));
    assertEquals(new PluginState.Running(2, null), progress.state(after(2)).of(APT));
  }

  @Test
  void takesAQuestionAboutEarlierAsOneAboutTheTimeThatWasTold() {
    progress.started(APT, after(60));
    progress.reported(APT, 0.5, after(70));

    assertEquals(
        new PluginState.Running(10, new ReportedShare(0.5, 10, 0)),
        progress.state(after(5)).of(APT));
  }

  @Test
  void isToldByManyThreadsAndAskedMeanwhile() {
    List<PluginName> plugins =
        IntStream.range(0, 16).mapToObj(i -> new PluginName("plugin" + i)).toList();
    RunPlan plan =
        new RunPlan(plugins, Map.of(), Schedule.parallel(plugins.size()), JointHistory.NONE);
    RunProgress shared = new RunProgress(plan, new MinusElapsedForecaster());
    List<CompletableFuture<Void>> work = new ArrayList<>();
    for (PluginName plugin : plugins) {
      work.add(
          CompletableFuture.runAsync(
              () -> {
                shared.started(plugin, START);
                for (int i = 1; i <= 200; i++) {
                  shared.reported(plugin, i / 200.0, after(i));
                  assertTrue(shared.remaining(after(i)).missing().contains(plugin));
                }
                shared.ended(plugin, after(201));
              }));
    }
    work.forEach(CompletableFuture::join);

    plugins.forEach(
        plugin -> assertEquals(new PluginState.Ended(201), shared.state(START).of(plugin)));
  }
}
