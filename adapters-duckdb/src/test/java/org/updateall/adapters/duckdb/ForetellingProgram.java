package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * Enters what is foretold of runs one after another, and writes the number of each once it is safe.
 */
final class ForetellingProgram {

  private ForetellingProgram() {}

  /** Arguments: directory, first number, how many. */
  public static void main(String[] arguments) {
    DuckDbPredictionLedger ledger = new Stores(Path.of(arguments[0])).ledger();
    int first = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    for (int number = first; number < first + count; number++) {
      ledger.enter(foretold(number));
      System.out.println(number + ".");
    }
  }

  static ForetoldRun foretold(int number) {
    return Foretellings.run(
        number, Runs.NOON.plusSeconds(number), "apt", "cargo", "flatpak", "pipx", "snap");
  }
}
