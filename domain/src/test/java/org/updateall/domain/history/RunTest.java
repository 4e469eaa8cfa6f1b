package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

  private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void countsItsPluginsByHowTheyEnded() {
    Run run =
        run()
            .executing(
                execution("a"),
                execution("b"),
                execution("c").ending(ExecutionStatus.FAILED),
                execution("d").ending(ExecutionStatus.TIMEOUT),
                execution("e").ending(ExecutionStatus.SKIPPED),
                execution("f").ending(ExecutionStatus.RUNNING),
                execution("g").ending(ExecutionStatus.PENDING))
            .build();

    assertEquals(7, run.totalPlugins());
    assertEquals(2, run.successfulPlugins());
    assertEquals(2, run.failedPlugins());
    assertEquals(1, run.skippedPlugins());
  }

  @Test
  void lastsFromStartToEnd() {
    assertEquals(Option.some(Duration.ofMinutes(1)), run().build().duration());
    assertEquals(Option.none(), run().unended().build().duration());
  }

  @Test
  void keepsTimesToTheMicrosecond() {
    Run run =
        run()
            .startingAt("2026-01-01T00:00:00.123456789Z")
            .endingAt("2026-01-01T00:00:01.987654999Z")
            .createdAt(Instant.parse("2026-01-01T00:00:02.000000999Z"))
            .build();

    assertEquals(Instant.parse("2026-01-01T00:00:00.123456Z"), run.startTime());
    assertEquals(Instant.parse("2026-01-01T00:00:01.987654Z"), run.endTime());
    assertEquals(Instant.parse("2026-01-01T00:00:02Z"), run.createdAt());
  }

  @Test
  void mayEndWhenItBegins() {
    assertEquals(Option.some(Duration.ZERO), run().endingAt(Runs.NOON).build().duration());
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    assertRefused(
        "end time 2026-01-05T11:59:59.999999Z is before", run().endingAt(Runs.NOON.minusNanos(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
  void refusesATimeOutsideTheCalendar(String time) {
    assertRefused("start time is outside the years 1 to 9999", run().startingAt(time).unended());
  }

  @Test
  void refusesABlankOrOverlongHostName() {
    assertRefused("host name is empty", run().on(" \u2003"));
    assertRefused("host name is empty", run().on(""));
    assertRefused("host name has 256 characters, at most 255", run().on("x".repeat(256)));
    assertEquals(255, run().on("x".repeat(255)).build().hostname().length());
  }

  @Test
  void refusesAControlCharacterInTheHostName() {
    assertRefused("host name holds the control character U+0000", run().on("a\u0000b"));
    assertRefused("host name holds the control character U+009B", run().on("\u009B"));
  }

  @Test
  void refusesHalfASurrogatePairInAnyText() {
    assertRefused("host name holds half a surrogate pair", run().on("a\uD83D"));
    assertRefused("user name holds half a surrogate pair", run().by("\uDE00"));
    assertRefused(
        "configuration hash holds half a surrogate pair", run().withConfiguration("\uD83Dx"));
    assertRefused(
        "error message holds half a surrogate pair",
        run().executing(execution("apt").failingWith("\uDE00\uD83D", 1)));
    assertEquals("\uD83D\uDE00", run().by("\uD83D\uDE00").build().username());
  }

  @Test
  void refusesAnExecutionOfAnotherRun() {
    PluginExecution stranger = run(2).executing(execution("apt")).build().executions().get(0);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> withExecutions(List.of(stranger)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("cannot be part of run"));
  }

  @Test
  void refusesAnExecutionListedTwice() {
    ExecutionId same = new ExecutionId(new UUID(1, 2));
    assertRefused(
        "is listed twice",
        run().executing(execution("apt").identifiedBy(same), execution("b").identifiedBy(same)));
  }

  @Test
  void itsExecutionsDoNotChangeWithTheListTheyCameIn() {
    List<PluginExecution> list =
        new ArrayList<>(run().executing(execution("apt")).build().executions());
    Run run = withExecutions(list);
    list.clear();

    assertEquals(1, run.totalPlugins());
    assertThrows(UnsupportedOperationException.class, () -> run.executions().clear());
  }

  @Test
  void givesACreationTimeToEveryPartThatHasNone() {
    Instant earlier = CREATED.minusSeconds(1);
    Run run =
        run()
            .executing(execution("apt").with(step("a").createdAt(earlier), step("b")))
            .build()
            .createdAt(CREATED);

    assertEquals(CREATED, run.createdAt());
    assertEquals(CREATED, run.executions().get(0).createdAt());
    assertEquals(earlier, run.executions().get(0).steps().get(0).createdAt());
    assertEquals(CREATED, run.executions().get(0).steps().get(1).createdAt());
    assertEquals(
        CREATED,
        Runs.complete().createdAt(CREATED).executions().get(0).estimates().get(1).createdAt());
  }

  @Test
  void saysTheSameWhateverTheCreationTimes() {
    Run run = Runs.complete();

    assertTrue(run.sameContentAs(run.createdAt(CREATED)));
    assertTrue(run.createdAt(CREATED).sameContentAs(run));
    assertFalse(run.sameContentAs(run().build()));
    assertEquals(run, run.createdAt(CREATED).withoutCreationTimes());
    assertNull(run.createdAt(CREATED).withoutCreationTimes().createdAt());
  }

  @Test
  void keepsTheCreationTimesOfWhatWasThereBefore() {
    Instant later = CREATED.plusSeconds(1);
    Run earlier = Runs.complete().createdAt(CREATED);
    Run changed =
        new Run(
            earlier.runId(),
            earlier.startTime(),
            null,
            "elsewhere",
            null,
            null,
            List.of(Runs.complete().executions().get(0)),
            later);

    Run kept = changed.keepingCreationTimesOf(earlier);

    assertEquals(CREATED, kept.createdAt());
    assertEquals(earlier.executions().get(0), kept.executions().get(0));
    assertEquals("elsewhere", kept.hostname());
    assertEquals(later, changed.keepingCreationTimesOf(Runs.sparse()).createdAt());
  }

  private static Run withExecutions(List<PluginExecution> executions) {
    return new Run(Runs.id(1), Runs.NOON, null, "workstation", null, null, executions, null);
  }

  private static void assertRefused(String message, RunBuilder run) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, run::build);
    assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
  }
}
