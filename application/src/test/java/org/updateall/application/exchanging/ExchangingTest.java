package org.updateall.application.exchanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.updateall.application.Progress;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.exchange.InMemoryExchange;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryLegacyHistory;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.TrainingTable;

/** The use cases that take the history out and bring it in, on stores in memory. */
final class ExchangingTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final Path FILE = Path.of("export.json");
  private static final SeriesKey SERIES =
      new SeriesKey(new PluginName("apt"), HostScope.everyHost(), Target.CPU_TIME);

  private final InMemoryExchange.Disk disk = new InMemoryExchange.Disk();
  private final Store here = new Store();
  private final Store there = new Store();
  private final Progress progress = mock(Progress.class);

  /** A store in memory with its use cases. */
  private final class Store {
    private final InMemoryRunHistory history = new InMemoryRunHistory(CLOCK);
    private final InMemoryModelStore models = new InMemoryModelStore();
    private final InMemoryExchange exchange = new InMemoryExchange(history, models, disk);
    private final ExportHistory export = new ExportHistory(exchange, history);
    private final ImportExport bringIn = new ImportExport(exchange, history, models);
  }

  @Test
  void bringsInWhatWasExported() {
    here.history.recordAll(Runs.many(3).iterator());
    here.models.saveAll(List.of(model("only", Duration.ZERO)));
    export();

    ImportReport report = bringIn(false);

    assertEquals(3, recorded(report).added());
    assertEquals(1, report.modelsKept());
    assertEquals(List.of(), report.discrepancies());
    assertEquals(all(here), all(there));
    assertEquals(here.models.all(), there.models.all());
  }

  @Test
  void changesNothingTheSecondTime() {
    here.history.recordAll(Runs.many(3).iterator());
    here.models.saveAll(List.of(model("only", Duration.ZERO)));
    export();
    bringIn(false);

    ImportReport again = bringIn(false);

    assertEquals(3, recorded(again).unchanged());
    assertEquals(0, again.modelsKept());
    assertEquals(all(here), all(there));
  }

  @Test
  void keepsTheModelThatWasTrainedLater() {
    here.models.saveAll(List.of(model("exported", Duration.ofDays(1))));
    export();
    there.models.saveAll(List.of(model("later", Duration.ofDays(2))));

    assertEquals(0, bringIn(false).modelsKept());
    assertEquals(List.of(model("later", Duration.ofDays(2))), there.models.all());

    there.models.saveAll(List.of(model("earlier", Duration.ZERO)));
    assertEquals(1, bringIn(false).modelsKept());
    assertEquals(List.of(model("exported", Duration.ofDays(1))), there.models.all());
  }

  @Test
  void storesNothingInADryRun() {
    here.history.recordAll(Runs.many(3).iterator());
    export();

    ImportReport report = bringIn(true);

    assertNull(report.recorded());
    assertEquals(3, report.survey().counts().runs());
    assertEquals(List.of(), report.discrepancies());
    assertEquals(0, there.history.counts().runs());
  }

  @Test
  void passesARefusalOn() {
    assertTrue(there.bringIn.bringIn(FILE, false, progress).isLeft());
    assertEquals(0, there.history.counts().runs());
  }

  @Test
  void storesNothingOfAnExportThatChangesWhileItIsRead() {
    here.history.recordAll(Runs.many(3).iterator());
    export();
    Progress changing =
        new Progress() {
          @Override
          public void begin(String work, long steps) {
            if (work.equals("Importing runs")) {
              disk.change(FILE);
            }
          }

          @Override
          public void advance() {}

          @Override
          public void end() {}
        };

    assertThrows(ExportChanged.class, () -> there.bringIn.bringIn(FILE, false, changing));
    assertEquals(0, there.history.counts().runs());
  }

  @Test
  void saysWhereTheStoreDoesNotHoldWhatTheExportSaid() {
    ExportSurvey survey =
        new ExportSurvey(
            FILE, ExchangeFormat.JSON, Instant.EPOCH, new HistoryCounts(3, 3, 3, 0), 0, "digest");
    RecordingSummary recorded =
        new RecordingSummary(2, 0, 0, 2, 0, HistoryCounts.NONE, new HistoryCounts(1, 1, 1, 0));

    assertEquals(
        List.of(
            "runs taken from the export: expected 3, found 2",
            "runs in the database: expected 2, found 1",
            "plugin executions in the database: expected 2, found 1"),
        new ImportReport(survey, recorded, 0).discrepancies());
  }

  @Test
  void tellsHowFarItHasCome() {
    here.history.recordAll(Runs.many(3).iterator());

    here.export.export(request(HistoryFilter.everything(), false), progress);
    there.bringIn.bringIn(FILE, false, progress);

    InOrder order = inOrder(progress);
    order.verify(progress).begin("Exporting runs", 3);
    order.verify(progress, times(3)).advance();
    order.verify(progress).end();
    order.verify(progress).begin("Reading the export", Progress.UNKNOWN);
    order.verify(progress).end();
    order.verify(progress).begin("Importing runs", 3);
    order.verify(progress, times(3)).advance();
    order.verify(progress).end();
  }

  @Test
  void tellsNoStepsOfAPartOfTheHistory() {
    here.history.recordAll(Runs.many(3).iterator());

    here.export.export(request(HistoryFilter.everything().ofPlugins("apt"), false), progress);

    verify(progress).begin("Exporting runs", Progress.UNKNOWN);
    verify(progress, never()).advance();
    verify(progress).end();
  }

  @Test
  void leavesAnEarlierExportAlone() {
    export();

    TargetRefused refused =
        here.export.export(request(HistoryFilter.everything(), false), progress).getLeft();

    assertEquals(FILE, refused.target());
    assertTrue(here.export.export(request(HistoryFilter.everything(), true), progress).isRight());
  }

  @Test
  void writesWhatThePythonProgramReads() {
    here.history.recordAll(Runs.many(3).iterator());
    InMemoryLegacyHistory legacy = new InMemoryLegacyHistory();
    ExportLegacyHistory export = new ExportLegacyHistory(here.history, here.exchange, legacy);
    HistoryFilter lastTwo = HistoryFilter.everything().from(Runs.many(3).get(1).startTime());

    assertEquals(Either.right(2L), export.export(FILE, lastTwo, false, progress));

    LegacyReading reading = new LegacyReading(ZoneOffset.UTC, "atlas");
    assertEquals(2, legacy.survey(FILE, reading).get().runs());
    verify(progress).end();
  }

  @Test
  void writesNoOldHistoryWhereSomethingIs() {
    export();
    InMemoryLegacyHistory legacy = new InMemoryLegacyHistory();
    ExportLegacyHistory export = new ExportLegacyHistory(here.history, here.exchange, legacy);

    assertTrue(export.export(FILE, HistoryFilter.everything(), false, progress).isLeft());
    assertTrue(export.export(FILE, HistoryFilter.everything(), true, progress).isRight());
  }

  @Test
  void exportsTheTrainingDataOfOnePlugin() {
    here.history.record(
        Runs.run().executing(Runs.execution("apt", 1), Runs.execution("snap", 2)).build());
    List<TrainingTable> written = new ArrayList<>();
    ExportTrainingData export =
        new ExportTrainingData(
            here.history,
            (table, target, format, replace) -> {
              written.add(table);
              return Either.right(target);
            });

    assertEquals(Either.right(Option.some(1)), export.export(training("apt")));
    assertEquals(Either.right(Option.none()), export.export(training("npm")));
    assertEquals(List.of("apt"), written.stream().map(table -> table.plugin().value()).toList());
  }

  @Test
  void passesOnThatTheTableHasNoPlace() {
    here.history.record(Runs.run().executing(Runs.execution("apt", 1)).build());
    TargetRefused refused = new TargetRefused(FILE, "is there already", "Name another.");
    ExportTrainingData export =
        new ExportTrainingData(
            here.history, (table, target, format, replace) -> Either.left(refused));

    assertEquals(Either.left(refused), export.export(training("apt")));
  }

  private static TrainingExportRequest training(String plugin) {
    return new TrainingExportRequest(
        new PluginName(plugin),
        HistoryFilter.everything(),
        ZoneId.of("Asia/Kathmandu"),
        FILE,
        ExchangeFormat.CSV,
        false);
  }

  private void export() {
    here.export.export(request(HistoryFilter.everything(), false), Progress.none()).get();
  }

  private ImportReport bringIn(boolean dryRun) {
    return there.bringIn.bringIn(FILE, dryRun, Progress.none()).get();
  }

  private static ExportRequest request(HistoryFilter filter, boolean replace) {
    return new ExportRequest(FILE, ExchangeFormat.JSON, filter, replace);
  }

  private static RecordingSummary recorded(ImportReport report) {
    return Option.of(report.recorded()).get();
  }

  private static List<Run> all(Store store) {
    return store.history.recent(HistoryFilter.everything(), Integer.MAX_VALUE);
  }

  private static TrainedModel model(String document, Duration trainedAfter) {
    return new TrainedModel(
        SERIES,
        new ModelProvenance(
            "family", "form", "log", 12, Instant.EPOCH, "print", Instant.EPOCH.plus(trainedAfter)),
        document);
  }
}
