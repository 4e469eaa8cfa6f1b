package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void knowsTheNameOfThisMachine() {
    assertFalse(Settings.of(Path.of("history.duckdb")).hostname().isBlank());
  }

  @Test
  void changesOneThingAtATime() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Settings settings = Settings.of(Path.of("a")).withHostname("atlas").withClock(clock);

    assertEquals("atlas", settings.hostname());
    assertSame(clock, settings.clock());
    assertEquals(Path.of("a"), settings.database());
  }

  @Test
  void keepsCopiesBesideTheDatabase() {
    assertEquals(
        Path.of("/data/legacy-backups"), Settings.of(Path.of("/data/h.duckdb")).backupDirectory());
  }
}
