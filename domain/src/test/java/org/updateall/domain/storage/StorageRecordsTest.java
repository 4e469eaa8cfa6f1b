package org.updateall.domain.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.storage.Conversion.LeftOut;
import org.updateall.domain.storage.Finding.Severity;

class StorageRecordsTest {

  private static final Path FILE = Path.of("history.duckdb");

  @Test
  void aFindingKeepsTheFirstFewExamples() {
    Finding many = new Finding(Severity.PROBLEM, "x", 100, Collections.nCopies(100, "example"), "");

    assertEquals(Finding.MAX_EXAMPLES, many.examples().size());
    assertEquals(100, many.count());
  }

  @Test
  void aFindingWasFoundAtLeastOnce() {
    assertThrows(
        IllegalArgumentException.class, () -> new Finding(Severity.NOTE, "x", 0, List.of(), ""));
  }

  @Test
  void aNoteIsNothingWrong() {
    assertTrue(new CheckReport(FILE, true, 1, List.of(Finding.note("x"))).isSound());
    assertFalse(new CheckReport(FILE, true, 1, List.of(Finding.problem("x", "y"))).isSound());
    assertTrue(new Salvage(FILE, List.of(), List.of(Finding.note("x"))).isComplete());
    assertFalse(new Salvage(FILE, List.of(), List.of(Finding.problem("x", "y"))).isComplete());
  }

  @Test
  void whatIsLeftOutHasAReason() {
    assertThrows(IllegalArgumentException.class, () -> new LeftOut("runs", "a", List.of()));
  }

  @Test
  void rowsAreNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> new TableRows("runs", -1));
  }
}
