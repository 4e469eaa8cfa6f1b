package org.updateall.cli;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.FirstHistory.Outcome;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.joint.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what the next run will need. */
@Command(
    name = EstimateCommand.NAME,
    description = {
      "Say how long the next run will take, and what else it will need, and how sure that is.",
      "",
      "What the plugins of this machine said in the last 24 hours of the work that waits, to check, "
          + "run or estimate --preflight, is made use of, unless they ran since.",
      "",
      "Where any plugin has failed, or well may, it says how likely each is to fail.",
      "",
      "Models that are missing or no longer fit the history are trained first, and kept.",
      "",
      "Where there is no history yet, it offers to bring in what this machine's logs remember of past "
          + "updates; with --yes it does so, and shows a demo where they remember nothing."
    },
    footer = {
      "",
      "Examples:",
      "  update-all estimate",
      "  update-all estimate apt --packages 14",
      "  update-all estimate --level 0.5 --jobs 3",
      "  update-all estimate --preflight --json"
    })
final class EstimateCommand implements Callable<Integer> {

  static final String NAME = "estimate";

  @ParentCommand private UpdateAllCommand root;

  @Mixin private ForecastChoices choices = new ForecastChoices();

  @Mixin private KnownWork work = new KnownWork();

  @Mixin private FirstHistory firstHistory = new FirstHistory();

  @Mixin private PreflightChoice preflight = new PreflightChoice();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many plugins run at a time, in the order of their names (default: 1). The time of all "
              + "together is that until the last one is done.")
  private int jobs = 1;

  /** For picocli, which sets what it finds. */
  EstimateCommand() {}

  /** As picocli makes it where nothing is said. */
  EstimateCommand(UpdateAllCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return choices.answer(root.session(), this::request, this::withHistory, this::estimate);
  }

  /** What is shown in place of an estimate, where there is nothing to estimate from. */
  private OptionalInt withHistory(Session session, UpdateAll updateAll) {
    return firstHistory.offer(session, updateAll) == Outcome.NOTHING_REMEMBERED
        ? OptionalInt.of(DemoCommand.demonstrate(session))
        : OptionalInt.empty();
  }

  private EstimateRequest request(HostScope host) {
    return work.request(
        choices, host, ForecastChoices.checked("--jobs", () -> Schedule.parallel(jobs)));
  }

  private int estimate(Session session, UpdateAll updateAll, EstimateRequest request) {
    try {
      KnownPreflights known = preflight.known(session, updateAll, request);
      return estimate(session, updateAll, request, known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private int estimate(
      Session session, UpdateAll updateAll, EstimateRequest request, KnownPreflights known) {
    RunEstimate estimate = updateAll.estimate(known.addTo(request), session.progress());
    if (!session.json()) {
      EstimateTable.show(session, estimate);
      PreflightNotes.show(session, estimate, known);
      return conclude(session, updateAll, request, estimate);
    }
    String answer = Json.write(PreflightNotes.document(estimate, known));
    session.printDocument(answer);
    int exitCode = conclude(session, updateAll, request, estimate);
    boolean nothingElseSaid =
        exitCode == ExitCode.DONE && estimate.warnings().isEmpty() && request.known().isEmpty();
    if (nothingElseSaid) {
      root.answered(answer);
    }
    return exitCode;
  }

  private static int conclude(
      Session session, UpdateAll updateAll, EstimateRequest request, RunEstimate estimate) {
    return KnownWork.conclude(session, updateAll, request, estimate.warnings(), estimate.unknown());
  }
}
