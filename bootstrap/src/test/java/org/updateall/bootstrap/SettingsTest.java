package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void knowsTheNameOfThisMachine() {
    assertFalse(Settings.of(Path.of("history.duckdb")).hostname().isBlank());
  }

  @Test
  void changesOneThingAtATime() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    List<String> heard = new ArrayList<>();
    Settings settings =
        Settings.of(Path.of("a"))
            .withHostname("atlas")
            .withClock(clock)
            .withMemoryLimit(100_000_000)
            .withThreads(5)
            .withRemarks(heard::add);
    settings.remarks().accept("hello");

    assertEquals("atlas", settings.hostname());
    assertSame(clock, settings.clock());
    assertEquals(Path.of("a"), settings.database());
    assertEquals(100_000_000, settings.memoryLimit());
    assertEquals(5, settings.threads());
    assertEquals(List.of("hello"), heard);
    assertEquals(100_000_000, settings.databaseSettings().engine().memoryLimit());
    assertEquals(5, settings.databaseSettings().engine().threads());
  }

  @Test
  void keepsCopiesBesideTheDatabase() {
    assertEquals(
        Path.of("/data/legacy-backups"), Settings.of(Path.of("/data/h.duckdb")).backupDirectory());
  }

  @Test
  void refusesAnEngineThatCouldDoNothing() {
    Settings settings = Settings.of(Path.of("a"));

    assertThrows(IllegalArgumentException.class, () -> settings.withMemoryLimit(1_000));
    assertThrows(IllegalArgumentException.class, () -> settings.withThreads(0));
    assertThrows(IllegalArgumentException.class, () -> settings.withThreads(257));
  }
}
