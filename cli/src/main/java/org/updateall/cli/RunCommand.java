package org.updateall.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.application.training.TrainingRequest;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.UpdateRequest;
import org.updateall.application.updating.UpdateResult;
import org.updateall.application.updating.UpdatesUnderWay;
import org.updateall.application.updating.WayToRoot;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Updates with plugins, says all the while how long it will still take, and remembers it. */
@Command(
    name = "run",
    description = {
      "Update with the plugins of this machine, and say all the while how long it will still take.",
      "",
      "What it takes is remembered, with what was expected of it. Plugins that do not apply to this "
          + "machine are left out. Their own output is shown with --verbose; of one that fails, its end is."
    },
    footer = {
      "",
      "Examples:",
      "  update-all run --dry-run",
      "  update-all run apt flatpak",
      "  update-all run --parallel 3 --memory-limit 2GB"
    })
final class RunCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MILLIS = 250;

  @ParentCommand private UpdateAllCommand root;

  @Mixin private MachinePlugins plugins = new MachinePlugins();

  @Mixin private LevelChoice level = new LevelChoice();

  @Mixin private HostChoice host = new HostChoice();

  @Mixin private FirstHistory firstHistory = new FirstHistory();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what would be run, and what it would need; change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-j", "--parallel"},
      paramLabel = "N",
      description = "How many plugins run at a time, where their mutexes allow it (default: 1).")
  private int workers = 1;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = MemorySize.class,
      description =
          "Begin no plugin beside others whose memory, as far as it can be expected, would exceed "
              + "this together, such as 2GB.")
  private @Nullable Long memoryLimit;

  @Option(
      names = "--continue-on-error",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Go on with the other plugins when one has failed (default); with --no-continue-on-error "
              + "none begins any more.")
  private boolean continueOnError;

  @Option(
      names = "--preflight-limit",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description =
          "How long a plugin may take to say what there is to do, such as 90s (default: 30s).")
  private Duration preflightLimit = Duration.ofSeconds(30);

  @Override
  public Integer call() throws InterruptedException {
    Session session = root.session();
    request(HostScope.everyHost());
    try (UpdateAll updateAll = session.open()) {
      var unused = firstHistory.offer(session, updateAll);
      return host.scope(session, updateAll)
          .fold(code -> code, scope -> answer(session, updateAll, request(scope)));
    }
  }

  private UpdateRequest request(HostScope scope) {
    return ForecastChoices.checked(
        "run",
        () ->
            new UpdateRequest(
                plugins.names(),
                scope,
                level.level(),
                workers,
                memoryLimit,
                continueOnError,
                preflightLimit));
  }

  private int answer(Session session, UpdateAll updateAll, UpdateRequest request) {
    StoppableWork work = StoppableWork.begin();
    try {
      PlannedRun plan = updateAll.planRun(request, root(session), session.progress());
      int code = RunPlanReport.complain(session, plan);
      if (dryRun) {
        RunPlanReport.show(session, plan);
        return code;
      }
      if (!plan.refused().isEmpty()) {
        session.complain("nothing is run while the configuration is wrong");
        return code;
      }
      return plan.plugins().isEmpty()
          ? Math.max(code, RunPlanReport.nothingToRun(session, plan))
          : Math.max(code, run(session, updateAll, plan));
    } catch (InterruptedException e) {
      session.complain("interrupted");
      return ExitCode.INTERRUPTED;
    } finally {
      work.close();
    }
  }

  private WayToRoot root(Session session) {
    if (dryRun) {
      return WayToRoot.UNNEEDED;
    }
    return session.isWatched() ? WayToRoot.ASKED : WayToRoot.UNASKED;
  }

  /**
   * @throws InterruptedException if this thread is interrupted once more while it stops what runs
   */
  private static int run(Session session, UpdateAll updateAll, PlannedRun plan)
      throws InterruptedException {
    RunDisplay display = RunDisplay.of(session, plan);
    UpdatesUnderWay underWay = updateAll.runUpdates(plan, display);
    display.open(underWay);
    UpdateResult result = watch(underWay, display);
    RunSummary.show(session, result);
    session.flush();
    if (!result.stopped()) {
      SystemHistory.takeWhatIsSoonForgotten(session, updateAll);
      learn(session, updateAll, result);
      MetricsAfterRun.write(session, updateAll);
    }
    return result.succeeded() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  /** Until all plugins have ended; what runs is stopped when the program is asked to end. */
  private static UpdateResult watch(UpdatesUnderWay underWay, RunDisplay display)
      throws InterruptedException {
    try {
      while (!underWay.await(LOOK_EVERY_MILLIS)) {
        display.refresh();
      }
      return underWay.finish();
    } catch (InterruptedException e) {
      underWay.stop();
      return underWay.finish();
    } finally {
      display.close();
    }
  }

  /** Everything has been said; what is learned now need not be learned before the next estimate. */
  private static void learn(Session session, UpdateAll updateAll, UpdateResult result) {
    List<PluginName> ran = List.copyOf(result.ends().keySet());
    try {
      var unused =
          updateAll.train(
              new TrainingRequest(
                  ran,
                  result.plan().request().host(),
                  TrainingOptions.defaults(),
                  result.plan().request().level()),
              Progress.none());
    } catch (HistoryUnavailable e) {
      session.remark("Note: the models will be brought up to date later: " + e.getMessage());
    } catch (CancellationException e) {
      session.remark("Note: the models will be brought up to date later");
    }
  }
}
