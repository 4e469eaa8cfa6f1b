package org.updateall.application.inspecting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionJudge;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.retrieval.HistoryQueries;

/** Use case: judge what was foretold of runs by what came true. */
public final class JudgePredictions {

  private final PredictionLedger ledger;
  private final HistoryQueries queries;

  public JudgePredictions(PredictionLedger ledger, HistoryQueries queries) {
    this.ledger = ledger;
    this.queries = queries;
  }

  /**
   * Judges every prediction whose execution succeeded and measured its target, and every total
   * whose run ended whole.
   *
   * @param plugins which plugins; none for every one, and the totals
   * @param host on which machines
   * @param from foretold then or later; absent for all
   * @throws HistoryUnavailable if the store cannot be used
   */
  public PredictionAccuracy judge(
      Collection<PluginName> plugins, HostScope host, @Nullable Instant from) {
    Set<PluginName> wanted = Set.copyOf(plugins);
    List<ForetoldRun> foretold = ledger.foretold(from);
    List<JudgedPrediction> judged =
        PredictionJudge.judgeAll(foretold, queries).stream()
            .filter(each -> isOf(wanted, each.prediction()) && host.includes(each.hostname()))
            .toList();
    List<Long> counts =
        foretold.stream()
            .map(run -> run.predictions().stream().filter(each -> isOf(wanted, each)).count())
            .filter(count -> count > 0)
            .toList();
    return new PredictionAccuracy(
        counts.size(), counts.stream().mapToInt(Long::intValue).sum(), AccuracySummary.of(judged));
  }

  private static boolean isOf(Set<PluginName> wanted, RecordedPrediction prediction) {
    PluginName plugin = prediction.plugin();
    return wanted.isEmpty() || (plugin != null && wanted.contains(plugin));
  }
}
