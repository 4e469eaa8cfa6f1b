package org.updateall.adapters.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel shows of a process at a moment (proc(5)).
 *
 * @param pid its number
 * @param name of its program, cut to 15 bytes
 * @param state a letter; Z has ended and is not waited for
 * @param parent its parent's number
 * @param session the number of its session
 * @param userTicks CPU time in user mode of it and all that it waited for, in hundredths of a
 *     second
 * @param kernelTicks the same in kernel mode
 * @param childTicks of these, what those used that it waited for
 * @param residentBytes its resident memory
 * @param largestBytes the most that this was
 */
record ProcessEntry(
    long pid,
    String name,
    char state,
    long parent,
    long session,
    long userTicks,
    long kernelTicks,
    long childTicks,
    long residentBytes,
    long largestBytes) {

  /** None if it has ended meanwhile, or may not be read. */
  static Option<ProcessEntry> read(Path processes, long pid) {
    Path folder = processes.resolve(Long.toString(pid));
    try {
      String stat = Files.readString(folder.resolve("stat"), ISO_8859_1);
      return Option.some(parse(pid, stat, Files.readString(folder.resolve("status"), ISO_8859_1)));
    } catch (IOException e) {
      return Option.none(); // Processes come and go.
    }
  }

  /** The name may hold blanks and brackets, hence fields are counted from its last bracket. */
  static ProcessEntry parse(long pid, String stat, String status) {
    int open = stat.indexOf('(');
    int close = stat.lastIndexOf(')');
    String[] fields = stat.substring(close + 2).split(" ", -1);
    return new ProcessEntry(
        pid,
        stat.substring(open + 1, close),
        fields[0].charAt(0),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[3]),
        Long.parseLong(fields[11]) + Long.parseLong(fields[13]), // utime, cutime
        Long.parseLong(fields[12]) + Long.parseLong(fields[14]), // stime, cstime
        Long.parseLong(fields[13]) + Long.parseLong(fields[14]),
        bytes(status, "VmRSS:"),
        bytes(status, "VmHWM:"));
  }

  boolean isAlive() {
    return state != 'Z' && state != 'X';
  }

  /** 0 where there is no such line: what has ended, and the kernel's own, have no memory. */
  private static long bytes(String status, String name) {
    int at = status.indexOf("\n" + name);
    if (at < 0) {
      return 0;
    }
    int end = status.indexOf(" kB", at);
    return 1024 * Long.parseLong(status.substring(at + 1 + name.length(), end).trim());
  }
}
