package org.updateall.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of the history to look at: the words that the commands that look back share. */
final class HistoryChoices {

  @Mixin private HostFilter host = new HostFilter();

  @Option(
      names = "--phase",
      paramLabel = "check|download|execute",
      description = "Only figures of the steps of that phase (default: of all).")
  private @Nullable StepPhase phase;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only plugins' parts that ended so: pending, running, success, failed, skipped or "
              + "timeout. May be given several times.")
  private List<ExecutionStatus> statuses = List.of();

  @Mixin private PeriodChoices period = new PeriodChoices();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Only what began in the last N days, in the place of --since.")
  private @Nullable Integer days;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone of dates, of days and of the times shown, such as Europe/Warsaw (default: "
              + "this machine's).")
  private @Nullable String zone;

  /**
   * @throws UsageException if there is no such zone
   */
  ZoneId zone(Session session) {
    return session.zone(zone);
  }

  /**
   * What is meant, of these plugins.
   *
   * @throws UsageException if a time cannot be read, or the words contradict each other
   */
  HistoryFilter filter(Session session, Collection<PluginName> plugins) {
    if (days != null && period.hasBegin()) {
      throw new UsageException("--days and --since say the same thing: give one of them");
    }
    try {
      return new HistoryFilter(
          Set.copyOf(plugins),
          host.scope(),
          phase,
          Set.copyOf(statuses),
          from(session),
          period.end(zone(session)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Whether the statuses are named. */
  boolean namesStatuses() {
    return !statuses.isEmpty();
  }

  /** Says why there is nothing to show. */
  static void sayNothing(Session session, UpdateAll updateAll) {
    boolean empty = updateAll.recentRuns(HistoryFilter.everything(), 1).isEmpty();
    session.print(empty ? HostFilter.NO_HISTORY : "Nothing in the history is of that kind.");
  }

  /** Complains of a host and of plugins that are not known; the exit code that follows from it. */
  int exitCode(Session session, UpdateAll updateAll, Collection<PluginName> plugins) {
    int code = host.exitCode(session, updateAll);
    return code == ExitCode.DONE
        ? ForecastChoices.complainOf(session, updateAll.unknownPlugins(plugins, host.scope()))
        : code;
  }

  private @Nullable Instant from(Session session) {
    if (days == null) {
      return period.begin(zone(session));
    }
    if (days < 0) {
      throw new UsageException("--days cannot be negative");
    }
    try {
      return ZonedDateTime.now(session.settings().clock().withZone(zone(session)))
          .minusDays(days)
          .toInstant();
    } catch (DateTimeException e) {
      throw new UsageException("--days: no calendar goes back that far");
    }
  }
}
