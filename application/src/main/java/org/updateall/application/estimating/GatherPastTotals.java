package org.updateall.application.estimating;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionJudge;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.HistoryQueries;

/** Use case: look up how the totals of runs of the same plugins came true. */
public final class GatherPastTotals {

  private final PredictionLedger ledger;
  private final HistoryQueries queries;

  public GatherPastTotals(PredictionLedger ledger, HistoryQueries queries) {
    this.ledger = ledger;
    this.queries = queries;
  }

  /**
   * The totals of that target that were foretold of exactly these plugins and came true or not, in
   * runs that ended whole: each plugin succeeded and measured the target.
   *
   * @param host on which machines
   * @param from foretold then or later; absent for all
   * @return in the order in which they were foretold
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<JudgedPrediction> gather(
      Target target, Collection<PluginName> plugins, HostScope host, @Nullable Instant from) {
    List<PluginName> wanted = plugins.stream().distinct().sorted().toList();
    PredictionJudge judge =
        new PredictionJudge(
            target,
            queries.executionSeries(
                HistoryFilter.everything()
                    .on(host)
                    .ofPlugins(wanted)
                    .ending(ExecutionStatus.SUCCESS),
                target.measure()));
    return ledger.foretold(from).stream()
        .flatMap(foretold -> judge.judge(foretold).stream())
        .filter(judged -> judged.prediction().isTotal() && judged.plugins().equals(wanted))
        .toList();
  }
}
