package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * What was foretold of one run's plugins together, in one target.
 *
 * @param runId which run
 * @param prediction the total
 */
public record ForetoldTotal(RunId runId, RecordedPrediction prediction) {

  /**
   * @throws IllegalArgumentException if the prediction is of one plugin
   */
  public ForetoldTotal {
    requireNonNull(runId, "runId");
    if (!prediction.isTotal()) {
      throw new IllegalArgumentException("not a total: " + prediction.plugin());
    }
  }

  /**
   * As {@link PredictionLedger#totals} gives them.
   *
   * @param foretold oldest first
   */
  static Map<Target, List<ForetoldTotal>> newest(
      List<ForetoldRun> foretold, Map<Target, Set<PluginName>> plugins, int newest) {
    Map<Target, List<ForetoldTotal>> totals = new EnumMap<>(Target.class);
    plugins.forEach(
        (target, wanted) -> {
          List<ForetoldTotal> all =
              foretold.stream()
                  .filter(run -> !wanted.isEmpty() && pluginsOfTotal(run, target).equals(wanted))
                  .flatMap(run -> total(run, target).toJavaStream())
                  .toList();
          totals.put(target, all.subList(Math.max(0, all.size() - newest), all.size()));
        });
    return totals;
  }

  private static Set<PluginName> pluginsOfTotal(ForetoldRun run, Target target) {
    return run.partsOfTotal(target).stream()
        .flatMap(part -> Stream.ofNullable(part.plugin()))
        .collect(toSet());
  }

  private static Option<ForetoldTotal> total(ForetoldRun run, Target target) {
    return run.total(target).map(total -> new ForetoldTotal(run.runId(), total));
  }
}
