package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.Finding.Severity;

/**
 * Makes every run, model and prediction of its rows, as the domain allows them, and tells which
 * fail.
 */
final class RowCheck {

  private final Handle handle;
  private final Tally runs = new Tally();
  private final Tally models = new Tally();
  private final Tally predictions = new Tally();

  RowCheck(Handle handle) {
    this.handle = handle;
  }

  List<Finding> findings() {
    checkRuns(handle.attach(RunTables.class));
    for (ModelRow row : handle.attach(ModelTable.class).all()) {
      models.attempt(row.pluginName() + ", " + row.target(), row::toModel);
    }
    if (StoredTables.hasLedger(handle)) {
      for (PredictionRow row : handle.attach(LedgerTable.class).madeFrom(null)) {
        predictions.attempt(row.name(), row::toPrediction);
      }
    }
    List<Finding> findings = new ArrayList<>();
    runs.report("Runs hold what no run can", Remedies.REPAIR, findings);
    models.report("Models hold what no model can", "'update-all train' makes them anew.", findings);
    predictions.report("Predictions hold what none can", Remedies.REPAIR, findings);
    return findings;
  }

  long soundRuns() {
    return runs.sound;
  }

  private void checkRuns(RunTables tables) {
    for (List<RunRow> part : new RunPages(tables).parts(HistoryFilter.everything())) {
      check(tables, part);
    }
  }

  /** All at once, as long as nothing is wrong with any of them. */
  private void check(RunTables tables, List<RunRow> rows) {
    try {
      runs.sound += tables.whole(rows).size();
    } catch (DamagedRow anyOfThem) {
      for (RunRow row : rows) {
        runs.attempt("run " + row.runId(), () -> tables.whole(List.of(row)));
      }
    }
  }

  /** How many can be made, how many cannot, and why. */
  private static final class Tally {

    private final List<String> examples = new ArrayList<>();
    private long sound;
    private long damaged;

    void attempt(String name, Supplier<?> making) {
      try {
        Object unused = DamagedRow.unless(making);
        sound++;
      } catch (DamagedRow e) {
        damaged++;
        if (examples.size() < Finding.MAX_EXAMPLES) {
          examples.add(name + ": " + e.reason());
        }
      }
    }

    void report(String what, String remedy, List<Finding> findings) {
      if (damaged > 0) {
        findings.add(new Finding(Severity.PROBLEM, what, damaged, examples, remedy));
      }
    }
  }
}
