package org.updateall.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

/**
 * What {@link HistoryExport} and {@link ExportedHistory} promise of one another; every pair of
 * implementations runs it whole.
 */
public abstract class HistoryExchangeContract {

  private static final int RANDOM_RUNS = 60;

  @TempDir private Path directory;
  private Exchange here;

  /** A store and what goes out of it and comes in. */
  public record Exchange(
      RunHistory history, ModelStore models, HistoryExport export, ExportedHistory exported) {}

  /** An empty store in a directory of its own; all of them share the disk. */
  protected abstract Exchange emptyExchange(Path home);

  /** Changes what lies in that place, so that it is no longer the export that was surveyed. */
  protected abstract void change(Path export) throws IOException;

  @BeforeEach
  void openStore() {
    here = emptyExchange(directory.resolve("here"));
  }

  @ParameterizedTest
  @EnumSource
  void givesBackEveryRunWithItsCreationTimes(ExchangeFormat format) {
    here.history().record(Runs.complete());
    here.history().record(Runs.run(2).build());
    here.history()
        .recordAll(new RandomHistory(format.wireName().length()).runs(RANDOM_RUNS).iterator());
    Exchange there = bringOver(format);

    assertEquals(RANDOM_RUNS + 2, all(there).size());
    assertEquals(all(here).size(), all(there).size());
    all(here).forEach(run -> assertEquals(run, there.history().find(run.runId()).get()));
  }

  @ParameterizedTest
  @EnumSource
  void givesBackARunOfWhichLittleIsKnown(ExchangeFormat format) {
    here.history().record(Runs.sparse());

    assertEquals(all(here), all(bringOver(format)));
  }

  @ParameterizedTest
  @EnumSource
  void givesBackEveryModelOfAWholeHistory(ExchangeFormat format) {
    List<TrainedModel> models = new RandomHistory(7).models();
    here.models().saveAll(models);

    ExportReport report = export(format, HistoryFilter.everything()).get();
    ExportSurvey survey = survey(report.target());

    assertEquals(models.size(), report.models());
    assertEquals(models.size(), survey.models());
    assertEquals(Set.copyOf(models), Set.copyOf(models(survey)));
  }

  @ParameterizedTest
  @EnumSource
  void leavesModelsOutOfAPartOfTheHistory(ExchangeFormat format) {
    here.history().record(Runs.complete());
    here.models().saveAll(new RandomHistory(7).models());

    ExportReport report =
        export(format, HistoryFilter.everything().on(HostScope.only("workstation"))).get();

    assertEquals(1, report.counts().runs());
    assertEquals(0, report.models());
    assertEquals(List.of(), models(survey(report.target())));
  }

