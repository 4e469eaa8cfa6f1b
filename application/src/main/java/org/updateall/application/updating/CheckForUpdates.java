package org.updateall.application.updating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightReport;

/**
 * Use case: say what updates wait, and what installing them will take. The plugins are asked at the
 * same time, and nothing is changed; what they announce is known of the run that is estimated.
 */
public final class CheckForUpdates {

  private final PluginCatalogue catalogue;
  private final EstimateResources estimates;
  private final AskPlugins asking;

  public CheckForUpdates(
      PluginCatalogue catalogue, EstimateResources estimates, AskPlugins asking) {
    this.catalogue = catalogue;
    this.estimates = estimates;
    this.asking = asking;
  }

  /**
   * @throws HistoryUnavailable if the history cannot be read
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public UpdateCheck check(CheckRequest request, Progress progress) throws InterruptedException {
    KnownPlugins known = catalogue.find();
    List<PreflightReport> reports =
        asking.ask(known.meant(request.plugins()), request.timeLimit(), progress);
    return new UpdateCheck(
        reports,
        estimate(UpdateCheck.waiting(reports), request, progress),
        known.unknownAmong(request.plugins()),
        known.disabledAmong(request.plugins()),
        known.refused());
  }

  private @Nullable RunEstimate estimate(
      List<PreflightReport> waiting, CheckRequest request, Progress progress) {
    if (waiting.isEmpty()) {
      return null;
    }
    return estimates.estimate(
        new EstimateRequest(
            waiting.stream().map(PreflightReport::plugin).toList(),
            request.host(),
            request.options(),
            request.level(),
            AskPlugins.known(waiting),
            Schedule.sequential()),
        progress);
  }
}
