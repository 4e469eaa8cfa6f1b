package org.updateall.application.reporting;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.MeasureTotal;
import org.updateall.domain.retrieval.RecentExecution;

/** What executions came to, month by month. */
final class Costs {

  private record Part(YearMonth month, PluginName plugin) {

    static final Comparator<Part> IN_ORDER =
        Comparator.comparing(Part::month).thenComparing(Part::plugin);
  }

  private Costs() {}

  /** Of the finished attempts among them, by month and plugin. */
  static List<MonthlyCost> of(Collection<RecentExecution> executions, ZoneId zone) {
    Map<Part, List<ExecutionOutcome>> parts =
        executions.stream()
            .filter(each -> each.outcome().status().isFinishedAttempt())
            .collect(
                Collectors.groupingBy(
                    each -> part(each, zone),
                    () -> new TreeMap<>(Part.IN_ORDER),
                    Collectors.mapping(RecentExecution::outcome, Collectors.toList())));
    return parts.entrySet().stream().map(each -> cost(each.getKey(), each.getValue())).toList();
  }

  private static Part part(RecentExecution execution, ZoneId zone) {
    return new Part(
        YearMonth.from(execution.outcome().startedAt().atZone(zone)), execution.plugin());
  }

  private static MonthlyCost cost(Part part, List<ExecutionOutcome> executions) {
    return new MonthlyCost(
        part.month(),
        part.plugin(),
        executions.size(),
        executions.stream().filter(each -> each.status() != ExecutionStatus.SUCCESS).count(),
        MeasureTotal.of(executions.stream().map(ExecutionOutcome::wallClockSeconds)),
        MeasureTotal.of(executions.stream().map(ExecutionOutcome::cpuSeconds)),
        MeasureTotal.of(executions.stream().map(ExecutionOutcome::downloadSizeBytes)));
  }
}
