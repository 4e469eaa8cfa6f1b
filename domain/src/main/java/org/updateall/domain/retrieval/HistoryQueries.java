package org.updateall.domain.retrieval;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Port: what the runs of a store say about plugins, measures and times. Safe for use by several
 * threads.
 *
 * <p>A {@link HistoryFilter} says what is meant. Where it names a phase, only steps and
 * announcements of that phase count, and the elapsed time of an execution is that of these steps
 * alone: end minus start, which spans all phases, does not stand in for it. An execution is one
 * sample, however many steps and announcements it has. Nothing is capped: what is meant is all
 * there.
 *
 * <p>Plugins come by name. Every method throws {@link HistoryUnavailable} if the store cannot be
 * used; a store that does not exist yet is empty.
 */
public interface HistoryQueries {

  /** The machines that have runs, sorted, without repeats. */
  List<String> hosts();

  /**
   * Statistics of every plugin that has an execution that is meant: counts and packages over all of
   * these, measures over the successful among them.
   */
  List<PluginStatistics> pluginStatistics(HistoryFilter filter);

  /** What the runs and the executions that are meant came to together. */
  Activity activity(HistoryFilter filter);

  /**
   * What the runs and the executions that are meant came to, period by period, oldest first. A run
   * counts where it began, and so does an execution. A period without either is left out.
   *
   * @param zone whose clock and calendar divide the time
   */
  List<PeriodActivity> activityByPeriod(HistoryFilter filter, PeriodLength length, ZoneId zone);

  /**
   * How a measure was distributed over the executions that are meant, of whatever status, plugin by
   * plugin and period by period, oldest first. A period in which no execution measured it is left
   * out.
   *
   * @param zone whose clock and calendar divide the time
   */
  default List<PeriodDistribution> distributionByPeriod(
      HistoryFilter filter, Measure measure, PeriodLength length, ZoneId zone) {
    return PeriodDistribution.of(executionSeries(filter, measure), length, zone);
  }

  /**
   * The newest of the executions that are meant, newest first; of those that began at the same
   * instant the greater execution, then run, first.
   *
   * @param limit at most this many executions, not negative
   * @throws IllegalArgumentException if the limit is negative
   */
  List<RecentExecution> recentExecutions(HistoryFilter filter, int limit);

  /**
   * What the executions that are meant came to in a measure, each as a whole, in the order of
   * {@link SeriesPoint#OLDEST_FIRST}. Executions that did not measure it are left out.
   */
  List<SeriesPoint> executionSeries(HistoryFilter filter, Measure measure);

  /**
   * What the steps of the executions that are meant came to in a measure, in the order of {@link
   * SeriesPoint#OLDEST_FIRST}. Steps that did not measure it are left out. Whether an execution is
   * in the period goes by its own begin, not by those of its steps.
   *
   * @param stepName only steps of that name; absent for all
   */
  List<SeriesPoint> stepSeries(HistoryFilter filter, Measure measure, @Nullable String stepName);

  /**
   * How well the announcements of plugins were met, by the executions that are meant, of whatever
   * status; by plugin, then in the order of the measures.
   *
   * <p>Of each phase of an execution the last announcement counts, that of the greatest ordinal; if
   * that is silent about a measure, there is none. It is paired with what that phase of that
   * execution came to: the sum of its steps, for memory the largest; a number of packages is paired
   * with the packages that the execution updated. So an execution gives at most one pair per phase
   * and measure.
   */
  List<AnnouncementAccuracy> announcementAccuracy(HistoryFilter filter);

  /**
   * What models learn from: a table of every plugin that has an execution that is meant, of
   * whatever status unless the filter names some.
   *
   * @param zone whose clock says the day and the hour of a begin
   */
  List<TrainingTable> trainingTables(HistoryFilter filter, ZoneId zone);
}
