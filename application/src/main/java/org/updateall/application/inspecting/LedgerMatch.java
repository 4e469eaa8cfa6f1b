package org.updateall.application.inspecting;

import java.util.List;
import java.util.Set;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionJudge;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.retrieval.HistoryQueries;

/**
 * Which predictions of the ledger are meant, and what came true of them.
 *
 * @param plugins which plugins; none for every one, and the totals
 * @param host on which machines
 */
record LedgerMatch(Set<PluginName> plugins, HostScope host) {

  boolean includes(RecordedPrediction prediction) {
    PluginName plugin = prediction.plugin();
    return plugins.isEmpty() || (plugin != null && plugins.contains(plugin));
  }

  /** Every prediction whose execution succeeded and measured its target; whole totals as well. */
  List<JudgedPrediction> judge(List<ForetoldRun> foretold, HistoryQueries queries) {
    return PredictionJudge.judgeAll(foretold, queries).stream()
        .filter(each -> includes(each.prediction()) && host.includes(each.hostname()))
        .toList();
  }
}
