package org.updateall.application.updating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;
import org.updateall.domain.updating.UpdatePlugin;

/** Use case: ask plugins now what they would do in the coming run. Nothing is changed. */
public final class AskPreflights {

  private final PluginCatalogue catalogue;
  private final AskPlugins asking;
  private final Clock clock;
  private final String thisHost;

  /**
   * @param thisHost the machine whose plugins are asked
   */
  public AskPreflights(PluginCatalogue catalogue, AskPlugins asking, Clock clock, String thisHost) {
    this.catalogue = catalogue;
    this.asking = asking;
    this.clock = clock;
    this.thisHost = thisHost;
  }

  /**
   * What plugins say of which the request says nothing; nobody is asked where it is about other
   * machines than this one alone.
   *
   * @param limit how long each may take
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public KnownPreflights ask(EstimateRequest request, Duration limit, Progress progress)
      throws InterruptedException {
    if (!KnownPreflights.concerns(request, thisHost)) {
      return KnownPreflights.NONE;
    }
    List<UpdatePlugin> plugins =
        catalogue.find().meant(request.plugins()).stream()
            .filter(plugin -> KnownPreflights.isOpen(request, plugin.name()))
            .toList();
    Instant asked = clock.instant();
    Map<PluginName, CachedPreflight> told = new HashMap<>();
    List<PreflightReport> failures = new ArrayList<>();
    for (PreflightReport report : asking.ask(plugins, limit, progress)) {
      CachedPreflight.of(report, asked).forEach(each -> told.put(report.plugin(), each));
      if (report.finding() == Finding.FAILED) {
        failures.add(report);
      }
    }
    return new KnownPreflights(told, failures);
  }
}
