package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/**
 * How much of its runs a host lets the others of its fleet know.
 *
 * @param messages whether what executions said of their failures
 * @param users whether who ran update-all
 * @param naming what the host is called
 */
public record Disclosure(boolean messages, boolean users, HostNaming naming) {

  /** Neither messages nor users, and the host by its name. */
  public static final Disclosure USUAL = new Disclosure(false, false, HostNaming.plain());

  public Disclosure {
    requireNonNull(naming, "naming");
  }

  /** What others come to know of that run. */
  public Run of(Run run) {
    return copy(
        run,
        naming.of(run.hostname()),
        users ? run.username() : null,
        run.executions().stream().map(each -> messages ? each : with(each, null)).toList());
  }

  /**
   * A run that came out of a tree, completed by what was known of it: its host and what was not
   * disclosed are as they were, and what is known of its end is not lost.
   *
   * @param known the same run
   */
  public static Run restored(Run told, Run known) {
    if (known.isOver() && !told.isOver()) {
      return known;
    }
    return copy(
        told,
        known.hostname(),
        told.username() == null ? known.username() : told.username(),
        told.executions().stream().map(each -> restored(each, known)).toList());
  }

  private static PluginExecution restored(PluginExecution told, Run known) {
    if (told.errorMessage() != null) {
      return told;
    }
    return known.executions().stream()
        .filter(each -> each.executionId().equals(told.executionId()))
        .findFirst()
        .map(each -> with(told, each.errorMessage()))
        .orElse(told);
  }

  private static Run copy(
      Run run, String hostname, @Nullable String username, List<PluginExecution> executions) {
    return new Run(
        run.runId(),
        run.startTime(),
        run.endTime(),
        hostname,
        username,
        run.configHash(),
        executions,
        run.createdAt());
  }

  private static PluginExecution with(PluginExecution execution, @Nullable String message) {
    return PluginExecution.builder(
            execution.executionId(), execution.runId(), execution.pluginName(), execution.status())
        .times(execution.startTime(), execution.endTime())
        .packages(execution.packagesUpdated(), execution.packagesTotal())
        .errorMessage(message)
        .exitCode(execution.exitCode())
        .provenance(execution.provenance())
        .steps(execution.steps())
        .estimates(execution.estimates())
        .createdAt(execution.createdAt())
        .build();
  }
}
