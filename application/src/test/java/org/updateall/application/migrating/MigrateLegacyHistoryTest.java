package org.updateall.application.migrating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.InMemoryLegacyHistory;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.LegacyFileChanged;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.QuarantinedRecord;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

final class MigrateLegacyHistoryTest {

  private static final Path FILE = Path.of("history.json");
  private static final LegacyReading READING = new LegacyReading(ZoneOffset.UTC, "atlas");

  private final InMemoryLegacyHistory legacy = new InMemoryLegacyHistory();
  private final InMemoryRunHistory history = Histories.empty().history();
  private final MigrateLegacyHistory migrate = new MigrateLegacyHistory(legacy, history);

  @Test
  void storesEveryRunOfTheFile() {
    legacy.put(FILE, Runs.many(3));

    MigrationReport report = migrate(false);

    assertEquals(3, recorded(report).added());
    assertEquals(3, history.counts().runs());
    assertEquals(List.of(), report.discrepancies());
  }

  @Test
  void changesNothingTheSecondTime() {
    legacy.put(FILE, Runs.many(3));
    migrate(false);
    List<Run> before = history.recent(HistoryFilter.everything(), 10);

    MigrationReport again = migrate(false);

    assertEquals(0, recorded(again).added());
    assertEquals(3, recorded(again).unchanged());
    assertEquals(before, history.recent(HistoryFilter.everything(), 10));
    assertEquals(List.of(), again.discrepancies());
  }

  @Test
  void copiesTheFileBeforeItStoresAnything() {
    Run run = Runs.complete();
    LegacySurvey survey = survey(1, 2);
    var legacyMock = mock(LegacyHistory.class);
    var historyMock = mock(RunHistory.class);
    when(legacyMock.survey(any(), any())).thenReturn(Either.right(survey));
    when(legacyMock.backUp(any(), any())).thenReturn(Path.of("copy"));
    when(legacyMock.runs(any(), any())).thenReturn(List.of(run).iterator());
    when(historyMock.recordAll(any()))
        .thenReturn(
            new RecordingSummary(1, 0, 0, 2, 0, HistoryCounts.NONE, new HistoryCounts(1, 2, 0, 0)));

    new MigrateLegacyHistory(legacyMock, historyMock).migrate(request(false), Progress.none());

    InOrder order = inOrder(legacyMock, historyMock);
    order.verify(legacyMock).survey(FILE, READING);
    order.verify(legacyMock).backUp(survey, Path.of("backups"));
    order.verify(historyMock).recordAll(any());
  }

  @Test
  void storesNothingOfARefusedFile() {
    legacy.putRefused(FILE, "line 3", "it is cut off", "Get a whole copy.");

    FileRefused refused = migrate.migrate(request(false), Progress.none()).getLeft();

    assertTrue(refused.message().contains("line 3"));
    assertEquals(HistoryCounts.NONE, history.counts());
  }

  @Test
  void onlyLooksInADryRun() {
    legacy.put(FILE, Runs.many(3));

    MigrationReport report = migrate(true);

    assertEquals(3, report.survey().runs());
    assertNull(report.recorded());
    assertNull(report.backup());
    assertEquals(HistoryCounts.NONE, history.counts());
    assertEquals(List.of(), report.discrepancies());
  }

  @Test
  void importsTheOthersWhereARecordIsQuarantined() {
    legacy.put(
        FILE, Runs.many(2), List.of(new QuarantinedRecord(2, 17, "x", List.of("no start time"))));

    MigrationReport report = migrate(false);

    assertEquals(2, recorded(report).added());
    assertEquals(1, report.survey().quarantinedCount());
  }

  @Test
  void leavesNothingBehindIfTheFileChangesMeanwhile() {
    legacy.put(FILE, Runs.many(3));
    LegacySurvey stale = legacy.survey(FILE, READING).get();
    legacy.put(FILE, Runs.many(4));

    assertThrows(LegacyFileChanged.class, () -> history.recordAll(legacy.runs(stale, READING)));
    assertEquals(HistoryCounts.NONE, history.counts());
  }

