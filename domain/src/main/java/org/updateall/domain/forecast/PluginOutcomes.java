package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.SampleQuantile;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * How the attempts of a plugin ended. Executions that were skipped, or have not come to an end, are
 * no attempts.
 *
 * @param plugin which plugin
 * @param statuses one for each attempt, oldest first: success, failed or timeout
 * @param failedSeconds the elapsed times of the failed attempts that measured it, oldest first
 */
public record PluginOutcomes(
    PluginName plugin, List<ExecutionStatus> statuses, List<Double> failedSeconds) {

  /** Of fewer failed attempts no typical time is told. */
  public static final int FEWEST_FAILURES = 3;

  private static final double MIDDLE = 0.5;

  /**
   * @throws IllegalArgumentException if a status is not that of a finished attempt, or a time is
   *     negative or not finite
   */
  public PluginOutcomes {
    requireNonNull(plugin, "plugin");
    statuses = List.copyOf(statuses);
    failedSeconds = List.copyOf(failedSeconds);
    statuses.forEach(PluginOutcomes::requireFinished);
    failedSeconds.forEach(PluginOutcomes::requireTime);
  }

  public static PluginOutcomes of(TrainingTable table) {
    List<ExecutionStatus> statuses = new ArrayList<>();
    List<Double> failedSeconds = new ArrayList<>();
    for (TrainingRow row : table.rows()) {
      ExecutionOutcome outcome = row.outcome();
      if (outcome.status().isFinishedAttempt()) {
        statuses.add(outcome.status());
      }
      Double seconds = Target.WALL_CLOCK.measuredIn(outcome);
      if (outcome.status() == ExecutionStatus.FAILED && seconds != null) {
        failedSeconds.add(seconds);
      }
    }
    return new PluginOutcomes(table.plugin(), statuses, failedSeconds);
  }

  private static void requireFinished(ExecutionStatus status) {
    if (!status.isFinishedAttempt()) {
      throw new IllegalArgumentException("not how an attempt ends: " + status);
    }
  }

  private static void requireTime(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time must be finite and not negative: " + seconds);
    }
  }

  /** How many attempts there were. */
  public int runs() {
    return statuses.size();
  }

  /** How many attempts ended otherwise than by success; those cut off by their time limit too. */
  public int failures() {
    return (int) statuses.stream().filter(status -> status != ExecutionStatus.SUCCESS).count();
  }

  /** How many attempts were cut off by their time limit. */
  public int timeouts() {
    return (int) statuses.stream().filter(status -> status == ExecutionStatus.TIMEOUT).count();
  }

  /**
   * The median elapsed time of the failed attempts, in seconds; none unless {@link
   * #FEWEST_FAILURES} of them measured it. Attempts that were cut off say nothing of it: their time
   * is the limit.
   */
  public Option<Double> typicalFailureSeconds() {
    if (failedSeconds.size() < FEWEST_FAILURES) {
      return Option.none();
    }
    double[] sorted = failedSeconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Option.some(SampleQuantile.of(sorted, MIDDLE));
  }
}
