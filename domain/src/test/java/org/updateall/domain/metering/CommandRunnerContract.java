package org.updateall.domain.metering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.updateall.domain.metering.CommandOutcome.Ending;

/** What every {@link CommandRunner} promises. */
public abstract class CommandRunnerContract {

  /** Gathers what a listener is told. */
  private static final class Heard implements OutputListener {

    private final Map<Channel, ByteArrayOutputStream> heard =
        new EnumMap<>(
            Map.of(
                Channel.OUTPUT, new ByteArrayOutputStream(),
                Channel.ERROR, new ByteArrayOutputStream()));

    @Override
    public void printed(Channel channel, byte[] bytes, int length) {
      stream(channel).write(bytes, 0, length);
    }

    private ByteArrayOutputStream stream(Channel channel) {
      return heard.getOrDefault(channel, new ByteArrayOutputStream());
    }

    byte[] bytes(Channel channel) {
      return stream(channel).toByteArray();
    }
  }

  protected abstract CommandRunner runner();

  /** A command that prints these to its channels and ends with that code. */
  protected abstract Command printing(byte[] output, byte[] error, int exitCode);

  /** A command that lasts so long if nobody stops it. */
  protected abstract Command lasting(Duration time);

  /** A program that is not there. */
  protected abstract Command missing();

  @Test
  void tellsHowACommandEndedAndWhatItPrinted() {
    Heard heard = new Heard();
    CommandOutcome outcome =
        runner().run(printing("out\n".getBytes(UTF_8), "err\n".getBytes(UTF_8), 3), heard);

    assertEquals(Ending.ENDED, outcome.ending());
    assertEquals(3, outcome.exitCode());
    assertFalse(outcome.succeeded());
    assertNull(outcome.problem());
    assertEquals("out\n", outcome.output().text());
    assertEquals("err\n", outcome.error().text());
    assertArrayEquals("out\n".getBytes(UTF_8), heard.bytes(Channel.OUTPUT));
    assertArrayEquals("err\n".getBytes(UTF_8), heard.bytes(Channel.ERROR));
  }

  @Test
  void keepsBytesThatAreNoText() {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xfe, '\r', (byte) 0xc3, '\n'};
    Heard heard = new Heard();
    CommandOutcome outcome = runner().run(printing(bytes, new byte[0], 0), heard);

    assertTrue(outcome.succeeded());
    assertArrayEquals(bytes, outcome.output().bytes());
    assertArrayEquals(bytes, heard.bytes(Channel.OUTPUT));
    assertEquals(KeptOutput.NOTHING, outcome.error());
  }

  @Test
  void keepsTheEndOfMuchOutputAndTellsAllOfIt() {
    byte[] bytes = new byte[3 * KeptOutput.MOST_BYTES + 17];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    Heard heard = new Heard();
    KeptOutput kept = runner().run(printing(bytes, new byte[0], 0), heard).output();

    assertEquals(bytes.length, kept.printed());
    assertFalse(kept.isWhole());
    assertArrayEquals(
        java.util.Arrays.copyOfRange(bytes, bytes.length - KeptOutput.MOST_BYTES, bytes.length),
        kept.bytes());
    assertArrayEquals(bytes, heard.bytes(Channel.OUTPUT));
  }

  @Test
  void aCommandThatCannotBeStartedIsAnOutcome() {
    CommandOutcome outcome = runner().run(missing(), OutputListener.NONE);

    assertEquals(Ending.NOT_STARTED, outcome.ending());
    assertEquals(127, outcome.exitCode());
    assertNotNull(outcome.problem());
    assertNull(outcome.usage().usage().wallClockSeconds());
  }

  @Test
  void stopsACommandAtItsTimeLimit() {
    Command command = lasting(Duration.ofMinutes(1)).within(Duration.ofMillis(200));
    CommandOutcome outcome = runner().run(command, OutputListener.NONE);

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertEquals(124, outcome.exitCode());
    assertTrue(seconds(outcome) >= 0.2 && seconds(outcome) < 20, () -> "" + seconds(outcome));
  }

  @Test
  void anInterruptStopsTheCommandAndIsSetAgain() throws Exception {
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                caller.interrupt();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    interrupter.start();
    CommandOutcome outcome = runner().run(lasting(Duration.ofMinutes(1)), OutputListener.NONE);

    assertTrue(Thread.interrupted());
    interrupter.join();
    assertEquals(Ending.STOPPED, outcome.ending());
    assertFalse(outcome.succeeded());
  }

  @Test
  void aThreadThatIsInterruptedRunsNothing() {
    Thread.currentThread().interrupt();
    CommandOutcome outcome = runner().run(lasting(Duration.ofMinutes(1)), OutputListener.NONE);

    assertTrue(Thread.interrupted());
    assertEquals(Ending.STOPPED, outcome.ending());
  }

  @Test
  void measuresElapsedTime() {
    CommandOutcome outcome = runner().run(lasting(Duration.ofMillis(400)), OutputListener.NONE);

    assertTrue(outcome.succeeded());
    assertEquals(0.4, seconds(outcome), 0.35);
    assertEquals(
        MeteringMethod.MONOTONIC_CLOCK,
        outcome.usage().metering().methods().get(Figure.WALL_CLOCK));
  }

  @Test
  void saysOfEveryFigureHowItIsHadOrWhyNot() {
    CommandOutcome outcome =
        runner().run(printing(new byte[0], new byte[0], 0), OutputListener.NONE);

    for (Metering metering : List.of(runner().metering(), outcome.usage().metering())) {
      for (Figure figure : Figure.values()) {
        assertTrue(
            metering.methods().containsKey(figure) || metering.absences().containsKey(figure),
            figure::name);
      }
    }
  }

  @Test
  void aListenerThatFailsDoesNotReachTheCommand() {
    CommandOutcome outcome =
        runner()
            .run(
                printing("out\n".getBytes(UTF_8), new byte[0], 0),
                (channel, bytes, length) -> {
                  throw new IllegalStateException("deaf");
                });

    assertTrue(outcome.succeeded());
    assertEquals("out\n", outcome.output().text());
  }

  @Test
  void severalRunAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<CommandOutcome>> calls =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<CommandOutcome>>mapToObj(
                  i ->
                      () ->
                          runner()
                              .run(
                                  printing(("n" + i).getBytes(UTF_8), new byte[0], i),
                                  OutputListener.NONE))
              .toList();
      int number = 0;
      for (Future<CommandOutcome> future : threads.invokeAll(calls)) {
        assertEquals(number, future.get().exitCode());
        assertEquals("n" + number, future.get().output().text());
        number++;
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static double seconds(CommandOutcome outcome) {
    Double seconds = outcome.usage().usage().wallClockSeconds();
    return seconds == null ? Double.NaN : seconds;
  }
}
