package org.updateall.domain.metering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.CommandOutcome.Ending;

class MeteringRecordsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Metering NOTHING_MEASURED = new Metering(Map.of(), Map.of(), List.of());

  @Test
  void aCommandHasAProgram() {
    assertThrows(IllegalArgumentException.class, () -> Command.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Command.of(List.of("", "x")));
  }

  @Test
  void whatIsMissingIsNamedWithItsRemedy() {
    assertThrows(
        IllegalArgumentException.class, () -> new MissingMeans(Figure.CPU, " ", "install it"));
    assertThrows(
        IllegalArgumentException.class, () -> new MissingMeans(Figure.CPU, "no shell", ""));
    assertEquals("x", new MissingMeans(Figure.CPU, "no shell", "x").remedy());
  }

  @Test
  void noTextOfACommandHoldsTheCharacterZero() {
    assertThrows(IllegalArgumentException.class, () -> Command.of(List.of("a", "b\0c")));
    Command command = Command.of(List.of("a"));
    assertThrows(IllegalArgumentException.class, () -> command.with(Map.of("A\0", "")));
    assertThrows(IllegalArgumentException.class, () -> command.with(Map.of("A", "b\0")));
  }

  @Test
  void aVariableHasANameWithoutEqualsSign() {
    Command command = Command.of(List.of("a"));
    assertThrows(IllegalArgumentException.class, () -> command.with(Map.of("", "x")));
    assertThrows(IllegalArgumentException.class, () -> command.with(Map.of("A=B", "x")));
    assertEquals(Map.of("A", "B=C"), command.with(Map.of("A", "B=C")).environment());
  }

  @Test
  void aTimeLimitIsAboveZero() {
    Command command = Command.of(List.of("a"));
    assertThrows(IllegalArgumentException.class, () -> command.within(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> command.within(Duration.ofSeconds(-1)));
    assertEquals(Duration.ofNanos(1), command.within(Duration.ofNanos(1)).timeLimit());
    assertNull(command.within(null).timeLimit());
  }

  @Test
  void aCommandKeepsItsWordsWhateverBecomesOfTheList() {
    List<String> words = new ArrayList<>(List.of("a", "$(b)"));
    Command command = Command.of(words).readingWhatThisProcessReads();
    words.clear();

    assertEquals(List.of("a", "$(b)"), command.arguments());
    assertEquals(Command.Input.INHERITED, command.input());
    assertEquals(Command.Input.NOTHING_AT_TERMINAL, command.atTerminal().input());
    assertEquals(List.of("a", "$(b)"), command.atTerminal().arguments());
  }

  @Test
  void anOutcomeDoesNotEndBeforeItStarts() {
    assertThrows(
        IllegalArgumentException.class, () -> outcome(Ending.ENDED, 0, null, NOON.minusNanos(1)));
  }

  @Test
  void aProblemIsNamedIfNothingWasStartedAndOnlyThen() {
    assertThrows(IllegalArgumentException.class, () -> outcome(Ending.ENDED, 0, "missing", NOON));
    assertThrows(
        IllegalArgumentException.class, () -> outcome(Ending.NOT_STARTED, 127, null, NOON));
    assertEquals("missing", outcome(Ending.NOT_STARTED, 127, "missing", NOON).problem());
  }

  @Test
  void successIsTheCodeZeroOfACommandThatEndedByItself() {
    assertTrue(outcome(Ending.ENDED, 0, null, NOON).succeeded());
    assertFalse(outcome(Ending.ENDED, 1, null, NOON).succeeded());
    assertFalse(outcome(Ending.STOPPED, 0, null, NOON).succeeded());
  }

  @Test
  void aFigureIsNotMeasuredAndAbsent() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Metering(
                Map.of(Figure.CPU, MeteringMethod.SHELL_TIMES),
                Map.of(Figure.CPU, "no shell"),
                List.of()));
  }

  @Test
  void keptOutputIsNoMoreThanWasPrintedAndNoMoreThanIsKept() {
    assertThrows(IllegalArgumentException.class, () -> KeptOutput.of(new byte[2], 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> KeptOutput.of(new byte[KeptOutput.MOST_BYTES + 1], Long.MAX_VALUE));
  }

  @Test
  void keptOutputKeepsBytesAsTheyAre() {
    byte[] bytes = {0, (byte) 0xff, '\n'};
    KeptOutput kept = KeptOutput.of(bytes, 3);
    bytes[0] = 1;

    assertArrayEquals(new byte[] {0, (byte) 0xff, '\n'}, kept.bytes());
    assertTrue(kept.isWhole());
    assertEquals(kept, KeptOutput.of(new byte[] {0, (byte) 0xff, '\n'}, 3));
    assertEquals(kept.hashCode(), KeptOutput.of(kept.bytes(), 3).hashCode());
    assertNotEquals(kept, KeptOutput.of(kept.bytes(), 4));
    assertEquals("3 of 9 bytes", KeptOutput.of(kept.bytes(), 9).toString());
    assertEquals("größer", KeptOutput.of("größer".getBytes(StandardCharsets.UTF_8), 8).text());
  }

  @Test
  void namesForMachinesAreLowerCase() {
    assertEquals("memory_peak", Figure.MEMORY_PEAK.wireName());
    assertEquals("shell_times", MeteringMethod.SHELL_TIMES.wireName());
    for (MeteringMethod method : MeteringMethod.values()) {
      assertFalse(method.words().isBlank(), method.name());
    }
  }

  private static CommandOutcome outcome(
      Ending ending, int exitCode, @Nullable String problem, Instant endedAt) {
    return new CommandOutcome(
        ending,
        exitCode,
        problem,
        NOON,
        endedAt,
        new MeasuredUsage(ResourceUsage.unmeasured(), NOTHING_MEASURED),
        KeptOutput.NOTHING,
        KeptOutput.NOTHING);
  }
}
