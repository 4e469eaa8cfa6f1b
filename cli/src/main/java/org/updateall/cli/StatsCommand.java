package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Summarises the history: of every plugin, in all, period by period, or what was announced. */
@Command(
    name = "stats",
    description = {
      "Summarise what every plugin's runs have been like.",
      "",
      "SUCCESS is the share of finished attempts that succeeded. Figures of plugins are over their "
          + "successful runs; so are those of --measure and --announced, unless --status asks for "
          + "others. --total and --by count what all runs used. With --phase, figures are of that "
          + "phase."
    },
    footer = {
      "",
      "Examples:",
      "  update-all stats",
      "  update-all stats --by week --since 2026-01-01",
      "  update-all stats apt --by month --measure memory",
      "  update-all stats --announced"
    })
final class StatsCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private PluginParameters plugins = new PluginParameters();

  @Mixin private HistoryChoices choices = new HistoryChoices();

  @Option(
      names = "--by",
      paramLabel = "hour|day|week|month",
      description =
          "What went on period by period; weeks begin on Monday, and --zone says whose clock.")
  private @Nullable PeriodLength length;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      converter = MeasureWord.Converter.class,
      description =
          "With --by: how that measure of each plugin was distributed. One of "
              + MeasureWord.CHOICES
              + ".")
  private @Nullable Measure measure;

  @Option(
      names = "--announced",
      description =
          "How well what plugins announced was met: BIAS is the mean of announced minus actual, "
              + "ERROR the mean of its size as a share of the actual, SUFFICED how often no more "
              + "was needed than announced, to be compared with the CONFIDENCE announced.")
  private boolean announced;

  @Option(names = "--total", description = "All plugins together.")
  private boolean total;

  @Override
  public Integer call() {
    Session session = root.session();
    List<PluginName> names = plugins.names();
    HistoryFilter filter = choices.filter(session, names);
    LocalClock clock = new LocalClock(choices.zone(session));
    requireOneQuestion();
    try (UpdateAll updateAll = session.open()) {
      boolean found = answer(session, updateAll, filter, clock);
      int code = choices.exitCode(session, updateAll, names);
      if (!found && !session.json() && code == ExitCode.DONE) {
        HistoryChoices.sayNothing(session, updateAll);
      }
      return code;
    }
  }

  private void requireOneQuestion() {
    if ((length == null ? 0 : 1) + (announced ? 1 : 0) + (total ? 1 : 0) > 1) {
      throw new UsageException("--by, --announced and --total are different questions: ask one");
    }
    if (measure != null && length == null) {
      throw new UsageException("--measure needs --by hour, day, week or month");
    }
  }

  /** Whether there was anything to answer. */
  private boolean answer(
      Session session, UpdateAll updateAll, HistoryFilter filter, LocalClock clock) {
    if (announced) {
      return answerAnnounced(session, updateAll.announcementAccuracy(successful(filter)));
    }
    if (total) {
      return answerTotal(session, updateAll.activity(filter));
    }
    if (length == null) {
      return answerPlugins(session, updateAll.statistics(filter), clock);
    }
    if (measure == null) {
      return answerPeriods(
          session, updateAll.activityByPeriod(filter, length, clock.zone()), length, clock);
    }
    return answerDistributions(
        session,
        updateAll.distributionByPeriod(successful(filter), measure, length, clock.zone()),
        new DistributionReport(measure, length, clock));
  }

  private HistoryFilter successful(HistoryFilter filter) {
    return choices.namesStatuses() ? filter : filter.ending(ExecutionStatus.SUCCESS);
  }

  private static boolean answerPlugins(
      Session session, List<PluginStatistics> statistics, LocalClock clock) {
    if (session.json()) {
      session.printJson(PluginStatisticsReport.document(statistics));
    } else if (!statistics.isEmpty()) {
      session.print(PluginStatisticsReport.table(statistics, clock));
    }
    return !statistics.isEmpty();
  }

  private static boolean answerTotal(Session session, Activity activity) {
    boolean found = activity.runs() + activity.executions() > 0;
    if (session.json()) {
      session.printJson(Map.of("total", ActivityReport.document(activity)));
    } else if (found) {
      ActivityReport.print(session, activity);
    }
    return found;
  }

  private static boolean answerPeriods(
      Session session, List<PeriodActivity> periods, PeriodLength length, LocalClock clock) {
    if (session.json()) {
      Map<String, Object> document = periodDocument(length, clock);
      document.put("periods", periods.stream().map(ActivityReport::document).toList());
      session.printJson(document);
    } else if (!periods.isEmpty()) {
      session.print(ActivityReport.table(periods, length, clock));
    }
    return !periods.isEmpty();
  }

  private static boolean answerDistributions(
      Session session, List<PeriodDistribution> distributions, DistributionReport report) {
    if (session.json()) {
      Map<String, Object> document = periodDocument(report.length(), report.clock());
      document.put("measure", report.measure().wireName());
      document.put("distributions", distributions.stream().map(report::document).toList());
      session.printJson(document);
    } else if (!distributions.isEmpty()) {
      session.print(report.table(distributions));
    }
    return !distributions.isEmpty();
  }

  private static boolean answerAnnounced(Session session, List<AnnouncementAccuracy> accuracies) {
    if (session.json()) {
      session.printJson(
          Map.of(
              "announcements",
              accuracies.stream().map(AnnouncementAccuracyReport::document).toList()));
    } else if (!accuracies.isEmpty()) {
      session.print(AnnouncementAccuracyReport.table(accuracies));
    }
    return !accuracies.isEmpty();
  }

  private static Map<String, Object> periodDocument(PeriodLength length, LocalClock clock) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("by", length.name().toLowerCase(Locale.ROOT));
    document.put("zone", clock.zone().getId());
    return document;
  }
}
