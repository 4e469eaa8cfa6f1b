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
import org.updateall.domain.ledger.PredictionLedger;
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
    LedgerMatch match = new LedgerMatch(Set.copyOf(plugins), host);
    List<ForetoldRun> foretold = ledger.foretold(from);
    List<Long> counts =
        foretold.stream()
            .map(run -> run.predictions().stream().filter(match::includes).count())
            .filter(count -> count > 0)
            .toList();
    return new PredictionAccuracy(
        counts.size(),
        counts.stream().mapToInt(Long::intValue).sum(),
        AccuracySummary.of(match.judge(foretold, queries)));
  }
}
