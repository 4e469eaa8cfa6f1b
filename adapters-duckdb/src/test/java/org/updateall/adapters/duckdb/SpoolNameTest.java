package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.adapters.duckdb.SpoolName.Kind;
import org.updateall.domain.journal.ProcessIdentity;

class SpoolNameTest {

  private static final ProcessToken PROCESS = ProcessToken.of(FakeProcesses.identity(4711));

  @Test
  void isReadAsItWasWritten() {
    for (long order : new long[] {0, 1, 1_700_000_000_000L, 999_999_999_999_999_999L}) {
      for (Kind kind : Kind.values()) {
        SpoolName name = SpoolName.of(kind, order, PROCESS, 12);

        assertEquals(Option.some(name), SpoolName.read(name.fileName()));
        assertEquals(order, name.order());
        assertEquals(kind, name.kind());
      }
    }
  }

  @Test
  void sortsByOrderAndAsItsTextDoes() {
    List<SpoolName> names =
        Stream.of(12L, 3L, 100L, 0L, 99L)
            .map(order -> SpoolName.of(Kind.RUN, order, PROCESS, order))
            .toList();

    assertEquals(
        List.of(0L, 3L, 12L, 99L, 100L), names.stream().sorted().map(SpoolName::order).toList());
    assertEquals(
        names.stream().sorted().map(SpoolName::fileName).toList(),
        names.stream().map(SpoolName::fileName).sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run-1-ab-1.json",
        "other-0000000000000000001-ab-1.json",
        "run-9999999999999999999-ab-1.json",
        "run-9223372036854775807-ab-1.json",
        "run-0000000000000000001-../x-1.json",
        "run-0000000000000000001-ab-1.json.tmp",
        "underway-7.json",
        "bad",
      })
  void isNoOtherName(String fileName) {
    assertTrue(SpoolName.read(fileName).isEmpty());
  }

  @Test
  void refusesAnOrderThatCouldNotBeReadAgain() {
    for (long order : new long[] {-1, 1_000_000_000_000_000_000L, Long.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> SpoolName.of(Kind.RUN, order, PROCESS, 1));
    }
  }

  @Test
  void aProcessIsReadFromItsToken() {
    ProcessIdentity unknown = new ProcessIdentity("Ω host", null, null, 7, null);
    for (ProcessIdentity process : List.of(FakeProcesses.identity(4711), unknown)) {
      ProcessToken token = ProcessToken.of(process);
      assertEquals(Option.some(token), ProcessToken.read(token.toString()));
    }
    assertTrue(ProcessToken.read("x").isEmpty());
  }
}
