package org.updateall.domain.retrieval;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;

/**
 * What a plugin's executions have been like.
 *
 * @param plugin which plugin
 * @param executionsByStatus how many ended how; a status that never occurred is left out
 * @param wallClockSeconds over successful executions; absent if never measured, as the next three
 * @param cpuSeconds over successful executions
 * @param memoryPeakBytes over successful executions
 * @param downloadSizeBytes over successful executions
 * @param packagesUpdated packages updated by all executions together
 * @param first when the first execution began
 * @param last when the last execution began
 */
public record PluginStatistics(
    PluginName plugin,
    Map<ExecutionStatus, Long> executionsByStatus,
    @Nullable MeasureSummary wallClockSeconds,
    @Nullable MeasureSummary cpuSeconds,
    @Nullable MeasureSummary memoryPeakBytes,
    @Nullable MeasureSummary downloadSizeBytes,
    long packagesUpdated,
    Instant first,
    Instant last) {

  public PluginStatistics {
    executionsByStatus = Map.copyOf(executionsByStatus);
  }

  /**
   * The statistics of these executions of one plugin, in any order.
   *
   * @throws IllegalArgumentException if there is none
   */
  static PluginStatistics of(PluginName plugin, List<ExecutionOutcome> executions) {
    if (executions.isEmpty()) {
      throw new IllegalArgumentException("no execution of " + plugin);
    }
    List<Instant> starts = executions.stream().map(ExecutionOutcome::startedAt).sorted().toList();
    return new PluginStatistics(
        plugin,
        executions.stream().collect(groupingBy(ExecutionOutcome::status, counting())),
        summary(executions, ExecutionOutcome::wallClockSeconds),
        summary(executions, ExecutionOutcome::cpuSeconds),
        summary(executions, ExecutionOutcome::memoryPeakBytes),
        summary(executions, ExecutionOutcome::downloadSizeBytes),
        executions.stream().mapToLong(ExecutionOutcome::packagesUpdatedOrNone).sum(),
        starts.get(0),
        starts.get(starts.size() - 1));
  }

  public long executions() {
    return executionsByStatus.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Successes among finished attempts, from 0 to 1; none before the first finished attempt. */
  public Option<Double> successRate() {
    return SuccessRate.of(executionsByStatus);
  }

  private static @Nullable MeasureSummary summary(
      List<ExecutionOutcome> executions, Function<ExecutionOutcome, @Nullable Number> figure) {
    return MeasureSummary.of(
            executions.stream()
                .filter(outcome -> outcome.status() == ExecutionStatus.SUCCESS)
                .flatMap(outcome -> Stream.ofNullable(figure.apply(outcome)))
                .map(Number::doubleValue)
                .toList())
        .getOrNull();
  }
}
