package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * An execution as a list of executions tells it.
 *
 * @param runId the run that it is part of
 * @param plugin which plugin
 * @param outcome what it came to, and when it began
 * @param endTime when it ended, if known
 * @param errorMessage what the plugin said when it failed
 * @param exitCode the exit code of its process
 */
public record RecentExecution(
    RunId runId,
    PluginName plugin,
    ExecutionOutcome outcome,
    @Nullable Instant endTime,
    @Nullable String errorMessage,
    @Nullable Integer exitCode) {

  /** Newest first; of those that began together the greater execution, then run, first. */
  public static final Comparator<RecentExecution> NEWEST_FIRST =
      Comparator.comparing((RecentExecution each) -> each.outcome().startedAt())
          .thenComparing(each -> each.outcome().executionId())
          .thenComparing(RecentExecution::runId)
          .reversed();

  public RecentExecution {
    requireNonNull(runId, "runId");
    requireNonNull(plugin, "plugin");
    requireNonNull(outcome, "outcome");
  }
}
