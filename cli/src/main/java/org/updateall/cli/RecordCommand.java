package org.updateall.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.application.recording.RecordedCommand;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Command.Input;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a command, measures it and remembers it. */
@Command(
    name = RecordCommand.NAME,
    customSynopsis = "update-all record --plugin NAME [OPTION...] [--] COMMAND [ARGUMENT...]",
    description = {
      "Run a command, measure what it takes, and remember that as a run of a plugin.",
      "",
      "What it prints is passed on as it comes, it reads what it would read without update-all, and "
          + "its exit code is that of this command: 127 if there is no such program, 126 if it may "
          + "not be executed, 124 if it took too long, 128 and the number of the signal that ended it. "
          + "A database that cannot be used changes nothing of that. Beforehand it is foretold what "
          + "the command will take; see accuracy.",
      "",
      "With --json all that it prints goes to standard error, and the figures to standard output "
          + "after it; what is not known is null."
    },
    footer = {
      "",
      "Examples:",
      "  update-all record --plugin backup -- restic backup /home",
      "  update-all record --plugin mirror --timeout 2h rsync -a /srv/ backup:/srv/"
    })
final class RecordCommand implements Callable<Integer> {

  static final String NAME = "record";

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      required = true,
      description = "Whose history it belongs to; any name will do.")
  private String plugin = "";

  @Option(
      names = "--step",
      paramLabel = "NAME",
      description = "What the step is called (default: ${DEFAULT-VALUE}).")
  private String step = CommandToRecord.DEFAULT_STEP;

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description = "What it does: check, download or execute (default: execute).")
  private StepPhase phase = StepPhase.EXECUTE;

  @Option(
      names = "--packages",
      paramLabel = "N",
      description = "How many packages it will update, if known.")
  private @Nullable Integer packages;

  @Option(
      names = "--download-bytes",
      paramLabel = "N",
      description = "How many bytes it will download, if known.")
  private @Nullable Long downloadBytes;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description = "Stop it, and all that it started, after so long, such as 90s, 15m or 2h.")
  private @Nullable Duration timeout;

  @Option(
      names = "--no-prediction",
      description = "Do not foretell what it will take: it begins a second or so earlier.")
  private boolean unforetold;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments, which are handed over as they are.")
  private List<String> command = List.of();

  @Override
  public Integer call() {
    Session session = root.session();
    CommandToRecord asked = asked();
    try (UpdateAll updateAll = session.openWithoutHistory();
        StoppableWork work = StoppableWork.begin()) {
      RecordedCommand recorded = updateAll.recordCommand(asked, session.passingOn(work::stop));
      boolean unused = Thread.interrupted(); // It has done its work, which was to stop the command.
      new RecordReport(session, asked, recorded).show();
      settle(session, updateAll);
      return recorded.outcome().exitCode();
    } catch (InterruptedException e) {
      session.complain("interrupted before the command began");
      return ExitCode.INTERRUPTED;
    }
  }

  /**
   * @throws UsageException if a word is wrong
   */
  private CommandToRecord asked() {
    try {
      return new CommandToRecord(
          PluginParameters.name("--plugin", plugin),
          step,
          phase,
          packages,
          downloadBytes,
          !unforetold,
          new org.updateall.domain.metering.Command(
              command, Map.of(), null, timeout, Input.INHERITED));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Stores what else waits, now that the command does not wait for it. */
  private static void settle(Session session, UpdateAll updateAll) {
    try {
      Journal.settle(session, updateAll);
    } catch (HistoryUnavailable e) {
      session.remark("Note: " + e.getMessage());
    }
  }
}
