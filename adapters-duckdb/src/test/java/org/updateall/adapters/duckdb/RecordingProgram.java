package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** Records runs one after another, and writes the number of each once it is safe. */
final class RecordingProgram {

  /** How a run is recorded. */
  enum How {
    /** Into the store, after waiting for it. */
    STORING,
    /** Under way first, then accepted. */
    ACCEPTING
  }

  private RecordingProgram() {}

  /** Arguments: directory, first number, how many, and {@link How}. */
  public static void main(String[] arguments) {
    Stores stores = new Stores(Path.of(arguments[0]));
    int first = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    How how = How.valueOf(arguments[3]);
    DuckDbRunHistory history = stores.history();
    DuckDbRunJournal journal = stores.journal();
    for (int number = first; number < first + count; number++) {
      switch (how) {
        case STORING -> history.record(run(number));
        case ACCEPTING -> {
          journal.underWay(halfDone(number));
          journal.accept(run(number));
        }
      }
      System.out.println(number + ".");
    }
  }

  /** A run of three executions with three steps each. */
  static Run run(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .executing(execution("apt"), execution("cargo"), execution("pipx"))
        .build();
  }

  /** The same run while its second execution runs. */
  static Run halfDone(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .unended()
        .executing(
            execution("apt"),
            Runs.execution("cargo").ending(ExecutionStatus.RUNNING),
            Runs.execution("pipx").ending(ExecutionStatus.PENDING))
        .build();
  }

  private static ExecutionBuilder execution(String plugin) {
    return Runs.execution(plugin)
        .with(Runs.step("a").lasting(1), Runs.step("b").lasting(2), Runs.step("c").lasting(3));
  }
}
