package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.adapters.jsonlegacy.FuzzRun;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.RecordingSummary;

/**
 * Histories with something wrong in them are brought into a database. None may be taken in by
 * halves, or twice. {@code -Dfuzz.stored=10000} is the full measure; see docs/building.md.
 */
final class LegacyFuzzIntoDatabaseTest {

  private static final long STORED = Long.getLong("fuzz.stored", 100);

  /** Histories that go into one database, so that it stays small. */
  private static final int IN_ONE_DATABASE = 50;

  @TempDir private Path folder;
  private long histories;

  @Test
  void bringsAFileInWholeOrNotAtAllAndOnlyOnce() {
    FuzzRun importing = new FuzzRun("brought into a database");
    importing.each(STORED, this::bringIn);

    assertTrue(importing.accepted() > STORED / 10, importing.toString());
  }

  /** Whether the history was accepted. */
  private boolean bringIn(byte[] history) throws IOException {
    Path file = Files.write(folder.resolve("history.json"), history);
    Settings settings = settings();
    String before = content(settings.database());
    try (UpdateAll updateAll = UpdateAll.open(settings)) {
      Either<FileRefused, MigrationReport> first = updateAll.importLegacyHistory(file);
      if (first.isLeft()) {
        assertEquals(before, content(settings.database()));
        return false;
      }
      String after = content(settings.database());
      MigrationReport again = updateAll.importLegacyHistory(file).get();
      assertEquals(List.of(), first.get().discrepancies());
      assertEquals(first.get().survey().runs(), recorded(first.get()).total());
      assertEquals(again.survey().runs(), recorded(again).unchanged());
      assertEquals(recorded(first.get()).after(), recorded(again).after());
      assertEquals(after, content(settings.database()));
      return true;
    }
  }

  /** What tells one state of a database from another; empty where there is none. */
  private static String content(Path database) throws IOException {
    return Files.exists(database)
        ? UUID.nameUUIDFromBytes(Files.readAllBytes(database)).toString()
        : "";
  }

  private static RecordingSummary recorded(MigrationReport report) {
    return Objects.requireNonNull(report.recorded());
  }

  private Settings settings() {
    long database = histories++ / IN_ONE_DATABASE;
    return Settings.of(folder.resolve("history-" + database + ".duckdb"))
        .withHostname("atlas")
        .withClock(Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC));
  }
}
