package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;

/**
 * Keeps what was foretold in memory only, until this process ends: a history.json has no place for
 * it, and it cannot be made anew.
 */
final class PassingPredictionLedger implements PredictionLedger {

  private static final Comparator<ForetoldRun> OLDEST_FIRST =
      Comparator.comparing(ForetoldRun::madeAt).thenComparing(ForetoldRun::runId);

  private final Map<RunId, ForetoldRun> runs = new HashMap<>();

  @Override
  public synchronized void enter(ForetoldRun foretold) {
    runs.put(foretold.runId(), foretold);
  }

  @Override
  public synchronized Option<ForetoldRun> find(RunId runId) {
    return Option.of(runs.get(runId));
  }

  @Override
  public synchronized List<ForetoldRun> foretold(@Nullable Instant from) {
    return runs.values().stream()
        .filter(each -> from == null || !each.madeAt().isBefore(from))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public synchronized int forget(Collection<RunId> runIds) {
    int before = runs.size();
    runs.keySet().removeAll(Set.copyOf(runIds));
    return before - runs.size();
  }

  @Override
  public synchronized int forgetBefore(Instant time) {
    int before = runs.size();
    runs.values().removeIf(each -> each.madeAt().isBefore(time));
    return before - runs.size();
  }
}
