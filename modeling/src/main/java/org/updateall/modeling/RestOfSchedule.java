package org.updateall.modeling;

import java.util.List;
import java.util.stream.Stream;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RunState;
import org.updateall.modeling.joint.ListSchedule;

/**
 * What is left of a schedule in the midst of a run: plugins that run go on at once, those that wait
 * follow by the rule of the schedule. Should more plugins be running than it allows, all of them go
 * on nevertheless.
 */
final class RestOfSchedule {

  private final int[] places;
  private final ListSchedule rule;
  private final boolean isSequential;

  private RestOfSchedule(int[] places, ListSchedule rule, boolean isSequential) {
    this.places = places;
    this.rule = rule;
    this.isSequential = isSequential;
  }

  /**
   * @param plugins in the order of the times that {@link #duration} is asked with
   */
  static RestOfSchedule of(Schedule schedule, List<PluginName> plugins, RunState state) {
    List<PluginName> running =
        plugins.stream().filter(p -> state.of(p) instanceof PluginState.Running).toList();
    Stream<PluginName> waiting =
        plugins.stream()
            .filter(plugin -> state.of(plugin) instanceof PluginState.Waiting)
            .sorted(schedule.precedence());
    List<PluginName> jobs = Stream.concat(running.stream(), waiting).toList();
    int workers = Math.max(schedule.workers(), running.size());
    return new RestOfSchedule(
        jobs.stream().mapToInt(plugins::indexOf).toArray(),
        new ListSchedule(workers, ScheduledDraws.mutexes(schedule, jobs)),
        workers == 1);
  }

  /**
   * The time until the last plugin ends.
   *
   * @param left how long each plugin still takes
   */
  double duration(double[] left) {
    double[] jobs = new double[places.length];
    double sum = 0;
    for (int job = 0; job < jobs.length; job++) {
      jobs[job] = left[places[job]];
      sum += jobs[job];
    }
    return isSequential ? sum : rule.course(jobs).makespan();
  }
}
