package org.updateall.adapters.system;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.CommandOutcome.Ending;

/**
 * A command that was started: looks at its processes until it ends, or ends it.
 *
 * <p>Signals go to the processes of the command and not to the shell around it, which then still
 * tells what they used. Whoever ignores TERM is killed after a grace, and at last the shell.
 */
final class RunningCommand {

  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration WHILE_STOPPING = Duration.ofMillis(20);
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Process process;
  private final ProcessTree tree;
  private final SystemSettings settings;
  private final boolean underTime;
  private final TreeMemory memory = new TreeMemory();
  private final PasswordWait passwordWait;
  private boolean interrupted;

  /**
   * @param underTime whether GNU time stands between the process and the shell
   * @param interactive whether somebody may be asked for a password
   */
  RunningCommand(
      Process process,
      ProcessTree tree,
      SystemSettings settings,
      boolean underTime,
      boolean interactive) {
    this.process = process;
    this.tree = tree;
    this.settings = settings;
    this.underTime = underTime;
    this.passwordWait = new PasswordWait(interactive, System.nanoTime());
    tree.root(process.pid());
  }

  /** Waits for its end, which comes after the limit or an interrupt at the latest. */
  Ending await(@Nullable Duration limit) {
    Duration patience = limit == null || limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    try {
      return awaitWithin(patience) ? Ending.ENDED : stopped(Ending.TIMED_OUT);
    } catch (InterruptedException e) {
      interrupted = true;
      return stopped(Ending.STOPPED);
    }
  }

  private boolean awaitWithin(Duration patience) throws InterruptedException {
    long began = System.nanoTime();
    Duration pause = FIRST_LOOK;
    while (true) {
      long left = patience.toNanos() - (System.nanoTime() - began);
      if (process.waitFor(Math.min(left, pause.toNanos()), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (left <= pause.toNanos()) {
        return false;
      }
      look();
      pause = settings.lookEvery();
    }
  }

  private void look() {
    tree.look();
    memory.add(commandProcesses());
    passwordWait.look(tree.alive(), System.nanoTime());
  }

  /** Looks once more: who has been left behind. */
  void lookAtTheEnd() {
    tree.look();
  }

  private List<ProcessEntry> commandProcesses() {
    return tree.alive().stream().filter(entry -> !isWrapper(entry)).toList();
  }

  private boolean isWrapper(ProcessEntry entry) {
    return entry.pid() == process.pid() || (underTime && entry.parent() == process.pid());
  }

  private Ending stopped(Ending ending) {
    Set<Long> asked = new HashSet<>();
    for (long began = System.nanoTime(); !isGone() && isWithin(began, settings.grace()); pause()) {
      if (asked.isEmpty()) {
        targets().forEach(target -> ask(target, asked));
      }
    }
    for (long began = System.nanoTime(); !isGone() && isWithin(began, AFTER_KILL); pause()) {
      targets().forEach(ProcessHandle::destroyForcibly);
    }
    while (process.isAlive()) {
      process.destroyForcibly();
      pause();
    }
    return ending;
  }

  private static void ask(ProcessHandle target, Set<Long> asked) {
    if (target.destroy()) {
      asked.add(target.pid());
    }
  }

  private boolean isGone() {
    return !process.isAlive() && targets().isEmpty();
  }

  private List<ProcessHandle> targets() {
    if (!tree.canBeSeen()) {
      return process.descendants().toList();
    }
    tree.look();
    return commandProcesses().stream()
        .filter(ProcessEntry::isAlive)
        .flatMap(entry -> ProcessHandle.of(entry.pid()).map(Stream::of).orElseGet(Stream::empty))
        .toList();
  }

  private void pause() {
    try {
      Thread.sleep(WHILE_STOPPING.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }

  private static boolean isWithin(long began, Duration patience) {
    return System.nanoTime() - began < patience.toNanos();
  }

  boolean wasInterrupted() {
    return interrupted;
  }

  TreeMemory memory() {
    return memory;
  }

  Duration passwordWait() {
    return passwordWait.total();
  }
}
