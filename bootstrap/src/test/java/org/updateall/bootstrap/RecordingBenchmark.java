package org.updateall.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.OutputListener;

/**
 * What recording a command adds to it, once the program runs: bare, recorded, and recorded and
 * foretold runs of the same command take turns in one process. Arguments: the database (made if it
 * is not there), how many turns, and the command.
 */
final class RecordingBenchmark {

  private static final int WARMUP = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final UpdateAll updateAll;
  private final List<String> command;

  private RecordingBenchmark(UpdateAll updateAll, List<String> command) {
    this.updateAll = updateAll;
    this.command = command;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int turns = Integer.parseInt(arguments[1]);
    List<String> command = List.of(arguments).subList(2, arguments.length);
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(Path.of(arguments[0])))) {
      new RecordingBenchmark(updateAll, command).run(turns);
    }
  }

  private void run(int turns) throws IOException, InterruptedException {
    double[] bare = new double[turns];
    double[] recorded = new double[turns];
    double[] foretold = new double[turns];
    for (int turn = -WARMUP; turn < turns; turn++) {
      int at = Math.max(turn, 0);
      bare[at] = bare();
      recorded[at] = recorded(false);
      foretold[at] = recorded(true);
    }
    tell("bare", bare, median(bare));
    tell("recorded", recorded, median(bare));
    tell("recorded and foretold", foretold, median(bare));
  }

  private double bare() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    new ProcessBuilder(command).start().waitFor();
    return since(begin);
  }

  private double recorded(boolean foretold) throws InterruptedException {
    long begin = System.nanoTime();
    updateAll.recordCommand(
        new CommandToRecord(
            new PluginName("benchmark"),
            CommandToRecord.DEFAULT_STEP,
            StepPhase.EXECUTE,
            null,
            null,
            foretold,
            Command.of(command)),
        OutputListener.NONE);
    return since(begin);
  }

  private static void tell(String what, double[] millis, double bare) {
    System.out.printf(
        "%-22s median %7.1f ms, %7.1f ms more than bare, ratio %.2f%n",
        what, median(millis), median(millis) - bare, median(millis) / bare);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / NANOS_PER_MILLI;
  }
}
