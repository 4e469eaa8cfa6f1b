package org.updateall.cli;

import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.updating.CheckRequest;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PreflightReport;
import picocli.CommandLine.Option;

/** Whether plugins are asked what they would do, or it is recalled what they said. */
final class PreflightChoice {

  @Option(
      names = "--preflight",
      negatable = true,
      description =
          "Ask the plugins of this machine now what they would do, as check does. With "
              + "--no-preflight not even what they said in the last 24 hours is used (default: use "
              + "that, and start no program).")
  private @Nullable Boolean asking;

  /**
   * What is known of the coming run besides what the request says.
   *
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  KnownPreflights known(Session session, UpdateAll updateAll, EstimateRequest request)
      throws InterruptedException {
    if (asking == null) {
      return updateAll.recallPreflights(request);
    }
    return asking ? ask(session, updateAll, request) : KnownPreflights.NONE;
  }

  private static KnownPreflights ask(Session session, UpdateAll updateAll, EstimateRequest request)
      throws InterruptedException {
    String here = session.settings().hostname();
    if (!request.host().equals(HostScope.only(here))) {
      session.remark(
          "Note: nobody was asked, for the plugins of %s can say nothing of %s"
              .formatted(here, HostFilter.inWords(request.host())));
    }
    KnownPreflights known =
        updateAll.askPreflights(request, CheckRequest.DEFAULT_TIME_LIMIT, session.progress());
    for (PreflightReport failure : known.failures()) {
      PluginName plugin = failure.plugin();
      session.remark("Note: %s could not be asked: %s".formatted(plugin, failure.reason()));
    }
    return known;
  }
}
