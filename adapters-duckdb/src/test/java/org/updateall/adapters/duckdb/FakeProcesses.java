package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updateall.domain.journal.ProcessIdentity;

/** Processes of one machine that a test starts and ends. */
final class FakeProcesses {

  private final Set<Long> ended = ConcurrentHashMap.newKeySet();

  /** The machine as a process sees it that runs there. */
  Processes seenBy(long pid) {
    return new Processes() {
      @Override
      public ProcessIdentity self() {
        return identity(pid);
      }

      @Override
      public Option<ProcessIdentity> running(long other) {
        return ended.contains(other) ? Option.none() : Option.some(identity(other));
      }
    };
  }

  void end(long pid) {
    ended.add(pid);
  }

  static ProcessIdentity identity(long pid) {
    return new ProcessIdentity("workstation", "boot", "pid:[1]", pid, "1234");
  }
}
