package org.updateall.domain.metering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.ScriptedCommandRunner.Script;

/** What every {@link CommandRunner} promises. */
public abstract class CommandRunnerContract {

  private static final List<String> SPEAKS =
      List.of("/bin/sh", "-c", "printf 'größer\\n'; printf oops >&2; exit 7");
  private static final List<String> SAYS_NOTHING = List.of("/bin/sh", "-c", ":");
  private static final List<String> NEVER_ENDS = List.of("/bin/sh", "-c", "exec sleep 600");
  private static final List<String> SPEAKS_MUCH =
      List.of("/bin/sh", "-c", "printf '%070000d' 8; printf '%070000d' 9 >&2");
  private static final List<String> IS_NOT_THERE = List.of("/nowhere/no program", "x");

  /** What those commands do, for runners that have to be told. */
  protected static final Map<List<String>, Script> SCRIPTS =
      Map.of(
          SPEAKS,
          Script.exits(7).printing("größer\n").complaining("oops"),
          SAYS_NOTHING,
          Script.exits(0),
          NEVER_ENDS,
          Script.untilStopped(),
          SPEAKS_MUCH,
          Script.exits(0).printing("%070000d".formatted(8)).complaining("%070000d".formatted(9)));

  /** A runner that can run {@link #SCRIPTS}. */
  protected abstract CommandRunner runner();

  @Test
  void tellsTheExitCodeAndWhatWasPrinted() {
    CommandOutcome outcome = runner().run(Command.of(SPEAKS), OutputListener.NONE);

    assertEquals(Ending.ENDED, outcome.ending());
    assertEquals(7, outcome.exitCode());
    assertFalse(outcome.succeeded());
    assertEquals("größer\n", outcome.output().text());
    assertEquals("oops", outcome.error().text());
    assertNull(outcome.problem());
  }

  @Test
  void tellsAListenerWhatIsPrintedAndWhere() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();

    runner()
        .run(
            Command.of(SPEAKS),
            (channel, bytes, length) ->
                (channel == Channel.OUTPUT ? output : error).write(bytes, 0, length));

    assertEquals("größer\n", output.toString(UTF_8));
    assertEquals("oops", error.toString(UTF_8));
  }

  @Test
  void isNotDisturbedByAListenerThatFails() {
    CommandOutcome outcome =
        runner()
            .run(
                Command.of(SPEAKS),
                (channel, bytes, length) -> {
                  throw new IllegalStateException("on purpose");
                });

    assertEquals(7, outcome.exitCode());
    assertEquals("größer\n", outcome.output().text());
  }

  @Test
  void succeedsWithTheCodeZero() {
    CommandOutcome outcome = runner().run(Command.of(SAYS_NOTHING), OutputListener.NONE);

    assertTrue(outcome.succeeded());
    assertEquals(KeptOutput.NOTHING, outcome.output());
  }

  @Test
  void keepsTheEndOfWhatIsPrinted() {
    CommandOutcome outcome = runner().run(Command.of(SPEAKS_MUCH), OutputListener.NONE);

    assertEquals(70_000, outcome.output().printed());
    assertEquals(KeptOutput.MOST_BYTES, outcome.output().bytes().length);
    assertFalse(outcome.output().isWhole());
    assertTrue(outcome.output().text().endsWith("0008"), "the end is kept");
    assertTrue(outcome.error().text().endsWith("0009"), "the end is kept");
  }

  @Test
  void thatACommandIsNotThereIsAnOutcome() {
    CommandOutcome outcome = runner().run(Command.of(IS_NOT_THERE), OutputListener.NONE);

    assertEquals(Ending.NOT_STARTED, outcome.ending());
    assertEquals(127, outcome.exitCode());
    assertNotNull(outcome.problem());
    assertTrue(outcome.problem().contains("/nowhere/no program"), outcome.problem());
    assertNull(outcome.usage().usage().cpuUserSeconds());
  }

  @Test
  void stopsWhatTakesTooLong() {
    CommandOutcome outcome =
        runner().run(Command.of(NEVER_ENDS).within(Duration.ofMillis(300)), OutputListener.NONE);

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertEquals(124, outcome.exitCode());
    assertFalse(outcome.endedAt().isBefore(outcome.startedAt().plusMillis(300)), "it had its time");
  }

  @Test
  void stopsWhenTheThreadIsInterruptedAndSetsTheInterruptAgain() throws InterruptedException {
    CommandOutcome[] outcomes = new CommandOutcome[1];
    boolean[] interrupted = new boolean[1];
    Thread thread =
        new Thread(
            () -> {
              outcomes[0] = runner().run(Command.of(NEVER_ENDS), OutputListener.NONE);
              interrupted[0] = Thread.currentThread().isInterrupted();
            });
    thread.start();
    Thread.sleep(300);
    thread.interrupt();
    thread.join(10_000);

    assertFalse(thread.isAlive(), "it has returned");
    assertEquals(Ending.STOPPED, outcomes[0].ending());
    assertEquals(143, outcomes[0].exitCode());
    assertTrue(interrupted[0]);
  }

  @Test
  void neverSaysOfAFigureThatItIsMeasuredAndAbsent() {
    Metering metering = runner().metering();

    for (Figure figure : metering.methods().keySet()) {
      assertFalse(metering.absences().containsKey(figure), figure.wireName());
    }
    assertTrue(metering.methods().containsKey(Figure.WALL_CLOCK));
  }

  @Test
  void saysOfNothingTwiceThatItIsMissing() {
    List<MissingMeans> missing = runner().missing();

    assertEquals(missing.stream().distinct().toList(), missing);
  }
}
