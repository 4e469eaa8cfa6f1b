package org.updateall.application.updating;

import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.PreflightReport;

/**
 * What plugins said of the coming run that is to be estimated.
 *
 * @param plugins what each said, of those of which the request itself says nothing
 * @param failures those that could not be asked
 */
public record KnownPreflights(
    Map<PluginName, CachedPreflight> plugins, List<PreflightReport> failures) {

  /** Nothing is known. */
  public static final KnownPreflights NONE = new KnownPreflights(Map.of(), List.of());

  public KnownPreflights {
    plugins = Map.copyOf(plugins);
    failures = List.copyOf(failures);
  }

  public Option<CachedPreflight> of(PluginName plugin) {
    return Option.of(plugins.get(plugin));
  }

  /**
   * The request with what is known. Of a plugin that is up to date the figures stay those of an
   * update: no run that had nothing to do is among those that models learn from.
   */
  public EstimateRequest addTo(EstimateRequest request) {
    Map<PluginName, Covariates> known = new HashMap<>();
    plugins.forEach(
        (plugin, preflight) -> {
          Covariates covariates = preflight.work().covariates();
          if (!preflight.work().isNothing() && !covariates.values().isEmpty()) {
            known.put(plugin, covariates);
          }
        });
    known.putAll(request.known());
    return new EstimateRequest(
        request.plugins(),
        request.host(),
        request.options(),
        request.level(),
        known,
        request.schedule());
  }

  /** Whether a request is about this machine alone; of others, plugins here can say nothing. */
  static boolean concerns(EstimateRequest request, String thisHost) {
    return request.host().equals(HostScope.only(thisHost));
  }

  /** Whether a request is about that plugin, and says nothing itself of its coming run. */
  static boolean isOpen(EstimateRequest request, PluginName plugin) {
    return (request.plugins().isEmpty() || request.plugins().contains(plugin))
        && !request.known().containsKey(plugin);
  }
}
