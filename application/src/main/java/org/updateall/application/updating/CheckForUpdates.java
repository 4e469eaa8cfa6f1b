package org.updateall.application.updating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.UpdatePlugin;

/**
 * Use case: say what updates wait, and what installing them will take. The plugins are asked at the
 * same time, and nothing is changed; what they announce is known of the run that is estimated.
 */
public final class CheckForUpdates {

  private final PluginCatalogue catalogue;
  private final EstimateResources estimates;

  public CheckForUpdates(PluginCatalogue catalogue, EstimateResources estimates) {
    this.catalogue = catalogue;
    this.estimates = estimates;
  }

  /**
   * @throws HistoryUnavailable if the history cannot be read
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public UpdateCheck check(CheckRequest request, Progress progress) throws InterruptedException {
    KnownPlugins known = catalogue.find();
    List<PreflightReport> reports =
        AskPlugins.ask(selected(known, request), request.timeLimit(), progress);
    List<PluginName> missing =
        request.plugins().stream().distinct().filter(name -> known.find(name).isEmpty()).toList();
    return new UpdateCheck(
        reports,
        estimate(UpdateCheck.waiting(reports), request, progress),
        missing.stream().filter(name -> !known.disabled().contains(name)).toList(),
        missing.stream().filter(known.disabled()::contains).toList(),
        known.refused());
  }

  private static List<UpdatePlugin> selected(KnownPlugins known, CheckRequest request) {
    return known.plugins().stream()
        .filter(plugin -> request.plugins().isEmpty() || request.plugins().contains(plugin.name()))
        .toList();
  }

  private @Nullable RunEstimate estimate(
      List<PreflightReport> waiting, CheckRequest request, Progress progress) {
    if (waiting.isEmpty()) {
      return null;
    }
    Map<PluginName, Covariates> announced = new HashMap<>();
    for (PreflightReport report : waiting) {
      Covariates covariates = report.work().covariates();
      if (!covariates.values().isEmpty()) {
        announced.put(report.plugin(), covariates);
      }
    }
    return estimates.estimate(
        new EstimateRequest(
            waiting.stream().map(PreflightReport::plugin).toList(),
            request.host(),
            request.options(),
            request.level(),
            announced,
            Schedule.sequential()),
        progress);
  }
}
