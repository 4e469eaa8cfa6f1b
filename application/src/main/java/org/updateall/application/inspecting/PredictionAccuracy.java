package org.updateall.application.inspecting;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.CoverageBand;

/**
 * How well what was foretold came true.
 *
 * @param runs of how many runs something was foretold
 * @param predictions how many predictions that were, totals among them
 * @param summaries of those that could be judged: by plugin and target, then the totals
 */
public record PredictionAccuracy(int runs, int predictions, List<AccuracySummary> summaries) {

  public PredictionAccuracy {
    summaries = List.copyOf(summaries);
  }

  /** How many predictions could be judged, totals among them. */
  public int judged() {
    return summaries.stream().mapToInt(each -> each.coverage().count()).sum();
  }

  /**
   * How many outcomes of all plugins together lay inside; none without any. Totals do not count.
   */
  public Option<CoverageBand> coverageOfPlugins() {
    List<CoverageBand> bands =
        summaries.stream()
            .filter(each -> each.plugin() != null)
            .map(AccuracySummary::coverage)
            .toList();
    return Option.when(
        !bands.isEmpty(),
        () ->
            new CoverageBand(
                bands.stream().mapToInt(CoverageBand::hits).sum(),
                bands.stream().mapToInt(CoverageBand::count).sum()));
  }
}
