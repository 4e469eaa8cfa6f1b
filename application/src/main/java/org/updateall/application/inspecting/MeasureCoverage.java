package org.updateall.application.inspecting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.retrieval.HistoryQueries;

/**
 * Use case: measure how often outcomes lay inside the intervals foretold of them, level by level,
 * where {@link JudgePredictions} takes all levels together.
 */
public final class MeasureCoverage {

  private static final Comparator<Key> IN_ORDER =
      Comparator.comparing(Key::plugin, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Key::target)
          .thenComparing(Key::level);

  private final PredictionLedger ledger;
  private final HistoryQueries queries;

  private record Key(@Nullable PluginName plugin, Target target, double level) {

    static Key of(JudgedPrediction judged) {
      RecordedPrediction prediction = judged.prediction();
      return new Key(prediction.plugin(), prediction.target(), prediction.interval().level());
    }
  }

  public MeasureCoverage(PredictionLedger ledger, HistoryQueries queries) {
    this.ledger = ledger;
    this.queries = queries;
  }

  /**
   * Of every prediction that can be judged: by plugin, target and level; the totals come last.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<LevelCoverage> measure(HostScope host) {
    return new LedgerMatch(Set.of(), host)
        .judge(ledger.foretold(null), queries).stream()
            .collect(groupingBy(Key::of, () -> new TreeMap<>(IN_ORDER), toList()))
            .entrySet()
            .stream()
            .map(entry -> coverage(entry.getKey(), entry.getValue()))
            .toList();
  }

  private static LevelCoverage coverage(Key key, List<JudgedPrediction> judged) {
    int inside = (int) judged.stream().filter(JudgedPrediction::isInside).count();
    return new LevelCoverage(
        key.plugin(), key.target(), key.level(), new CoverageBand(inside, judged.size()));
  }
}
