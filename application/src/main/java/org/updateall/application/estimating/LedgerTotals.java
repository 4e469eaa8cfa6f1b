package org.updateall.application.estimating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.joint.PastTotals.PastTotal;
import org.updateall.domain.ledger.ForetoldTotal;
import org.updateall.domain.ledger.PartOutcome;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/** Looks up how totals that were foretold of the same plugins came true. */
final class LedgerTotals {

  /** A factor of conformal prediction changes little beyond. */
  private static final int NEWEST = 200;

  private final PredictionLedger ledger;

  LedgerTotals(PredictionLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Of each target the totals that were foretold at that level of exactly those plugins of which it
   * is predicted now, in runs that ended whole: each plugin succeeded and measured the target. A
   * target that is predicted of one plugin alone is left out: its distribution has been corrected
   * already.
   *
   * @param tables what happened to the plugins
   * @throws HistoryUnavailable if the ledger cannot be used
   */
  Map<Target, PastTotals> gather(
      List<ResourceEstimate> plugins, List<TrainingTable> tables, double level) {
    Map<Target, Set<PluginName>> parts = parts(plugins);
    if (parts.isEmpty()) {
      return Map.of();
    }
    Map<Target, List<ForetoldTotal>> foretold = ledger.totals(parts, NEWEST);
    Map<Target, PastTotals> past = new EnumMap<>(Target.class);
    parts.forEach(
        (target, wanted) -> {
          List<ForetoldTotal> totals = foretold.getOrDefault(target, List.of());
          past.put(
              target,
              new PastTotals(level, new Outcomes(target, tables).of(totals, wanted, level)));
        });
    return past;
  }

  private static Map<Target, Set<PluginName>> parts(List<ResourceEstimate> plugins) {
    Map<Target, Set<PluginName>> parts = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      Set<PluginName> predicted = new TreeSet<>();
      plugins.stream()
          .filter(plugin -> plugin.prediction(target).isDefined())
          .forEach(plugin -> predicted.add(plugin.plugin()));
      if (predicted.size() > 1) {
        parts.put(target, predicted);
      }
    }
    return parts;
  }

  /** What the parts of runs came to in one target. */
  private static final class Outcomes {

    private final Target target;
    private final Map<RunId, Map<PluginName, PartOutcome>> runs = new HashMap<>();

    Outcomes(Target target, List<TrainingTable> tables) {
      this.target = target;
      for (TrainingTable table : tables) {
        for (TrainingRow row : table.rows()) {
          take(table.plugin(), row.outcome());
        }
      }
    }

    private void take(PluginName plugin, ExecutionOutcome outcome) {
      Double value = target.measuredIn(outcome);
      Instant startedAt = outcome.startedAt();
      if (value != null && outcome.status() == ExecutionStatus.SUCCESS) {
        runs.computeIfAbsent(outcome.runId(), first -> new HashMap<>())
            .putIfAbsent(plugin, new PartOutcome(startedAt, value));
      }
    }

    List<PastTotal> of(List<ForetoldTotal> totals, Set<PluginName> plugins, double level) {
      List<PastTotal> past = new ArrayList<>();
      for (ForetoldTotal total : totals) {
        Map<PluginName, PartOutcome> parts = runs.getOrDefault(total.runId(), Map.of());
        if (total.prediction().interval().level() == level && parts.keySet().containsAll(plugins)) {
          past.add(past(total, plugins.stream().map(parts::get).toList()));
        }
      }
      return past;
    }

    private PastTotal past(ForetoldTotal total, List<PartOutcome> parts) {
      return new PastTotal(
          PartOutcome.together(target, parts),
          total.prediction().point(),
          total.prediction().interval().lower(),
          total.prediction().interval().upper());
    }
  }
}
