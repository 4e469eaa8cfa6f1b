package org.updateall.application.updating;

import io.vavr.control.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.recording.CollectRun;
import org.updateall.application.recording.RunCollector;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.progress.RunPlan;
import org.updateall.domain.progress.RunProgress;

/**
 * Use case: run the plugins of a plan, record what happens, and know at any time what is left. What
 * the plan expects is entered in the ledger first.
 */
public final class RunUpdates {

  private final CollectRun collect;
  private final ForetellRun foretell;
  private final CommandRunner runner;
  private final RemainingTimeForecaster forecaster;

  public RunUpdates(
      CollectRun collect,
      ForetellRun foretell,
      CommandRunner runner,
      RemainingTimeForecaster forecaster) {
    this.collect = collect;
    this.foretell = foretell;
    this.runner = runner;
    this.forecaster = forecaster;
  }

  /**
   * Begins; the plugins run on threads of their own.
   *
   * @param hostname the machine
   * @param username who runs it, if known
   */
  public UpdatesUnderWay start(
      PlannedRun plan, String hostname, @Nullable String username, RunListener listener) {
    Option<String> warning =
        plan.estimate().toOption().flatMap(estimate -> foretell.enter(plan.runId(), estimate));
    RunCollector collector = collect.start(plan.runId(), hostname, username, null);
    plan.plugins().forEach(plugin -> collector.expectPlugin(plugin.name()));
    boolean needsRoot = plan.plugins().stream().anyMatch(plugin -> plugin.plan().needsRoot());
    UpdatesUnderWay underWay =
        new UpdatesUnderWay(
            plan,
            runner,
            needsRoot ? RootAccess.look(runner, false) : RootAccess.NONE,
            collector,
            new RunProgress(remaining(plan), forecaster),
            listener,
            warning);
    underWay.begin();
    return underWay;
  }

  private static RunPlan remaining(PlannedRun plan) {
    return plan.estimate()
        .map(RunEstimate::plan)
        .getOrElse(
            () ->
                new RunPlan(
                    plan.plugins().stream().map(PlannedPlugin::name).toList(),
                    Map.of(),
                    Schedule.parallel(plan.request().workers()),
                    JointHistory.NONE));
  }
}
