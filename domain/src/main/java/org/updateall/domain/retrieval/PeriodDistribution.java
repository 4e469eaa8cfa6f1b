package org.updateall.domain.retrieval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.updateall.domain.history.PluginName;

/**
 * How one measure was distributed over the executions of a plugin that began in a period.
 *
 * @param plugin which plugin
 * @param period which period
 * @param summary of the executions that measured it
 */
public record PeriodDistribution(PluginName plugin, Period period, MeasureSummary summary) {

  private static final Comparator<Slot> BY_PLUGIN_AND_TIME =
      Comparator.comparing(Slot::plugin).thenComparing(Slot::period);

  private record Slot(PluginName plugin, Period period) {}

  /** The distributions of these points, one of which is one execution, by plugin, then by time. */
  public static List<PeriodDistribution> of(
      Collection<SeriesPoint> executions, PeriodLength length, ZoneId zone) {
    return executions.stream()
        .collect(
            groupingBy(
                point -> new Slot(point.plugin(), length.periodOf(point.time(), zone)),
                () -> new TreeMap<>(BY_PLUGIN_AND_TIME),
                mapping(SeriesPoint::value, toList())))
        .entrySet()
        .stream()
        .map(
            slot ->
                new PeriodDistribution(
                    slot.getKey().plugin(),
                    slot.getKey().period(),
                    MeasureSummary.of(slot.getValue()).get()))
        .toList();
  }
}
