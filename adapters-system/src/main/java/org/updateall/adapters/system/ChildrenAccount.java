package org.updateall.adapters.system;

import org.jspecify.annotations.Nullable;

/**
 * The kernel's account of the CPU time of this process's children that were waited for ({@code
 * cutime} and {@code cstime} in {@code /proc/self/stat}). It holds all of them in one sum, so that
 * a command's part is known only if no other ran meanwhile. Safe for use by several threads.
 */
final class ChildrenAccount {

  private final ProcessTable table;
  private int open;
  private long opened;

  ChildrenAccount(ProcessTable table) {
    this.table = table;
  }

  /** Begins to look, before the command is started. */
  synchronized Part open() {
    boolean alone = open == 0;
    open++;
    opened++;
    return new Part(alone ? table.ofReapedChildren() : null, opened);
  }

  private synchronized boolean isNewest(long number) {
    return number == opened;
  }

  private synchronized void closed() {
    open--;
  }

  /** What was added since it was opened. */
  final class Part implements AutoCloseable {

    private final @Nullable CpuTime before;
    private final long number;

    private Part(@Nullable CpuTime before, long number) {
      this.before = before;
      this.number = number;
    }

    /**
     * The CPU time of the command, once it was waited for; absent if another one was open for a
     * part of the time, or the kernel does not tell.
     */
    @Nullable CpuTime cpuTime() {
      CpuTime now = table.ofReapedChildren();
      return before == null || now == null || !isNewest(number) ? null : now.minus(before);
    }

    @Override
    public void close() {
      closed();
    }
  }
}