  @ParameterizedTest
  @EnumSource
  void exportsTheRunsThatAreMeantWhole(ExchangeFormat format) {
    here.history().recordAll(Runs.many(20).iterator());
    here.history().record(Runs.run(99).executing(Runs.execution("snap")).build());
    HistoryFilter filter =
        HistoryFilter.everything()
            .ofPlugins("apt")
            .from(Runs.many(20).get(4).startTime())
            .until(Runs.many(20).get(9).startTime());

    ExportReport report = export(format, filter).get();

    List<Run> runs = runs(survey(report.target()));
    assertEquals(5, runs.size());
    assertTrue(runs.stream().allMatch(filter::includes));
    assertEquals(Set.copyOf(here.history().recent(filter, 100)), Set.copyOf(runs));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheOldestRunFirst(ExchangeFormat format) {
    here.history().recordAll(new RandomHistory(3).runs(RANDOM_RUNS).iterator());

    List<Run> runs = runs(survey(export(format, HistoryFilter.everything()).get().target()));

    List<Run> visited = new ArrayList<>();
    here.history().visit(HistoryFilter.everything(), visited::add);
    assertEquals(visited, runs);
  }

  @ParameterizedTest
  @EnumSource
  void exportsAStoreThatDoesNotExist(ExchangeFormat format) {
    ExportReport report = export(format, HistoryFilter.everything()).get();

    ExportSurvey survey = survey(report.target());
    assertEquals(HistoryCounts.NONE, survey.counts());
    assertEquals(List.of(), runs(survey));
    assertEquals(List.of(), models(survey));
  }

  @ParameterizedTest
  @EnumSource
  void countsTheSameGoingOutAndComingIn(ExchangeFormat format) {
    here.history().record(Runs.complete());
    here.history().recordAll(Runs.many(3).iterator());

    ExportReport report = export(format, HistoryFilter.everything()).get();
    ExportSurvey survey = survey(report.target());

    assertEquals(here.history().counts(), report.counts());
    assertEquals(report.counts(), survey.counts());
    assertEquals(format, survey.format());
    assertEquals(report.target(), survey.file());
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfEveryRun(ExchangeFormat format) {
    here.history().recordAll(Runs.many(5).iterator());
    AtomicInteger written = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();

    ExportReport report =
        here.export()
            .write(request(format, HistoryFilter.everything(), false), written::incrementAndGet)
            .get();
    here.exported().survey(report.target(), read::incrementAndGet).get();

    assertEquals(5, written.get());
    assertEquals(5, read.get());
  }

  @ParameterizedTest
  @EnumSource
  void leavesATargetThatIsThereAlone(ExchangeFormat format) {
    here.history().recordAll(Runs.many(2).iterator());
    ExportSurvey before = survey(export(format, HistoryFilter.everything()).get().target());
    here.history().recordAll(Runs.many(5).iterator());

    TargetRefused refused = export(format, HistoryFilter.everything()).getLeft();

    assertTrue(refused.message().contains("is there already"), refused.message());
    assertEquals(before, survey(target(format)));
  }

  @ParameterizedTest
  @EnumSource
  void replacesAnEarlierExportWhereThatIsWanted(ExchangeFormat format) {
    here.history().recordAll(Runs.many(2).iterator());
    export(format, HistoryFilter.everything());
    here.history().recordAll(Runs.many(5).iterator());

    here.export()
        .write(
            request(format, HistoryFilter.everything(), true), HistoryExchangeContract::unwatched)
        .get();

    assertEquals(5, survey(target(format)).counts().runs());
  }

  @ParameterizedTest
  @EnumSource
  void seesThatAnExportIsNoLongerTheOneSurveyed(ExchangeFormat format) throws IOException {
    here.history().recordAll(Runs.many(5).iterator());
    ExportSurvey survey = survey(export(format, HistoryFilter.everything()).get().target());

    change(survey.file());

    ExportChanged changed = assertThrows(ExportChanged.class, () -> runs(survey));
    assertTrue(String.valueOf(changed.getMessage()).contains(survey.file().toString()));
    assertThrows(ExportChanged.class, () -> models(survey));
  }

  @ParameterizedTest
  @EnumSource
  void passesOnWhatAReaderThrows(ExchangeFormat format) {
    here.history().recordAll(Runs.many(5).iterator());
    ExportSurvey survey = survey(export(format, HistoryFilter.everything()).get().target());
    RuntimeException failure = new IllegalStateException("the reader's own");

    RuntimeException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                here.exported()
                    .readRuns(
                        survey,
                        runs -> {
                          throw failure;
                        }));

    assertSame(failure, thrown);
  }

  @ParameterizedTest
  @EnumSource
  void claimsItsExports(ExchangeFormat format) {
    assertFalse(here.exported().claims(target(format)));

    Path target = export(format, HistoryFilter.everything()).get().target();

    assertTrue(here.exported().claims(target));
  }

  @Test
  void knowsWhereAFileMayBeWritten() throws IOException {
    Path free = directory.resolve("free");
    Path taken = Files.writeString(directory.resolve("taken"), "");

    assertEquals(free, here.export().place(free, false).get());
    assertTrue(here.export().place(taken, false).isLeft());
    assertEquals(taken, here.export().place(taken, true).get());
    assertTrue(here.export().place(directory, true).isLeft());
  }

  @Test
  void refusesADirectoryThatIsNoExport() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertTrue(here.exported().claims(empty));
    FileRefused refused =
        here.exported().survey(empty, HistoryExchangeContract::unwatched).getLeft();
    assertEquals(empty, refused.file());
    assertFalse(refused.reason().isEmpty() || refused.remedy().isEmpty(), refused.message());
  }

  @Test
  void claimsNoOldHistory() throws IOException {
    Path old = Files.writeString(directory.resolve("history.json"), "[]");

    assertFalse(here.exported().claims(old));
    assertTrue(here.exported().survey(old, HistoryExchangeContract::unwatched).isLeft());
  }

  private Exchange bringOver(ExchangeFormat format) {
    Exchange there = emptyExchange(directory.resolve("there"));
    ExportSurvey survey = survey(export(format, HistoryFilter.everything()).get().target());
    there.exported().readRuns(survey, there.history()::recordAll);
    return there;
  }

  private Either<TargetRefused, ExportReport> export(ExchangeFormat format, HistoryFilter filter) {
    return here.export().write(request(format, filter, false), HistoryExchangeContract::unwatched);
  }

  private ExportRequest request(ExchangeFormat format, HistoryFilter filter, boolean replace) {
    return new ExportRequest(target(format), format, filter, replace);
  }

  private Path target(ExchangeFormat format) {
    return directory.resolve("it's an [export]*.%s".formatted(format.wireName()));
  }

  private ExportSurvey survey(Path file) {
    return here.exported()
        .survey(file, HistoryExchangeContract::unwatched)
        .getOrElseThrow(refused -> new AssertionError(refused.message()));
  }

  private List<Run> runs(ExportSurvey survey) {
    return here.exported().readRuns(survey, HistoryExchangeContract::listed);
  }

  private List<TrainedModel> models(ExportSurvey survey) {
    List<TrainedModel> models = here.exported().readModels(survey, HistoryExchangeContract::listed);
    Set<SeriesKey> keys = models.stream().map(TrainedModel::key).collect(Collectors.toSet());
    assertEquals(models.size(), keys.size());
    return models;
  }

  private static void unwatched() {}

  private static <T> List<T> listed(Iterator<T> elements) {
    List<T> all = new ArrayList<>();
    elements.forEachRemaining(all::add);
    return all;
  }

  private static List<Run> all(Exchange exchange) {
    return exchange.history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
  }
}
