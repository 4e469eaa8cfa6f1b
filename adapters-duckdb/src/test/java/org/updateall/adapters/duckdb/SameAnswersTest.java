package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Near.assertNear;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.ScannedHistory;

/** On histories by chance DuckDB answers what going through all runs answers. */
class SameAnswersTest {

  private static final int RUNS = 400;
  private static final int FILTERS = 15;
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/St_Johns"));

  private final Stores stores;
  private final HistoryQueries given;

  SameAnswersTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.given = stores.queries();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void areGivenToAnyQuestion(long seed) {
    RandomHistory chance = new RandomHistory(seed);
    List<Run> runs = chance.runs(RUNS);
    stores.history().recordAll(runs.iterator());
    HistoryQueries expected = new ScannedHistory(runs::forEach);

    assertNear(expected.hosts(), given.hosts(), "hosts");
    int answered = 0;
    for (int i = 0; i < FILTERS; i++) {
      HistoryFilter filter = i == 0 ? HistoryFilter.everything() : chance.filter();
      answered += compare(expected, chance, filter);
    }
    assertTrue(answered > FILTERS / 2, "hardly any filter meant anything: " + answered);
  }

  @Test
  void areGivenForEveryMeasure() {
    List<Run> runs = new RandomHistory(4).runs(RUNS);
    stores.history().recordAll(runs.iterator());
    HistoryQueries expected = new ScannedHistory(runs::forEach);

    for (Measure measure : Measure.values()) {
      HistoryFilter all = HistoryFilter.everything();
      same(expected, measure + " of executions", each -> each.executionSeries(all, measure));
      same(expected, measure + " of steps", each -> each.stepSeries(all, measure, null));
    }
  }

  private int compare(HistoryQueries expected, RandomHistory chance, HistoryFilter filter) {
    ZoneId zone = chance.pick(ZONES);
    Measure measure = chance.measure();
    PeriodLength length = chance.periodLength();
    @Nullable String step = chance.stepName();
    String about = filter + " " + measure + " " + length + " " + zone + " " + step + ":";
    same(expected, about + " statistics", each -> each.pluginStatistics(filter));
    same(expected, about + " activity", each -> each.activity(filter));
    same(expected, about + " activities", each -> each.activityByPeriod(filter, length, zone));
    same(
        expected,
        about + " distributions",
        each -> each.distributionByPeriod(filter, measure, length, zone));
    same(expected, about + " recent", each -> each.recentExecutions(filter, 50));
    same(expected, about + " executions", each -> each.executionSeries(filter, measure));
    same(expected, about + " steps", each -> each.stepSeries(filter, measure, step));
    same(expected, about + " accuracy", each -> each.announcementAccuracy(filter));
    same(expected, about + " training", each -> each.trainingTables(filter, zone));
    return expected.recentExecutions(filter, 1).size();
  }

  private <T> void same(
      HistoryQueries expected, String about, Function<HistoryQueries, T> question) {
    assertNear(question.apply(expected), question.apply(given), about);
  }
}
