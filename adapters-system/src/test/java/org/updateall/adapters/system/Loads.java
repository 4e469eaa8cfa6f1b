package org.updateall.adapters.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.metering.Command;

/** Commands whose use of the machine is known, as scripts for sh and Python. */
final class Loads {

  private static final String TOUCH =
      """
      import sys, time
      b = bytearray(int(sys.argv[1]) * 1000000)
      for i in range(0, len(b), 4096): b[i] = 1
      time.sleep(float(sys.argv[2]))
      """;

  private static final String BURN =
      """
      import os, sys, time
      while time.process_time() < 0.4: pass
      time.sleep(0.3)
      open(sys.argv[1] + '.new', 'w').write(str(sum(os.times()[:4])))
      os.rename(sys.argv[1] + '.new', sys.argv[1])
      time.sleep(float(sys.argv[2]))
      """;

  private Loads() {}

  static Command sh(String script, String... arguments) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    words.addAll(List.of(arguments));
    return Command.of(words);
  }

  /** Holds so much memory for so long. */
  static Command megabytes(int count, double seconds) {
    return Command.of(List.of("python3", "-c", TOUCH, "" + count, "" + seconds));
  }

  /** The same, several times at once. */
  static Command megabytesAtOnce(int processes, int count, double seconds) {
    return sh(
        "i=0; while [ $i -lt $1 ]; do python3 -c \"$2\" $3 $4 & i=$((i+1)); done; wait",
        "" + processes,
        TOUCH,
        "" + count,
        "" + seconds);
  }

  /**
   * Starts a process that leaves its parent, uses 0.4 s of CPU time, writes into a file what it
   * came to in all, and lasts a while then. Ends a while after that file is there.
   */
  static Command leavingItsParent(Path file, double lasts) {
    return sh(
        """
        (setsid python3 -c "$1" "$2" "$3" >/dev/null 2>&1 &)
        while [ ! -e "$2" ]; do sleep 0.05; done
        sleep 0.5
        """,
        BURN,
        file.toString(),
        "" + lasts);
  }
}
