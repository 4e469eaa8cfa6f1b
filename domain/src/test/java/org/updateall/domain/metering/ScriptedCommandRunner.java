package org.updateall.domain.metering;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.CommandOutcome.Ending;

/**
 * Runs nothing: commands do what was written down for them, in no time by the machine's clock. A
 * command that nobody wrote anything down for is not found.
 */
public final class ScriptedCommandRunner implements CommandRunner {

  private static final int OF_TIME_LIMIT = 124;
  private static final int NOT_FOUND = 127;
  private static final int BY_TERM = 143;

  private final Clock clock;
  private final Map<List<String>, Script> scripts = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();

  public ScriptedCommandRunner(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a command does.
   *
   * @param exitCode what it ends with
   * @param output what it prints to its standard output
   * @param error what it prints to its standard error
   * @param duration how long it says that it took; absent if it only ends when it is stopped
   * @param usage what it used beside the time
   */
  public record Script(
      int exitCode, String output, String error, @Nullable Duration duration, ResourceUsage usage) {

    public static Script exits(int exitCode) {
      return new Script(exitCode, "", "", Duration.ofSeconds(1), ResourceUsage.unmeasured());
    }

    public static Script untilStopped() {
      return new Script(BY_TERM, "", "", null, ResourceUsage.unmeasured());
    }

    public Script printing(String text) {
      return new Script(exitCode, text, error, duration, usage);
    }

    public Script complaining(String text) {
      return new Script(exitCode, output, text, duration, usage);
    }

    public Script taking(Duration time) {
      return new Script(exitCode, output, error, time, usage);
    }

    public Script using(ResourceUsage used) {
      return new Script(exitCode, output, error, duration, used);
    }
  }

  /** Writes down what that command does. */
  public synchronized ScriptedCommandRunner when(List<String> arguments, Script script) {
    scripts.put(List.copyOf(arguments), script);
    return this;
  }

  /** What was run so far, in order, whether it was found or not. */
  public synchronized List<Command> commands() {
    return List.copyOf(commands);
  }

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    Script script = scriptOf(command);
    if (script == null) {
      String problem = "there is no program '%s'".formatted(command.arguments().get(0));
      return outcome(Ending.NOT_STARTED, Script.exits(NOT_FOUND), Duration.ZERO, problem);
    }
    tell(listener, Channel.OUTPUT, script.output());
    tell(listener, Channel.ERROR, script.error());
    Duration limit = command.timeLimit();
    Duration duration = script.duration();
    if (limit != null && (duration == null || duration.compareTo(limit) > 0)) {
      return outcome(Ending.TIMED_OUT, withCode(script, OF_TIME_LIMIT), limit, null);
    }
    if (Thread.currentThread().isInterrupted() || duration == null) {
      awaitInterrupt();
      return outcome(Ending.STOPPED, withCode(script, BY_TERM), Duration.ZERO, null);
    }
    return outcome(Ending.ENDED, script, duration, null);
  }

  @Override
  public Metering metering() {
    return new Metering(
        Map.of(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK),
        Map.of(Figure.CPU, "nothing is run"),
        List.of());
  }

  private synchronized @Nullable Script scriptOf(Command command) {
    commands.add(command);
    return scripts.get(command.arguments());
  }

  private static void tell(OutputListener listener, Channel channel, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      try {
        listener.printed(channel, bytes, bytes.length);
      } catch (RuntimeException listenerFailed) {
        return;
      }
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Script withCode(Script script, int exitCode) {
    return new Script(exitCode, script.output(), script.error(), script.duration(), script.usage());
  }

  private CommandOutcome outcome(
      Ending ending, Script script, Duration duration, @Nullable String problem) {
    Instant start = clock.instant();
    return new CommandOutcome(
        ending,
        script.exitCode(),
        problem,
        start,
        start.plus(duration),
        new MeasuredUsage(script.usage(), metering()),
        kept(script.output()),
        kept(script.error()));
  }

  private static KeptOutput kept(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = Math.max(0, bytes.length - KeptOutput.MOST_BYTES);
    return KeptOutput.of(Arrays.copyOfRange(bytes, from, bytes.length), bytes.length);
  }
}
