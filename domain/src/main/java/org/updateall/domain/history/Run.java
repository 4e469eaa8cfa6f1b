package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of update-all with everything that belongs to it.
 *
 * @param runId its identity
 * @param startTime when it began, to the microsecond
 * @param endTime when it ended, not before the start, if it did
 * @param hostname the machine
 * @param username who ran it, if known
 * @param configHash which configuration it ran with, if known
 * @param executions the plugins' parts, in the order in which they were run or listed
 * @param createdAt when the run was first stored; absent before
 */
public record Run(
    RunId runId,
    Instant startTime,
    @Nullable Instant endTime,
    String hostname,
    @Nullable String username,
    @Nullable String configHash,
    List<PluginExecution> executions,
    @Nullable Instant createdAt) {

  private static final int MAX_HOSTNAME_LENGTH = 255;

  /**
   * @throws IllegalArgumentException if the end is before the start, the host name blank, a text
   *     holds half a surrogate pair, or an execution belongs to another run or is listed twice
   */
  public Run {
    requireNonNull(runId, "runId");
    startTime = Require.time("start time", startTime);
    endTime = Require.optionalTime("end time", endTime);
    createdAt = Require.optionalTime("creation time", createdAt);
    Require.ordered(startTime, endTime);
    Require.text("host name", hostname, MAX_HOSTNAME_LENGTH);
    Require.wellFormed("user name", username);
    Require.wellFormed("configuration hash", configHash);
    executions = List.copyOf(executions);
    requireOwnAndDistinct(runId, executions);
  }

  /** Elapsed time; none while the run has no end. */
  public Option<Duration> duration() {
    return Option.of(endTime).map(end -> Duration.between(startTime, end));
  }

  public int totalPlugins() {
    return executions.size();
  }

  public int successfulPlugins() {
    return count(status -> status == ExecutionStatus.SUCCESS);
  }

  /** How many failed, those that ran out of time among them. */
  public int failedPlugins() {
    return count(status -> status == ExecutionStatus.FAILED || status == ExecutionStatus.TIMEOUT);
  }

  public int skippedPlugins() {
    return count(status -> status == ExecutionStatus.SKIPPED);
  }

  /**
   * This run with that execution in the place of the one of the same identity, else after all
   * others.
   */
  public Run with(PluginExecution execution) {
    return withExecutions(Parts.with(executions, execution, PluginExecution::executionId));
  }

  /** This run without the execution of that identity; the same if it has none. */
  public Run without(ExecutionId executionId) {
    return withExecutions(
        executions.stream().filter(each -> !each.executionId().equals(executionId)).toList());
  }

  /**
   * This run with one of its executions changed.
   *
   * @throws IllegalArgumentException if it has no execution of that identity
   */
  public Run changing(ExecutionId executionId, UnaryOperator<PluginExecution> change) {
    PluginExecution execution =
        executions.stream()
            .filter(each -> each.executionId().equals(executionId))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "run %s has no execution %s".formatted(runId, executionId)));
    return with(change.apply(execution));
  }

  /**
   * Whether the run has come to its end: it has an end time, or executions that are all over. One
   * that was abandoned is over.
   */
  public boolean isOver() {
    return endTime != null
        || (!executions.isEmpty() && executions.stream().allMatch(each -> each.status().isOver()));
  }

  /**
   * This run as far as it is known when its process ended before it did: its executions {@link
   * PluginExecution#abandoned() abandoned}; when it ended stays unknown.
   */
  public Run abandoned() {
    return withExecutions(executions.stream().map(PluginExecution::abandoned).toList());
  }

  /**
   * This run after a change.
   *
   * @throws IllegalArgumentException if the change gives a run of another identity
   */
  public Run revised(UnaryOperator<Run> change) {
    Run revised = change.apply(this);
    if (!revised.runId.equals(runId)) {
      throw new IllegalArgumentException(
          "run %s cannot become run %s".formatted(runId, revised.runId));
    }
    return revised;
  }

  /** Whether both say the same of what happened, whenever each was stored. */
  public boolean sameContentAs(Run other) {
    return withoutCreationTimes().equals(other.withoutCreationTimes());
  }

  /** This run with the given creation time in every part that has none. */
  public Run createdAt(Instant time) {
    return withCreationTimes(known -> known == null ? time : known);
  }

  /** This run as it was before it was stored. */
  public Run withoutCreationTimes() {
    return withCreationTimes(known -> null);
  }

  /** This run, in which every part that the earlier one had keeps the creation time from there. */
  public Run keepingCreationTimesOf(Run earlier) {
    Map<ExecutionId, PluginExecution> known =
        earlier.executions.stream()
            .collect(Collectors.toMap(PluginExecution::executionId, Function.identity()));
    return new Run(
        runId,
        startTime,
        endTime,
        hostname,
        username,
        configHash,
        executions.stream()
            .map(each -> each.keepingCreationTimesOf(known.get(each.executionId())))
            .toList(),
        earlier.createdAt == null ? createdAt : earlier.createdAt);
  }

  private Run withExecutions(List<PluginExecution> changed) {
    return new Run(runId, startTime, endTime, hostname, username, configHash, changed, createdAt);
  }

  private Run withCreationTimes(Function<@Nullable Instant, @Nullable Instant> change) {
    return new Run(
        runId,
        startTime,
        endTime,
        hostname,
        username,
        configHash,
        executions.stream().map(execution -> execution.withCreationTimes(change)).toList(),
        change.apply(createdAt));
  }

  private int count(Predicate<ExecutionStatus> which) {
    return (int) executions.stream().map(PluginExecution::status).filter(which).count();
  }

  private static void requireOwnAndDistinct(RunId runId, List<PluginExecution> executions) {
    Set<ExecutionId> seen = new HashSet<>();
    for (PluginExecution execution : executions) {
      if (!execution.runId().equals(runId)) {
        throw new IllegalArgumentException(
            "an execution of run %s cannot be part of run %s".formatted(execution.runId(), runId));
      }
      if (!seen.add(execution.executionId())) {
        throw new IllegalArgumentException(
            "execution %s is listed twice".formatted(execution.executionId()));
      }
    }
  }
}