  @Test
  void tellsHowFarItHasCome() {
    legacy.put(FILE, Runs.many(3));
    Progress progress = mock(Progress.class);

    migrate.migrate(request(false), progress);

    InOrder order = inOrder(progress);
    order.verify(progress).begin(anyString(), eq(Progress.UNKNOWN));
    order.verify(progress).end();
    order.verify(progress).begin(anyString(), eq(3L));
    order.verify(progress, times(3)).advance();
    order.verify(progress).end();
  }

  @Test
  void tellsOnlyOfReadingInADryRun() {
    legacy.put(FILE, Runs.many(3));
    Progress progress = mock(Progress.class);

    migrate.migrate(request(true), progress);

    verify(progress, never()).advance();
  }

  @Test
  void letsAnUnusableStoreBeKnown() {
    legacy.put(FILE, Runs.many(1));
    RunHistory broken = mock(RunHistory.class);
    when(broken.recordAll(any())).thenThrow(new HistoryUnavailable("the disk is full"));

    assertThrows(
        HistoryUnavailable.class,
        () -> new MigrateLegacyHistory(legacy, broken).migrate(request(false), Progress.none()));
  }

  @Test
  void copiesNothingForAStoreThatCannotBeUsed() {
    LegacyHistory read = mock(LegacyHistory.class);
    when(read.survey(any(), any())).thenReturn(Either.right(survey(1, 2)));
    RunHistory foreign = mock(RunHistory.class);
    when(foreign.counts()).thenThrow(new HistoryUnavailable("another program's"));

    assertThrows(
        HistoryUnavailable.class,
        () -> new MigrateLegacyHistory(read, foreign).migrate(request(false), Progress.none()));

    verify(read, never()).backUp(any(), any());
  }

  @Test
  void findsRunsThatWereNotStored() {
    MigrationReport report =
        new MigrationReport(
            survey(5, 5),
            new RecordingSummary(
                4, 0, 0, 4, 0, new HistoryCounts(10, 10, 0, 0), new HistoryCounts(13, 14, 0, 0)),
            Path.of("copy"));

    assertEquals(
        List.of(
            "runs taken from the file: expected 5, found 4",
            "runs in the database: expected 14, found 13"),
        report.discrepancies());
  }

  @Test
  void findsExecutionsThatWereNotStored() {
    MigrationReport report =
        new MigrationReport(
            survey(5, 7),
            new RecordingSummary(5, 0, 0, 7, 0, HistoryCounts.NONE, new HistoryCounts(5, 6, 0, 0)),
            Path.of("copy"));

    assertEquals(
        List.of("plugin executions in the database: expected 7, found 6"), report.discrepancies());
  }

  @Test
  void findsExecutionsThatAnUpdateLost() {
    MigrationReport report =
        new MigrationReport(
            survey(3, 9),
            new RecordingSummary(
                1, 1, 1, 6, 2, new HistoryCounts(2, 5, 0, 0), new HistoryCounts(3, 8, 0, 0)),
            Path.of("copy"));

    assertEquals(
        List.of("plugin executions in the database: expected 9, found 8"), report.discrepancies());
  }

  @Test
  void agreesWhereTheFileUpdatesRunsThatAreThere() {
    history.record(Runs.run(1).executing(Runs.execution("apt"), Runs.execution("cargo")).build());
    history.record(Runs.run(9).executing(Runs.execution("pipx")).build());
    legacy.put(FILE, Runs.many(3));

    MigrationReport report = migrate(false);

    assertEquals(1, recorded(report).updated());
    assertEquals(2, recorded(report).executionsRemoved());
    assertEquals(List.of(), report.discrepancies());
  }

  private static RecordingSummary recorded(MigrationReport report) {
    return Objects.requireNonNull(report.recorded(), "nothing was recorded");
  }

  private MigrationReport migrate(boolean dryRun) {
    return migrate.migrate(request(dryRun), Progress.none()).get();
  }

  private static MigrationRequest request(boolean dryRun) {
    return new MigrationRequest(FILE, READING, Path.of("backups"), dryRun);
  }

  private static LegacySurvey survey(long runs, long executions) {
    return new LegacySurvey(FILE, "00", 1, runs, runs, executions, 0, 0, List.of());
  }
}
