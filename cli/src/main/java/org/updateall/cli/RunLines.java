package org.updateall.cli;

import java.util.regex.Pattern;
import org.updateall.application.updating.PlannedRun;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.progress.TimeLeft;

/** What is said of a run that is under way. */
final class RunLines {

  private static final double UNUSUAL = 0.95;

  /** Of the external plugin protocol, and of APT::Status-Fd. */
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile("PROGRESS:|(dl|pm)(status|error|conffile):");

  private final PlannedRun plan;

  RunLines(PlannedRun plan) {
    this.plan = plan;
  }

  /** Such as {@code expected 12 s (5 s to 40 s)}. */
  String expected(PluginName plugin) {
    return RunPlanReport.time(plan, plugin)
        .map(
            time ->
                "expected %s (%s)"
                    .formatted(
                        Quantity.seconds(time.point()),
                        RunPlanReport.range(time.interval(plan.request().level()))))
        .getOrElse("nothing known of it yet");
  }

  /** Such as {@code 20 s to 1 min left}. */
  String left(TimeLeft left) {
    PredictionInterval interval = left.interval(plan.request().level());
    return RunPlanReport.range(interval) + " left";
  }

  /** What is left of the whole; of those of which nothing is known, it is said. */
  String left(RemainingTime remaining) {
    String missing =
        remaining.missing().isEmpty()
            ? ""
            : ", and however long %s takes"
                .formatted(
                    String.join(
                        ", ", remaining.missing().stream().map(PluginName::value).toList()));
    return remaining
        .whole()
        .map(left -> left(left) + missing)
        .getOrElse("how long it will take is not known yet");
  }

  /** Of one that is running. */
  String running(PluginName plugin, PluginState.Running state, RemainingTime remaining) {
    double elapsed = state.elapsedSeconds();
    String passed = Quantity.seconds(elapsed);
    boolean unusual =
        RunPlanReport.time(plan, plugin)
            .exists((Prediction time) -> elapsed > time.distribution().quantile(UNUSUAL));
    String left = remaining.of(plugin).map(this::left).getOrElse("nothing known of it yet");
    return unusual
        ? "%s, longer than 95 %% of past runs; %s".formatted(passed, left)
        : "%s, %s".formatted(passed, left);
  }

  /** Such as {@code done in 12 s} or {@code failed after 3 s}. */
  static String ended(ExecutionEnd end, double seconds) {
    String time = Quantity.seconds(seconds);
    return switch (end.status()) {
      case SUCCESS ->
          "done in %s%s"
              .formatted(
                  time,
                  end.packagesUpdated() == null
                      ? ""
                      : ", %s updated".formatted(Count.of(end.packagesUpdated(), "package")));
      case SKIPPED -> "skipped";
      case TIMEOUT -> "cut off after " + time;
      default -> "failed after " + time;
    };
  }

  /** Whether a line is for people, and not for a program that watches. */
  static boolean isForPeople(String line) {
    return !line.isBlank() && !FOR_PROGRAMS.matcher(line).lookingAt();
  }

  static boolean isBad(ExecutionEnd end) {
    return end.status() == ExecutionStatus.FAILED || end.status() == ExecutionStatus.TIMEOUT;
  }
}
