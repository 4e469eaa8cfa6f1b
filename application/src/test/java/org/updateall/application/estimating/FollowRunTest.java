package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.progress.MinusElapsedForecaster;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.progress.TimeLeft;

final class FollowRunTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final PluginName APT = new PluginName("apt");
  private static final PluginName FLATPAK = new PluginName("flatpak");
  private static final PluginName STRANGER = new PluginName("stranger");

  private final RunEstimate estimate = estimate();
  private final RunProgress progress = new FollowRun(new MinusElapsedForecaster()).follow(estimate);

  private static RunEstimate estimate() {
    Histories histories = Histories.empty().with("atlas", "apt", 20).with("atlas", "flatpak", 20);
    EstimateRequest request =
        new EstimateRequest(
            List.of(APT, FLATPAK, STRANGER),
            HostScope.only("atlas"),
            TrainingOptions.defaults(),
            0.9);
    return new EstimateResources(
            histories.history(),
            new NaiveModelTrainer(Histories.CLOCK),
            new InMemoryModelStore(),
            new InMemoryPredictionLedger(),
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK)
        .estimate(request, Progress.none());
  }

  private double predicted(int plugin) {
    return estimate.plugins().get(plugin).prediction(Target.WALL_CLOCK).get().point();
  }

  @Test
  void beginsWithWhatWasEstimated() {
    double left = progress.remaining(START).whole().get().point();

    assertEquals(predicted(0) + predicted(1), left, 1e-6 * left);
    assertEquals(List.of(STRANGER), progress.remaining(START).missing());
  }

  @Test
  void goesOnAsPluginsDo() {
    progress.started(APT, START);
    progress.ended(APT, START.plusSeconds(50));
    progress.skipped(STRANGER);

    assertEquals(
        predicted(1), progress.remaining(START.plusSeconds(51)).whole().get().point(), 1e-6);
    progress.skipped(FLATPAK);
    assertEquals(TimeLeft.NONE, progress.remaining(START).whole().get());
    assertTrue(progress.remaining(START).missing().isEmpty());
  }
}
