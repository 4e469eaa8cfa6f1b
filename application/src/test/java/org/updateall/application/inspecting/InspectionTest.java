package org.updateall.application.inspecting;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.AnnouncedMeasure;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.TrainingTable;

final class InspectionTest {

  private final Histories histories =
      Histories.empty().with("atlas", "apt", 5).with("zeus", "snap", 2);

  @Test
  void listsTheNewestRunsFirst() {
    List<Run> runs =
        new InspectHistory(histories.history())
            .inspect(HistoryFilter.everything().on(HostScope.only("atlas")), 2);

    assertEquals(List.of(Runs.id(5), Runs.id(4)), runs.stream().map(Run::runId).toList());
  }

  @Test
  void refusesANegativeLimit() {
    InspectHistory inspect = new InspectHistory(histories.history());

    assertThrows(
        IllegalArgumentException.class, () -> inspect.inspect(HistoryFilter.everything(), -1));
  }

  @Test
  void summarisesEveryPluginByName() {
    List<PluginStatistics> statistics =
        new SummarisePlugins(histories.history()).summarise(HistoryFilter.everything());

    assertEquals(
        List.of("apt", "snap"), statistics.stream().map(each -> each.plugin().value()).toList());
    assertEquals(5, statistics.get(0).executions());
  }

  @Test
  void sumsUpWhatIsMeant() {
    Activity activity =
        new SummariseActivity(histories.history())
            .summarise(HistoryFilter.everything().on(HostScope.only("zeus")));

    assertEquals(2, activity.runs());
    assertEquals(2, activity.executions());
  }

  @Test
  void dividesWhatWentOnIntoPeriods() {
    List<PeriodActivity> periods =
        new DivideActivity(histories.history())
            .divide(HistoryFilter.everything().ofPlugins("snap"), PeriodLength.MONTH, UTC);

    assertEquals(2, periods.stream().mapToLong(each -> each.activity().executions()).sum());
    assertTrue(periods.get(0).period().includes(first("snap")));
  }

  @Test
  void dividesAMeasureIntoPeriods() {
    List<PeriodDistribution> periods =
        new DivideMeasure(histories.history())
            .divide(
                HistoryFilter.everything().ofPlugins("apt"),
                Measure.WALL_CLOCK,
                PeriodLength.DAY,
                UTC);

    assertEquals(5, periods.stream().mapToLong(each -> each.summary().count()).sum());
  }

  @Test
  void listsTheNewestExecutions() {
    List<RecentExecution> executions =
        new ListExecutions(histories.history()).list(HistoryFilter.everything(), 3);

    assertEquals(3, executions.size());
  }

  @Test
  void followsAMeasureOfExecutionsOrOfSteps() {
    FollowMeasure follow = new FollowMeasure(histories.history());
    HistoryFilter apt = HistoryFilter.everything().ofPlugins("apt");

    List<SeriesPoint> executions =
        follow.follow(SeriesRequest.ofExecutions(apt, Measure.WALL_CLOCK));
    List<SeriesPoint> steps =
        follow.follow(SeriesRequest.ofSteps(apt, Measure.WALL_CLOCK, "update"));

    assertEquals(5, executions.size());
    assertTrue(executions.stream().allMatch(point -> point.step() == null));
    assertTrue(steps.stream().noneMatch(point -> point.step() == null));
    assertEquals(
        List.of(), follow.follow(SeriesRequest.ofSteps(apt, Measure.WALL_CLOCK, "nosuchstep")));
  }

  @Test
  void refusesAStepOfASeriesOfExecutions() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SeriesRequest(HistoryFilter.everything(), Measure.WALL_CLOCK, false, "update"));
  }

  @Test
  void judgesWhatPluginsAnnounced() {
    histories.history().record(Runs.complete());

    List<AnnouncementAccuracy> accuracies =
        new JudgeAnnouncements(histories.history()).judge(HistoryFilter.everything());

    assertEquals(AnnouncedMeasure.values().length, accuracies.size());
    assertEquals(1_000_001 - 17.0, accuracies.get(0).bias());
  }

  @Test
  void gathersATableForEachPlugin() {
    List<TrainingTable> tables =
        new GatherTrainingData(histories.history()).gather(HistoryFilter.everything(), UTC);

    assertEquals(List.of(5, 2), tables.stream().map(each -> each.rows().size()).toList());
  }

  @Test
  void findsPluginsThatTheHostHasNot() {
    PluginName apt = new PluginName("apt");
    PluginName snap = new PluginName("snap");
    FindUnknownPlugins unknown = new FindUnknownPlugins(histories.history());

    assertEquals(List.of(), unknown.find(List.of(snap, apt), HostScope.everyHost()));
    assertEquals(List.of(snap), unknown.find(List.of(snap, apt), HostScope.only("atlas")));
  }

  private Instant first(String plugin) {
    return new SummarisePlugins(histories.history())
        .summarise(HistoryFilter.everything().ofPlugins(plugin))
        .get(0)
        .first();
  }
}
