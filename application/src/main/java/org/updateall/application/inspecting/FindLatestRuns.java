package org.updateall.application.inspecting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.RecentExecution;

/** Use case: find the last run, the last one that succeeded, and the same of every plugin. */
public final class FindLatestRuns {

  private final RunHistory history;
  private final HistoryQueries queries;

  public FindLatestRuns(RunHistory history, HistoryQueries queries) {
    this.history = history;
    this.queries = queries;
  }

  /**
   * A run counts once all of its plugins have had their turn; a plugin that only looked what there
   * is to update has had none.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public LatestRuns find(HostScope host) {
    List<RecentExecution> newestFirst =
        queries.recentExecutions(HistoryFilter.everything().on(host), Integer.MAX_VALUE);
    Map<RunId, List<RecentExecution>> runs =
        newestFirst.stream()
            .collect(groupingBy(RecentExecution::runId, LinkedHashMap::new, toList()));
    return new LatestRuns(
        newest(runs, FindLatestRuns::isOver),
        newest(runs, FindLatestRuns::isSuccess),
        newestFirst.stream()
            .collect(groupingBy(RecentExecution::plugin, TreeMap::new, toList()))
            .values()
            .stream()
            .flatMap(executions -> latest(executions).toJavaStream())
            .toList());
  }

  private @Nullable Run newest(
      Map<RunId, List<RecentExecution>> newestFirst, Predicate<List<RecentExecution>> meant) {
    return Option.ofOptional(
            newestFirst.entrySet().stream().filter(run -> meant.test(run.getValue())).findFirst())
        .flatMap(run -> history.find(run.getKey()))
        .getOrNull();
  }

  private static boolean isOver(List<RecentExecution> run) {
    return run.stream().allMatch(each -> each.outcome().status().isOver());
  }

  private static boolean isSuccess(List<RecentExecution> run) {
    return run.stream().anyMatch(FindLatestRuns::succeeded)
        && run.stream()
            .allMatch(
                each -> succeeded(each) || each.outcome().status() == ExecutionStatus.SKIPPED);
  }

  private static boolean succeeded(RecentExecution execution) {
    return execution.outcome().status() == ExecutionStatus.SUCCESS;
  }

  /** Of executions of one plugin, newest first. */
  private Option<LatestAttempt> latest(List<RecentExecution> executions) {
    Option<Instant> lastSuccess =
        Option.ofOptional(
            executions.stream()
                .filter(FindLatestRuns::succeeded)
                .findFirst()
                .map(FindLatestRuns::end));
    return Option.ofOptional(
            executions.stream()
                .filter(each -> each.outcome().status().isFinishedAttempt())
                .findFirst())
        .flatMap(
            newest ->
                history
                    .findExecution(newest.outcome().executionId())
                    .map(whole -> new LatestAttempt(whole, end(newest), lastSuccess.getOrNull())));
  }

  private static Instant end(RecentExecution execution) {
    Instant end = execution.endTime();
    return end == null ? execution.outcome().startedAt() : end;
  }
}
