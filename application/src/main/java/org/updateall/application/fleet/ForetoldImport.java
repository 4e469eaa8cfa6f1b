package org.updateall.application.fleet;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;

/** Enters what was foretold of runs, unless something that was foretold of them is known. */
final class ForetoldImport implements Consumer<ForetoldRun> {

  private static final int RUNS_AT_ONCE = 500;

  private final PredictionLedger ledger;
  private final FleetImportTally tally;
  private final Set<RunId> runs;
  private final List<ForetoldRun> waiting = new ArrayList<>();

  /**
   * @param runs only of these
   */
  ForetoldImport(PredictionLedger ledger, FleetImportTally tally, Set<RunId> runs) {
    this.ledger = ledger;
    this.tally = tally;
    this.runs = runs;
  }

  @Override
  public void accept(ForetoldRun foretold) {
    if (runs.contains(foretold.runId()) && !tally.isDryRun()) {
      waiting.add(foretold);
    }
    if (waiting.size() >= RUNS_AT_ONCE) {
      finish();
    }
  }

  /** Enters those that wait. */
  void finish() {
    Set<RunId> known =
        ledger.findAll(waiting.stream().map(ForetoldRun::runId).toList()).stream()
            .map(ForetoldRun::runId)
            .collect(toSet());
    List<ForetoldRun> unknown =
        waiting.stream().filter(foretold -> !known.contains(foretold.runId())).toList();
    ledger.enterAll(unknown);
    tally.addForetold(unknown.size());
    waiting.clear();
  }
}
