package org.updateall.domain.metering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Command.Input;
import org.updateall.domain.metering.CommandOutcome.Ending;

final class MeteringRecordsTest {

  private static final Command LS = Command.of(List.of("ls", "-l"));
  private static final MeasuredUsage NOTHING =
      new MeasuredUsage(ResourceUsage.unmeasured(), new Metering(Map.of(), Map.of(), List.of()));

  @Test
  void aCommandHasAProgramAndWordsThatASystemCanTake() {
    assertRefused(() -> Command.of(List.of()));
    assertRefused(() -> Command.of(List.of("", "x")));
    assertRefused(() -> Command.of(List.of("x", "a\0b")));
    assertRefused(() -> LS.with(Map.of("", "x")));
    assertRefused(() -> LS.with(Map.of("A=B", "x")));
    assertRefused(() -> LS.with(Map.of("A\0", "x")));
    assertRefused(() -> LS.with(Map.of("A", "\0")));
    assertRefused(() -> LS.within(Duration.ZERO));
    assertRefused(() -> LS.within(Duration.ofSeconds(-1)));
  }

  @Test
  void aCommandIsChangedPartByPart() {
    Command other =
        LS.with(Map.of("LC_ALL", "C")).within(Duration.ofSeconds(2)).readingWhatThisProcessReads();

    assertEquals(
        new Command(
            List.of("ls", "-l"),
            Map.of("LC_ALL", "C"),
            null,
            Duration.ofSeconds(2),
            Input.INHERITED),
        other);
    assertEquals(Input.NOTHING, LS.input());
    assertNull(other.within(null).timeLimit());
  }

  @Test
  void keptOutputIsTheEndOfWhatWasPrinted() {
    KeptOutput kept = KeptOutput.of(new byte[] {'a', (byte) 0xff}, 5);

    assertFalse(kept.isWhole());
    assertEquals(5, kept.printed());
    assertArrayEquals(new byte[] {'a', (byte) 0xff}, kept.bytes());
    assertEquals("a\ufffd", kept.text());
    assertEquals("2 of 5 bytes", kept.toString());
    assertEquals(kept, KeptOutput.of(kept.bytes(), 5));
    assertEquals(kept.hashCode(), KeptOutput.of(kept.bytes(), 5).hashCode());
    assertNotEquals(kept, KeptOutput.of(kept.bytes(), 6));
    assertTrue(KeptOutput.NOTHING.isWhole());
    assertRefused(() -> KeptOutput.of(new byte[2], 1));
    assertRefused(
        () -> KeptOutput.of(new byte[KeptOutput.MOST_BYTES + 1], KeptOutput.MOST_BYTES + 1));
  }

  @Test
  void anOutcomeDoesNotEndBeforeItBegan() {
    assertRefused(() -> outcome(Ending.ENDED, null, Instant.EPOCH.minusNanos(1)));
    assertRefused(() -> outcome(Ending.ENDED, "why", Instant.EPOCH));
    assertRefused(() -> outcome(Ending.NOT_STARTED, null, Instant.EPOCH));
    assertTrue(outcome(Ending.ENDED, null, Instant.EPOCH).succeeded());
    assertFalse(outcome(Ending.TIMED_OUT, null, Instant.EPOCH).succeeded());
  }

  @Test
  void aFigureIsMeasuredOrAbsent() {
    assertRefused(
        () ->
            new Metering(
                Map.of(Figure.CPU, MeteringMethod.CGROUP), Map.of(Figure.CPU, "why"), List.of()));
  }

  @Test
  void namesForMachinesAreInLowerCaseAndWordsForPeopleDiffer() {
    assertEquals("memory_peak", Figure.MEMORY_PEAK.wireName());
    assertEquals("shell_times", MeteringMethod.SHELL_TIMES.wireName());
    assertEquals(
        MeteringMethod.values().length,
        Stream.of(MeteringMethod.values()).map(MeteringMethod::words).distinct().count());
  }

  private static CommandOutcome outcome(
      Ending ending, @org.jspecify.annotations.Nullable String problem, Instant end) {
    return new CommandOutcome(
        ending, 0, problem, Instant.EPOCH, end, NOTHING, KeptOutput.NOTHING, KeptOutput.NOTHING);
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }
}
