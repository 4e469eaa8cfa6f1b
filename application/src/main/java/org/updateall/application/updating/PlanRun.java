package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.UpdatePlugin;

/**
 * Use case: say what a run would do and need. Plugins are asked at the same time, and nothing is
 * changed.
 */
public final class PlanRun {

  private final PluginCatalogue catalogue;
  private final CommandRunner runner;
  private final EstimateResources estimates;
  private final TimeOrderedIds ids;
  private final AskPlugins asking;

  public PlanRun(
      PluginCatalogue catalogue,
      CommandRunner runner,
      EstimateResources estimates,
      TimeOrderedIds ids,
      AskPlugins asking) {
    this.catalogue = catalogue;
    this.runner = runner;
    this.estimates = estimates;
    this.ids = ids;
    this.asking = asking;
  }

  /**
   * @param root what is done about plugins that need root
   * @throws InterruptedException if this thread is interrupted while plugins are asked
   */
  public PlannedRun plan(UpdateRequest request, WayToRoot root, Progress progress)
      throws InterruptedException {
    KnownPlugins known = catalogue.find();
    List<PluginName> named = request.plugins();
    List<LeftOut> leftOut = new ArrayList<>();
    for (PluginName name : known.disabledAmong(named)) {
      leftOut.add(new LeftOut(name, "it is switched off in the configuration"));
    }
    List<PlannedPlugin> applicable = applicable(known.meant(named), request, progress, leftOut);
    List<PlannedPlugin> allowed = allowed(applicable, root, leftOut);
    Either<String, RunEstimate> estimate = estimate(request, allowed, progress);
    return new PlannedRun(
        ids.nextRunId(),
        request,
        inOrder(allowed, request, estimate),
        leftOut,
        known.unknownAmong(named),
        known.refused(),
        estimate);
  }

  private List<PlannedPlugin> applicable(
      List<UpdatePlugin> plugins, UpdateRequest request, Progress progress, List<LeftOut> leftOut)
      throws InterruptedException {
    Map<PluginName, UpdatePlugin> byName = new HashMap<>();
    plugins.forEach(plugin -> byName.put(plugin.name(), plugin));
    List<PlannedPlugin> applicable = new ArrayList<>();
    for (PreflightReport report : asking.ask(plugins, request.preflightLimit(), progress)) {
      if (report.finding() == PreflightReport.Finding.NOT_APPLICABLE) {
        leftOut.add(new LeftOut(report.plugin(), report.reason()));
      } else {
        UpdatePlugin plugin = requireNonNull(byName.get(report.plugin()));
        applicable.add(new PlannedPlugin(plugin, plugin.plan(), report));
      }
    }
    return applicable;
  }

  private List<PlannedPlugin> allowed(
      List<PlannedPlugin> plugins, WayToRoot root, List<LeftOut> leftOut) {
    boolean needsRoot = plugins.stream().anyMatch(plugin -> plugin.plan().needsRoot());
    if (!needsRoot
        || root == WayToRoot.UNNEEDED
        || RootAccess.look(runner, root == WayToRoot.ASKED) != RootAccess.NONE) {
      return plugins;
    }
    List<PlannedPlugin> allowed = new ArrayList<>();
    for (PlannedPlugin plugin : plugins) {
      if (plugin.plan().needsRoot()) {
        leftOut.add(
            new LeftOut(
                plugin.name(),
                "it needs root, and sudo does not let us without a password; run update-all as"
                    + " root, or at a terminal"));
      } else {
        allowed.add(plugin);
      }
    }
    return allowed;
  }

  /** A history that cannot be read is no reason not to update. */
  private Either<String, RunEstimate> estimate(
      UpdateRequest request, List<PlannedPlugin> plugins, Progress progress) {
    if (plugins.isEmpty()) {
      return Either.left("no plugin will run");
    }
    try {
      return Either.right(estimates.estimate(estimateRequest(request, plugins), progress));
    } catch (HistoryUnavailable e) {
      return Either.left(String.valueOf(e.getMessage()));
    }
  }

  private static EstimateRequest estimateRequest(
      UpdateRequest request, List<PlannedPlugin> plugins) {
    Map<PluginName, Set<String>> mutexes = new HashMap<>();
    plugins.forEach(plugin -> mutexes.put(plugin.name(), plugin.plan().allMutexes()));
    return new EstimateRequest(
        plugins.stream().map(PlannedPlugin::name).toList(),
        request.host(),
        TrainingOptions.defaults(),
        request.level(),
        AskPlugins.known(plugins.stream().map(PlannedPlugin::preflight).toList()),
        new Schedule(request.workers(), mutexes, List.of()));
  }

  /** One after another by name; at the same time those first that are expected to take longest. */
  private static List<PlannedPlugin> inOrder(
      List<PlannedPlugin> plugins, UpdateRequest request, Either<String, RunEstimate> estimate) {
    Comparator<PlannedPlugin> byName = Comparator.comparing(PlannedPlugin::name);
    if (request.workers() == 1) {
      return plugins.stream().sorted(byName).toList();
    }
    Map<PluginName, Double> seconds = new HashMap<>();
    estimate
        .map(RunEstimate::plugins)
        .getOrElse(List.of())
        .forEach(
            each ->
                each.prediction(Target.WALL_CLOCK)
                    .forEach(time -> seconds.put(each.plugin(), time.point())));
    return plugins.stream()
        .sorted(
            Comparator.<PlannedPlugin>comparingDouble(
                    plugin -> -seconds.getOrDefault(plugin.name(), 0.0))
                .thenComparing(byName))
        .toList();
  }
}
