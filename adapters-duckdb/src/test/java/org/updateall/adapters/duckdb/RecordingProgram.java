package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** Records runs one after another, and writes the number of each once it is stored. */
final class RecordingProgram {

  private RecordingProgram() {}

  /** Arguments: directory, first number, how many. */
  public static void main(String[] arguments) {
    DuckDbRunHistory history = new Stores(Path.of(arguments[0])).history();
    int first = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    for (int number = first; number < first + count; number++) {
      history.record(run(number));
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

  private static ExecutionBuilder execution(String plugin) {
    return Runs.execution(plugin)
        .with(Runs.step("a").lasting(1), Runs.step("b").lasting(2), Runs.step("c").lasting(3));
  }
}
