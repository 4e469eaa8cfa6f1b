package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;

/**
 * One value of a time series: what a step, or an execution as a whole, came to in one measure.
 *
 * @param time when the step began; where that is not known, when its execution did; else its run
 * @param runId of which run
 * @param executionId of which execution
 * @param plugin of which plugin
 * @param hostname on which machine
 * @param status how the execution ended
 * @param step of which step; absent for an execution as a whole
 * @param value what it came to
 */
public record SeriesPoint(
    Instant time,
    RunId runId,
    ExecutionId executionId,
    PluginName plugin,
    String hostname,
    ExecutionStatus status,
    @Nullable Step step,
    double value) {

  /** Oldest first; what began together by execution, run and the order of steps. */
  public static final Comparator<SeriesPoint> OLDEST_FIRST =
      Comparator.comparing(SeriesPoint::time)
          .thenComparing(SeriesPoint::executionId)
          .thenComparing(SeriesPoint::runId)
          .thenComparingInt(SeriesPoint::stepOrdinal);

  /**
   * Which step of an execution.
   *
   * @param ordinal its place within the execution, from 0
   * @param name what it is called
   * @param phase what it does
   */
  public record Step(int ordinal, String name, StepPhase phase) {}

  /**
   * @throws IllegalArgumentException if the value is not a finite number
   */
  public SeriesPoint {
    requireNonNull(time, "time");
    requireNonNull(runId, "runId");
    requireNonNull(executionId, "executionId");
    requireNonNull(plugin, "plugin");
    requireNonNull(hostname, "hostname");
    requireNonNull(status, "status");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a series cannot hold " + value);
    }
  }

  private int stepOrdinal() {
    return step == null ? -1 : step.ordinal();
  }
}
