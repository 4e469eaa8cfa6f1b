package org.updateall.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.updateall.application.recording.RunCollector;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.journal.ExecutionEnd;

/**
 * Collects a run with plugins at the same time, and says after each call what is safe by now, until
 * it is killed. Argument: the database.
 */
final class CollectingProgram {

  private static final int PLUGINS = 3;

  private CollectingProgram() {}

  public static void main(String[] arguments) throws IOException {
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(Path.of(arguments[0])))) {
      RunCollector collector = updateAll.startRun();
      say(collector.runId().toString());
      IntStream.range(0, PLUGINS).parallel().forEach(i -> collect(collector, i));
    }
  }

  private static void collect(RunCollector collector, int number) {
    for (int turn = 0; ; turn++) {
      PluginName plugin = new PluginName("plugin-%d-%d".formatted(number, turn));
      collector.startPluginExecution(plugin);
      say("started " + plugin);
      collector.startStep(plugin, "update", StepPhase.EXECUTE);
      collector.endStep(plugin, "update", ResourceUsage.unmeasured());
      collector.endPluginExecution(plugin, ExecutionEnd.success().withPackages(turn, null));
      say("ended " + plugin);
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line + "."); // A line that is cut off lacks its end.
  }
}
