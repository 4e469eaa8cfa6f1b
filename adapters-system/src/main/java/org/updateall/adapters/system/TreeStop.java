package org.updateall.adapters.system;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Brings a command and all that it started to its end: TERM to each process once, and after the
 * grace KILL to those that are left. The wrapper gets neither unless it, too, is left: it has to
 * tell what was used.
 */
final class TreeStop {

  private static final Duration ROUND = Duration.ofMillis(20);
  private static final Duration FOR_THE_WRAPPER = Duration.ofSeconds(1);
  private static final int MOST_ROUNDS_OF_KILLING = 100;

  private final Process root;
  private final ProcessTree tree;
  private final boolean wrapped;
  private boolean interrupted;

  /**
   * @param root what was started
   * @param wrapped whether that is the wrapper, and not the command itself
   */
  TreeStop(Process root, ProcessTree tree, boolean wrapped) {
    this.root = root;
    this.tree = tree;
    this.wrapped = wrapped;
  }

  /** Returns when all are gone; says whether this thread was interrupted meanwhile. */
  boolean stop(Duration grace) {
    long start = System.nanoTime();
    Set<ProcessId> told = new HashSet<>();
    while (System.nanoTime() - start < grace.toNanos()) {
      Collection<ProcessEntry> living = tree.search();
      if (living.isEmpty() && !root.isAlive()) {
        return interrupted;
      }
      if (told.isEmpty()) {
        terminate(living, told);
      }
      pause();
    }
    kill();
    return interrupted;
  }

  private void terminate(Collection<ProcessEntry> living, Set<ProcessId> told) {
    for (ProcessEntry process : living) {
      ProcessHandle.of(process.id().number()).ifPresent(ProcessHandle::destroy);
      told.add(process.id());
    }
  }

  private void kill() {
    Collection<ProcessEntry> living = tree.search();
    for (int round = 0; round < MOST_ROUNDS_OF_KILLING && !living.isEmpty(); round++) {
      for (ProcessEntry process : living) {
        ProcessHandle.of(process.id().number()).ifPresent(ProcessHandle::destroyForcibly);
      }
      pause();
      living = tree.search();
    }
    long start = System.nanoTime();
    while (wrapped && root.isAlive() && System.nanoTime() - start < FOR_THE_WRAPPER.toNanos()) {
      pause();
    }
    root.descendants().forEach(ProcessHandle::destroyForcibly);
    root.destroyForcibly();
  }

  private void pause() {
    try {
      if (!root.waitFor(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      Thread.sleep(ROUND.toMillis() / 4);
    } catch (InterruptedException again) {
      interrupted = true;
    }
  }
}
