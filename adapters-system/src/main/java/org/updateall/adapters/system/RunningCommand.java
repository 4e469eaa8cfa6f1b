package org.updateall.adapters.system;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.OutputListener;

/** A command that was started. For the thread that started it. */
final class RunningCommand {

  /** The first look comes soon, for commands that are soon over. */
  private static final long FIRST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** What the command left behind may print for so long yet. */
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final int OF_TIME_LIMIT = 124;
  private static final Path NOTHING = Path.of("/dev/null");

  private final Process process;
  private final Enclosure enclosure;
  private final ProcessTree tree;
  private final TreeWatch watch;
  private final OutputPump output;
  private final OutputPump error;

  private RunningCommand(
      Process process, boolean ownSession, OutputListener listener, Enclosure enclosure) {
    this.process = process;
    this.enclosure = enclosure;
    this.tree = new ProcessTree(enclosure.table(), process.pid(), ownSession, enclosure.keepers());
    this.watch = new TreeWatch(tree, enclosure.table());
    this.output = new OutputPump(process.getInputStream(), Channel.OUTPUT, listener);
    this.error = new OutputPump(process.getErrorStream(), Channel.ERROR, listener);
  }

  /**
   * @throws IOException if the system refuses to start it
   */
  static RunningCommand start(
      Command command, List<String> words, OutputListener listener, Enclosure enclosure)
      throws IOException {
    boolean ownSession = enclosure.beginsSession() && !needsTerminal(command);
    ProcessBuilder builder = new ProcessBuilder(enclosure.around(words, ownSession));
    builder.environment().putAll(command.environment());
    if (command.directory() != null) {
      builder.directory(command.directory().toFile());
    }
    builder.redirectInput(
        command.input() == Command.Input.INHERITED
            ? Redirect.INHERIT
            : Redirect.from(NOTHING.toFile()));
    RunningCommand running = new RunningCommand(builder.start(), ownSession, listener, enclosure);
    running.output.start();
    running.error.start();
    return running;
  }

  /** Waits for its end, or brings it about. */
  Ending await(@Nullable Duration timeLimit, Duration grace) {
    long limit = timeLimit == null ? Long.MAX_VALUE : saturated(timeLimit);
    long start = System.nanoTime();
    long look = FIRST_LOOK_NANOS;
    try {
      while (true) {
        long elapsed = System.nanoTime() - start;
        if (process.waitFor(Math.min(look, limit) - elapsed, TimeUnit.NANOSECONDS)) {
          return Ending.ENDED;
        }
        elapsed = System.nanoTime() - start;
        if (elapsed >= limit) {
          return stopped(Ending.TIMED_OUT, grace);
        }
        if (elapsed >= look) {
          watch.look();
          look = System.nanoTime() - start + BETWEEN_LOOKS_NANOS;
        }
      }
    } catch (InterruptedException notWantedAnyMore) {
      Ending ending = stopped(Ending.STOPPED, grace);
      Thread.currentThread().interrupt();
      return ending;
    }
  }

  /**
   * @param ofChildren its CPU time by the kernel's account of our children, where that tells
   */
  CommandOutcome outcome(
      Ending ending, Instant startedAt, long nanos, @Nullable CpuTime ofChildren) {
    int leftBehind = tree.search().size();
    long linger = leftBehind > 0 ? LINGER_NANOS : 0;
    KeptOutput printed = output.finish(linger);
    KeptOutput complaints = error.finish(linger);
    return new CommandOutcome(
        ending,
        ending == Ending.TIMED_OUT ? OF_TIME_LIMIT : process.exitValue(),
        null,
        startedAt,
        startedAt.plusNanos(nanos),
        new Findings(enclosure, watch, tree.strays(), leftBehind, ofChildren).usage(nanos / 1e9),
        printed,
        complaints);
  }

  private Ending stopped(Ending ending, Duration grace) {
    TreeStop stop = new TreeStop(process, tree, enclosure.wrapper() != null);
    if (stop.stop(grace)) {
      Thread.currentThread().interrupt();
    }
    return ending;
  }

  private static long saturated(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException longerThanAnyLife) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean needsTerminal(Command command) {
    return switch (command.input()) {
      case NOTHING -> false;
      case NOTHING_AT_TERMINAL -> true;
      case INHERITED -> mayReadTerminal();
    };
  }

  private static boolean mayReadTerminal() {
    try {
      String input = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return input.startsWith("/dev/pts/")
          || input.startsWith("/dev/tty")
          || input.equals("/dev/console");
    } catch (IOException notTold) {
      return true;
    }
  }
}
