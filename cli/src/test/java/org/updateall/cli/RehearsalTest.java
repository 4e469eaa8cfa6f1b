package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a rehearsal does what is asked for often, and nowhere but in its own place. */
final class RehearsalTest {

  @TempDir private Path place;

  @Test
  void doesAllOfItInItsOwnPlace() throws IOException {
    assertEquals(ExitCode.DONE, Rehearsal.perform(place));
    assertTrue(Files.exists(place.resolve(".local/share/update-all/history.duckdb")));
    assertTrue(Files.exists(place.resolve(".cache/update-all/answers")));
  }
}
