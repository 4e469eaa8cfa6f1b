package org.updateall.modeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.Schedule;
import org.updateall.modeling.joint.JointRanks;
import org.updateall.modeling.joint.ListSchedule;
import org.updateall.modeling.joint.ListSchedule.Course;

/** What a schedule makes of the times that plugins take, in each of many joint draws. */
final class ScheduledDraws {

  private final List<PluginName> jobs;
  private final List<Course> courses;

  private ScheduledDraws(List<PluginName> jobs, List<Course> courses) {
    this.jobs = jobs;
    this.courses = courses;
  }

  /**
   * Lets plugins run.
   *
   * @param plugins which, in any order
   * @param times how long they take; a plugin of which that is not known takes as long as the
   *     others on average
   */
  static ScheduledDraws of(Schedule schedule, List<PluginName> plugins, JointDraws times) {
    List<PluginName> jobs = plugins.stream().sorted(schedule.precedence()).toList();
    ListSchedule rule = new ListSchedule(schedule.workers(), mutexes(schedule, jobs));
    int[] places = jobs.stream().mapToInt(times.plugins()::indexOf).toArray();
    List<Course> courses = new ArrayList<>(JointRanks.DRAWS);
    for (int draw = 0; draw < JointRanks.DRAWS; draw++) {
      courses.add(rule.course(times.valuesOrMean(places, draw)));
    }
    return new ScheduledDraws(jobs, courses);
  }

  /** The mutexes of each job, numbered. */
  static int[][] mutexes(Schedule schedule, List<PluginName> jobs) {
    TreeSet<String> names = new TreeSet<>();
    jobs.forEach(job -> names.addAll(schedule.mutexesOf(job)));
    List<String> numbered = List.copyOf(names);
    return jobs.stream()
        .map(job -> schedule.mutexesOf(job).stream().mapToInt(numbered::indexOf).toArray())
        .toArray(int[][]::new);
  }

  /** When the last plugin is done, in each draw. */
  double[] makespans() {
    return courses.stream().mapToDouble(Course::makespan).toArray();
  }

  /** In what share of draws the end waited for each plugin. */
  Map<PluginName, Double> criticalShares() {
    int[] counts = new int[jobs.size()];
    courses.forEach(course -> course.countCritical(counts));
    Map<PluginName, Double> shares = new HashMap<>();
    for (int job = 0; job < counts.length; job++) {
      shares.put(jobs.get(job), (double) counts[job] / courses.size());
    }
    return shares;
  }

  /** The largest sum of loads of plugins that run at the same time, in each draw. */
  double[] greatestLoads(JointDraws loads) {
    int[] places = jobs.stream().mapToInt(loads.plugins()::indexOf).toArray();
    double[] greatest = new double[courses.size()];
    Arrays.setAll(
        greatest, draw -> courses.get(draw).greatestLoad(loads.valuesOrNothing(places, draw)));
    return greatest;
  }
}
