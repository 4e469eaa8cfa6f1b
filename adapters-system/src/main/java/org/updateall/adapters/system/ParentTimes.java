package org.updateall.adapters.system;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all ended children of this process used, as the kernel counts it: a second opinion on the
 * shell's times, if one command alone ran meanwhile. Safe for use by several threads.
 */
final class ParentTimes {

  /** From which on two opinions differ: starting the shell is in one of them only. */
  private static final double DIFFERENCE_SECONDS = 0.2;

  private static final double DIFFERENCE_SHARE = 0.02;

  /** What was used when a command began, and the number of commands that had begun. */
  record Mark(double seconds, long started, boolean alone) {}

  private final Path processes;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong started = new AtomicLong();

  ParentTimes(Path processes) {
    this.processes = processes;
  }

  /** A command begins; {@link #end} must follow. */
  Mark begin() {
    boolean alone = running.getAndIncrement() == 0;
    long number = started.incrementAndGet();
    return new Mark(childSeconds().getOrElse(Double.NaN), number, alone);
  }

  void end() {
    running.decrementAndGet();
  }

  /** A remark if the kernel's count of this process says something else; before {@link #end}. */
  Option<String> contradicts(Mark mark, double seconds) {
    if (!mark.alone() || started.get() != mark.started()) {
      return Option.none();
    }
    double counted = childSeconds().getOrElse(Double.NaN) - mark.seconds();
    double allowed = DIFFERENCE_SECONDS + DIFFERENCE_SHARE * seconds;
    return Math.abs(counted - seconds) > allowed
        ? Option.some(
            "the kernel counts %.2f s of CPU for this process's children, and the shell %.2f s"
                .formatted(counted, seconds))
        : Option.none();
  }

  private Option<Double> childSeconds() {
    return ProcessEntry.read(processes, ProcessHandle.current().pid())
        .map(ProcessEntry::childTicks)
        .map(ticks -> ticks / 100.0);
  }
}
