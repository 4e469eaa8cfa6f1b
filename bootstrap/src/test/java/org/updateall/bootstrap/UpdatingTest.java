package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.application.recording.RecordedCommand;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.RunListener;
import org.updateall.application.updating.UpdateRequest;
import org.updateall.application.updating.UpdateResult;
import org.updateall.application.updating.WayToRoot;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.OutputListener;

/** Updating with real commands, through the facade. */
@Timeout(120)
final class UpdatingTest {

  private static final PluginName ONE = new PluginName("one");
  private static final PluginName TWO = new PluginName("two");

  @TempDir private Path folder;

  @Test
  void runsWhatIsDeclaredRecordsItAndJudgesWhatWasForetold() throws Exception {
    home()
        .configure(
            """
        plugins:
          one:
            steps:
              - {phase: download, command: [printf, 'Fetched 2 kB']}
              - {phase: execute, command: [sh, -c, 'echo "$1"', x, '$(touch hacked)'], updated-line: '^\\$'}
          two:
            after: [one]
            steps: [{phase: execute, command: [sh, -c, 'exit 3']}]
        """);

    try (UpdateAll updateAll = UpdateAll.open(home().settings())) {
      for (int i = 0; i < 2; i++) {
        PlannedRun plan = updateAll.planRun(request(), WayToRoot.UNASKED, Progress.none());
        assertEquals(2, plan.plugins().size());
        UpdateResult result = updateAll.runUpdates(plan, RunListener.NONE).finish();
        assertEquals(
            List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED),
            result.ends().values().stream().map(end -> end.status()).toList());
      }

      Run run = updateAll.recentRuns(HistoryFilter.everything(), 1).get(0);
      PluginExecution one = run.executions().get(0);
      assertEquals(ONE, one.pluginName());
      assertEquals(2, one.steps().size());
      assertEquals(1, one.packagesUpdated());
      assertTrue(one.wallClockSeconds().get() > 0);
      assertEquals(3, run.executions().get(1).exitCode());
      assertTrue(updateAll.foretold(run.runId()).isDefined());
      assertTrue(Files.notExists(Path.of("hacked")));
    }
  }

  @Test
  void recordsACommandAndTellsExportsApart() throws Exception {
    try (UpdateAll updateAll = UpdateAll.open(home().settings())) {
      RecordedCommand recorded =
          updateAll.recordCommand(
              CommandToRecord.of(ONE, Command.of(List.of("sh", "-c", "exit 4"))),
              OutputListener.NONE);

      assertEquals(4, recorded.outcome().exitCode());
      PluginExecution one = updateAll.find(recorded.runId()).get().executions().get(0);
      assertEquals(ExecutionStatus.FAILED, one.status());
      assertEquals(4, one.exitCode());
      assertFalse(updateAll.looksLikeAnExport(folder.resolve("none.json")));
    }
  }

  private static UpdateRequest request() {
    return new UpdateRequest(
        List.of(ONE, TWO), HostScope.everyHost(), 0.9, 2, null, true, Duration.ofSeconds(30));
  }

  private PluginHome home() {
    return new PluginHome(folder);
  }
}
