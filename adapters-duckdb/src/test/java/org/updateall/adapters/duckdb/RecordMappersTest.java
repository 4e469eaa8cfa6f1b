package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows become records. */
final class RecordMappersTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000002a");

  @TempDir private Path directory;

  record Inner(Instant startedAt, @Nullable Double seconds) {}

  record Outer(UUID runId, int number, Inner inner, @Nullable String note) {}

  record Strict(int number) {
    Strict {
      if (number < 0) {
        throw new IllegalArgumentException("below 0");
      }
    }
  }

  @Test
  void takesEachComponentFromTheColumnOfItsName() {
    Outer outer =
        only(
            Outer.class,
            "SELECT '%s'::UUID AS run_id, 7 AS number, 'unused' AS other,".formatted(ID)
                + " TIMESTAMP '2026-01-02 03:04:05' AS started_at, NULL::DOUBLE AS seconds");
    assertEquals(
        new Outer(ID, 7, new Inner(Instant.parse("2026-01-02T03:04:05Z"), null), null), outer);
  }

  @Test
  void aComponentThatIsNeededNeedsAColumn() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> only(Strict.class, "SELECT 1 AS another"));
    assertTrue(String.valueOf(e.getMessage()).contains("int number"), e.getMessage());
  }

  @Test
  void whatTheRecordRefusesIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> only(Strict.class, "SELECT -1 AS number"));
    assertEquals("below 0", e.getMessage());
  }

  private <T> T only(Class<T> type, String sql) {
    try (Handle handle = Engine.creator(directory.resolve("x.duckdb")).open()) {
      return handle.createQuery(sql).mapTo(type).one();
    }
  }
}
