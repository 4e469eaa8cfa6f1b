package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DuckDbSettingsTest {

  @Test
  void makesThePathAbsolute() {
    Path database = new DuckDbSettings(Path.of("a/../history.duckdb")).database();

    assertTrue(database.isAbsolute());
    assertEquals(Path.of("").toAbsolutePath().resolve("history.duckdb"), database);
  }

  @Test
  void waitsHalfAMinuteUnlessTold() {
    assertEquals(Duration.ofSeconds(30), new DuckDbSettings(Path.of("x")).patience());
  }

  @Test
  void refusesASemicolonOrAQuestionMarkInThePath() {
    assertThrows(IllegalArgumentException.class, () -> new DuckDbSettings(Path.of("/x/a?b")));
    assertThrows(
        IllegalArgumentException.class, () -> new DuckDbSettings(Path.of("/x/a;threads=1")));
  }

  @Test
  void refusesNegativePatience() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DuckDbSettings(Path.of("x"), Duration.ofMillis(-1)));
  }

  @Test
  void givesTheEngineLittleUnlessTold() {
    assertEquals(new EngineSettings(512_000_000, 2), new DuckDbSettings(Path.of("x")).engine());
  }

  @Test
  void refusesAnEngineThatCouldDoNothing() {
    EngineSettings least = new EngineSettings(EngineSettings.LEAST_MEMORY, 1);
    EngineSettings most = new EngineSettings(Long.MAX_VALUE, EngineSettings.MOST_THREADS);

    assertTrue(least.memoryLimit() < most.memoryLimit());
    assertThrows(IllegalArgumentException.class, () -> new EngineSettings(63_999_999, 1));
    assertThrows(IllegalArgumentException.class, () -> new EngineSettings(64_000_000, 0));
    assertThrows(IllegalArgumentException.class, () -> new EngineSettings(64_000_000, 257));
  }
}
