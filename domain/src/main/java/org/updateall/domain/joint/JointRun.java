package org.updateall.domain.joint;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;

/**
 * A run of several plugins to come, with all that is known of it.
 *
 * @param plugins what is predicted for each, in any order
 * @param schedule by what rule they run
 * @param histories how their past outcomes went along with one another; a target of which nothing
 *     is known is left out
 * @param pastTotals how totals of the past fared; a target of which nothing is known is left out
 */
public record JointRun(
    List<ResourceEstimate> plugins,
    Schedule schedule,
    Map<Target, JointHistory> histories,
    Map<Target, PastTotals> pastTotals) {

  /**
   * @throws IllegalArgumentException if a plugin is there twice
   */
  public JointRun {
    plugins = List.copyOf(plugins);
    requireNonNull(schedule, "schedule");
    histories = Map.copyOf(histories);
    pastTotals = Map.copyOf(pastTotals);
    HashSet<Object> names = new HashSet<>();
    for (ResourceEstimate plugin : plugins) {
      if (!names.add(plugin.plugin())) {
        throw new IllegalArgumentException("a plugin is there twice: " + plugin.plugin());
      }
    }
  }

  /** Of whose past nothing is known. */
  public JointRun(List<ResourceEstimate> plugins, Schedule schedule) {
    this(plugins, schedule, Map.of(), Map.of());
  }

  public JointHistory history(Target target) {
    return histories.getOrDefault(target, JointHistory.NONE);
  }

  public PastTotals pastTotals(Target target) {
    return pastTotals.getOrDefault(target, PastTotals.NONE);
  }
}
