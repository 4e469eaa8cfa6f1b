package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.retrieval.RecentExecution;

/**
 * Everything that a report shows. Names, hosts and messages are as plugins gave them, and may hold
 * anything.
 *
 * @param madeAt when it was gathered
 * @param zone whose clock and calendar it goes by
 * @param host whose history it is
 * @param from what began earlier is not shown; absent if all is
 * @param runs how many runs began in that time
 * @param next the next run
 * @param plugins every plugin with a measured run in that time, by name
 * @param beforehand how well it came true what was foretold before the runs of that time; absent if
 *     none can be judged
 * @param afterwards the same of what is said today of those past runs of which nothing was
 *     foretold; absent without any
 * @param costs by month, oldest first, then plugin
 * @param failures the newest executions that did not succeed, newest first
 * @param failuresInAll how many there were in that time
 * @param warnings what did not work, without harm to the figures
 */
public record HistoryReport(
    Instant madeAt,
    ZoneId zone,
    HostScope host,
    @Nullable Instant from,
    long runs,
    NextRun next,
    List<PluginHistory> plugins,
    @Nullable ForecastQuality beforehand,
    @Nullable ForecastQuality afterwards,
    List<MonthlyCost> costs,
    List<RecentExecution> failures,
    long failuresInAll,
    List<String> warnings) {

  public HistoryReport {
    requireNonNull(madeAt, "madeAt");
    requireNonNull(zone, "zone");
    requireNonNull(host, "host");
    requireNonNull(next, "next");
    plugins = List.copyOf(plugins);
    costs = List.copyOf(costs);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }
}
