package org.updateall.application.estimating;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/** Puts together what happened in the same runs. */
final class JointPast {

  private final Map<RunId, PastRun> runs = new HashMap<>();

  /** What happened to one plugin in the runs of its table. */
  void add(TrainingTable table, List<PastLevel> levels) {
    Map<Instant, RunId> byTime = new HashMap<>();
    for (TrainingRow row : table.rows()) {
      ExecutionOutcome outcome = row.outcome();
      byTime.put(outcome.startedAt(), outcome.runId());
    }
    for (PastLevel level : levels) {
      RunId runId = byTime.get(level.time());
      if (runId != null) {
        runs.computeIfAbsent(runId, first -> new PastRun(level.time(), runId, new HashMap<>()))
            .levels()
            .put(table.plugin(), level.level());
      }
    }
  }

  JointHistory history() {
    return new JointHistory(
        runs.values().stream()
            .sorted(Comparator.comparing(PastRun::time).thenComparing(PastRun::runId))
            .map(PastRun::levels)
            .toList());
  }

  /** One run: when the first plugin that was added began, and the levels. */
  private record PastRun(Instant time, RunId runId, Map<PluginName, Double> levels) {}
}
