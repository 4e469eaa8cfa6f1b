package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

/**
 * Histories with something wrong in them go through the reader and into stores. None may crash it,
 * keep it busy, or be taken in by halves. {@code -Dfuzz.parsed=1000000 -Dfuzz.stored=10000} is the
 * full measure; see docs/building.md.
 */
class LegacyFuzzTest {

  private static final long PARSED = Long.getLong("fuzz.parsed", 10_000);
  private static final long STORED = Long.getLong("fuzz.stored", 300);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path directory;

  @Test
  void readsWhatCanBeReadAndSaysWhyNotOfTheRest() {
    FuzzRun parsing = new FuzzRun("parsed");
    parsing.each(PARSED, LegacyFuzzTest::parse);

    assertTrue(parsing.accepted() > PARSED / 10, parsing.toString());
    assertTrue(parsing.refused() > PARSED / 10, parsing.toString());
  }

  @Test
  void writesEveryRunThatItReadsSoThatItComesBack() {
    FuzzRun writing = new FuzzRun("written again");
    writing.each(STORED, LegacyFuzzTest::writeAgain);

    assertTrue(writing.accepted() > STORED / 10, writing.toString());
  }

  @Test
  void bringsAFileInWholeOrNotAtAllAndOnlyOnce() {
    FuzzRun importing = new FuzzRun("imported");
    importing.each(STORED, history -> bringIn(Files.write(directory.resolve("in.json"), history)));

    assertTrue(importing.accepted() > STORED / 10, importing.toString());
  }

  @Test
  void addsARunToAFileAndLosesNothingOfItOrLeavesItAlone() {
    FuzzRun storing = new FuzzRun("used as a store");
    storing.each(STORED, this::recordInto);

    assertTrue(storing.accepted() > STORED / 10, storing.toString());
  }

  /** Whether the history was accepted. */
  private static boolean parse(byte[] history) throws IOException {
    RunReader reader = new RunReader(LegacyFiles.READING);
    try (RecordStream records = RecordStream.of(history)) {
      for (Option<RawRecord> next = records.next(); next.isDefined(); next = records.next()) {
        reader.read(next.get()).peekLeft(unread -> assertTrue(!unread.reasons().isEmpty()));
      }
      return true;
    } catch (BrokenFileException refused) {
      assertTrue(!refused.reason().isBlank() && !refused.remedy().isBlank());
      return false;
    }
  }

  private static boolean writeAgain(byte[] history) throws IOException {
    if (!parse(history)) {
      return false;
    }
    RunRecords records = new RunRecords(LegacyFiles.READING);
    HistoryDocument document = HistoryDocument.of(history, LegacyFiles.READING);
    for (HistoryDocument.Entry entry : document.oldestFirst().toList()) {
      Run run = document.run(entry);
      EarlierRecord earlier = EarlierRecord.of(document.record(entry.place()), run);
      assertEquals(run, records.run(records.record(run, earlier)));
    }
    return true;
  }

  private static boolean bringIn(Path file) {
    LegacyHistory legacy = new JsonLegacyHistory();
    InMemoryRunHistory store = new InMemoryRunHistory(CLOCK);
    store.record(Runs.run(77).build());
    Either<FileRefused, LegacySurvey> survey = legacy.survey(file, LegacyFiles.READING);
    if (survey.isLeft()) {
      assertTrue(!survey.getLeft().message().contains("\n"), survey.getLeft().message());
      return false;
    }
    RecordingSummary first = store.recordAll(legacy.runs(survey.get(), LegacyFiles.READING));
    RecordingSummary again = store.recordAll(legacy.runs(survey.get(), LegacyFiles.READING));
    assertEquals(survey.get().runs(), first.total());
    assertEquals(survey.get().runs(), again.unchanged());
    assertEquals(1 + first.added(), store.counts().runs());
    return true;
  }

  private boolean recordInto(byte[] history) throws IOException {
    Path file = Files.write(directory.resolve("store.json"), history);
    RunHistory store =
        new JsonLegacyRunHistory(
            new LegacyStore(
                new JsonLegacySettings(file, LegacyFiles.READING, Duration.ofSeconds(5)), () -> {}),
            CLOCK);
    Run run = Runs.run(77).build();
    if (!parse(history)) {
      Complaint.of(() -> store.record(run));
      assertArrayEquals(history, Files.readAllBytes(file));
      return false;
    }
    List<String> before = records(history);
    HistoryCounts counts = store.counts();
    assertEquals(RecordOutcome.ADDED, store.record(run));
    List<String> after = records(Files.readAllBytes(file));
    assertEquals(before, after.subList(0, before.size()));
    assertEquals(before.size() + 1, after.size());
    assertEquals(counts.runs() + 1, store.counts().runs());
    return true;
  }

  private static List<String> records(byte[] history) throws IOException {
    HistoryDocument document = HistoryDocument.of(history, LegacyFiles.READING);
    List<String> records = new ArrayList<>();
    for (HistoryDocument.Place place : document.places()) {
      records.add(new String(document.record(place), UTF_8));
    }
    return records;
  }
}
