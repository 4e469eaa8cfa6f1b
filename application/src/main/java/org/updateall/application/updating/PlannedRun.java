package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * A run that may begin.
 *
 * @param runId its identity, by which it is foretold
 * @param request what was asked for
 * @param plugins those that will run, in the order in which they begin
 * @param leftOut those that will not
 * @param unknown names that no plugin has
 * @param refused what was meant to be a plugin, or to say something of one, and is wrong
 * @param estimate what the run will need; left if that could not be worked out, with the reason
 */
public record PlannedRun(
    RunId runId,
    UpdateRequest request,
    List<PlannedPlugin> plugins,
    List<LeftOut> leftOut,
    List<PluginName> unknown,
    List<FileRefused> refused,
    Either<String, RunEstimate> estimate) {

  public PlannedRun {
    requireNonNull(runId, "runId");
    requireNonNull(request, "request");
    requireNonNull(estimate, "estimate");
    plugins = List.copyOf(plugins);
    leftOut = List.copyOf(leftOut);
    unknown = List.copyOf(unknown);
    refused = List.copyOf(refused);
  }

  /** How much memory each plugin may well need, in bytes: the upper bound of its interval. */
  Map<PluginName, Double> memoryNeeded() {
    Map<PluginName, Double> needed = new HashMap<>();
    for (ResourceEstimate each : estimate.map(RunEstimate::plugins).getOrElse(List.of())) {
      each.prediction(Target.MEMORY_PEAK)
          .map((Prediction memory) -> memory.interval(request.level()).upper())
          .forEach(bytes -> needed.put(each.plugin(), bytes));
    }
    return needed;
  }
}
