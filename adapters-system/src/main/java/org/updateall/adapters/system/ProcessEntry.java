package org.updateall.adapters.system;

import org.jspecify.annotations.Nullable;

/**
 * What {@code /proc/PID/stat} says of a process.
 *
 * @param id its number, with the start: numbers are given again
 * @param parent the number of its parent
 * @param session the number of its session
 * @param zombie whether it has ended, and only waits to be asked for its code
 * @param own the CPU time of itself
 * @param ofChildren the CPU time of its children that it waited for, and of theirs
 */
record ProcessEntry(
    ProcessId id, long parent, long session, boolean zombie, CpuTime own, CpuTime ofChildren) {

  /** Where sessions are not told. */
  static final long NO_SESSION = -1;

  /** Fields after the name, which may hold anything, brackets too. */
  private static final int STATE = 0;

  private static final int PARENT = 1;
  private static final int SESSION = 3;
  private static final int OWN_USER = 11;
  private static final int OWN_KERNEL = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_KERNEL = 14;
  private static final int START = 19;

  /** The kernel tells times in this unit whatever its own is. */
  private static final double TICKS_A_SECOND = 100;

  /** From the text of the file; absent if it is not one. */
  static @Nullable ProcessEntry from(long number, String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length <= START) {
      return null;
    }
    try {
      return new ProcessEntry(
          new ProcessId(number, Long.parseLong(fields[START])),
          Long.parseLong(fields[PARENT]),
          Long.parseLong(fields[SESSION]),
          fields[STATE].equals("Z") || fields[STATE].equals("X"),
          new CpuTime(seconds(fields[OWN_USER]), seconds(fields[OWN_KERNEL])),
          new CpuTime(seconds(fields[CHILDREN_USER]), seconds(fields[CHILDREN_KERNEL])));
    } catch (NumberFormatException garbled) {
      return null;
    }
  }

  CpuTime cpuTime() {
    return own.plus(ofChildren);
  }

  private static double seconds(String ticks) {
    return Long.parseLong(ticks) / TICKS_A_SECOND;
  }
}
