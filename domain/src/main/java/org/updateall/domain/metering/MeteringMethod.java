package org.updateall.domain.metering;

import java.util.Locale;

/** How a figure is had. */
public enum MeteringMethod {
  /** A clock of this process that only goes forward. */
  MONOTONIC_CLOCK("by a clock that only goes forward"),
  /** {@code times} of the POSIX shell around the command: all children that were waited for. */
  SHELL_TIMES("by the shell's times: all processes that were waited for"),
  /**
   * {@code cutime} and {@code cstime} of this process: where the shell told less than the kernel.
   */
  CHILDREN_ACCOUNT("by the kernel's count for update-all: all processes that were waited for"),
  /** {@code ru_maxrss} as GNU time tells it: the largest single process. */
  GNU_TIME("by GNU time: the largest single process"),
  /** The sum over the processes that were seen from time to time. */
  POLLED_TREE("by looking at its processes ten times a second"),
  /** The command's own cgroup, which holds all that it started. */
  CGROUP("by its cgroup: all that it started, page cache included"),
  /** {@code /proc/PID/io} of the shell around the command: all processes that were waited for. */
  SHELL_IO("by the kernel's count for the shell: all processes that were waited for"),
  /** {@code /proc/PID/io} of the processes that were seen from time to time: a lower bound. */
  POLLED_IO("by looking at its processes ten times a second: at least so much"),
  /** What the command, or whoever ran it, said. */
  REPORTED("as reported");

  private final String words;

  MeteringMethod(String words) {
    this.words = words;
  }

  /** In words, for people. */
  public String words() {
    return words;
  }

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
