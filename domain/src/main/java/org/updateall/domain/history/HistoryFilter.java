package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the history is meant. All conditions must hold; one that is left open holds always.
 *
 * <p>An execution began when it says so, else when its run began. A run is meant if its own start
 * lies in the period, its host is meant, and, where plugins or statuses are named, at least one of
 * its executions is of such a plugin and such a status. A phase never excludes a run: it says which
 * steps and announcements count. An execution that only looked what there is to update is none
 * where updates are meant, and so is meant only where the phase {@code CHECK} is.
 *
 * @param plugins which plugins; none for every one
 * @param host whose
 * @param phase of which phase; absent for all
 * @param statuses how executions ended; none for every status
 * @param from begun then or later; absent for no bound
 * @param until begun before then; absent for no bound
 */
public record HistoryFilter(
    Set<PluginName> plugins,
    HostScope host,
    @Nullable StepPhase phase,
    Set<ExecutionStatus> statuses,
    @Nullable Instant from,
    @Nullable Instant until) {

  private static final HistoryFilter EVERYTHING =
      new HistoryFilter(Set.of(), HostScope.everyHost(), null, Set.of(), null, null);

  /**
   * @throws IllegalArgumentException if a bound is outside the years 1 to 9999
   */
  public HistoryFilter {
    plugins = Set.copyOf(plugins);
    requireNonNull(host, "host");
    statuses = Set.copyOf(statuses);
    from = Require.optionalTime("begin of the period", from);
    until = Require.optionalTime("end of the period", until);
  }

  public static HistoryFilter everything() {
    return EVERYTHING;
  }

  /** The same of these plugins only; none for every one. */
  public HistoryFilter ofPlugins(Collection<PluginName> names) {
    return new HistoryFilter(Set.copyOf(names), host, phase, statuses, from, until);
  }

  /** The same of these plugins only. */
  public HistoryFilter ofPlugins(String... names) {
    return ofPlugins(Arrays.stream(names).map(PluginName::new).collect(Collectors.toSet()));
  }

  public HistoryFilter on(HostScope scope) {
    return new HistoryFilter(plugins, scope, phase, statuses, from, until);
  }

  public HistoryFilter in(@Nullable StepPhase which) {
    return new HistoryFilter(plugins, host, which, statuses, from, until);
  }

  /** The same of these statuses only; none for every one. */
  public HistoryFilter ending(Collection<ExecutionStatus> how) {
    return new HistoryFilter(plugins, host, phase, Set.copyOf(how), from, until);
  }

  /** The same of these statuses only. */
  public HistoryFilter ending(ExecutionStatus... how) {
    return ending(Set.of(how));
  }

  public HistoryFilter from(@Nullable Instant time) {
    return new HistoryFilter(plugins, host, phase, statuses, time, until);
  }

  public HistoryFilter until(@Nullable Instant time) {
    return new HistoryFilter(plugins, host, phase, statuses, from, time);
  }

  /** Whether that run is meant. */
  public boolean includes(Run run) {
    boolean anyExecution = plugins.isEmpty() && statuses.isEmpty();
    return host.includes(run.hostname())
        && inPeriod(run.startTime())
        && (anyExecution || run.executions().stream().anyMatch(this::isOfPluginAndStatus));
  }

  /** Whether that execution, which is part of that run, is meant. */
  public boolean includes(Run run, PluginExecution execution) {
    Instant start = execution.startTime();
    return host.includes(run.hostname())
        && inPeriod(start == null ? run.startTime() : start)
        && isOfPluginAndStatus(execution)
        && (execution.coverage() != Coverage.CHECK || phase == StepPhase.CHECK);
  }

  /** Whether steps and announcements of that phase count. */
  public boolean includes(StepPhase which) {
    return phase == null || phase == which;
  }

  private boolean isOfPluginAndStatus(PluginExecution execution) {
    return (plugins.isEmpty() || plugins.contains(execution.pluginName()))
        && (statuses.isEmpty() || statuses.contains(execution.status()));
  }

  private boolean inPeriod(Instant start) {
    return (from == null || !start.isBefore(from)) && (until == null || start.isBefore(until));
  }
}
