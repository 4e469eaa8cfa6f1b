package org.updateall.adapters.system;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long a command waited for somebody's password: while a program that asks for one runs and has
 * started nothing yet. As exact as the looks are frequent.
 */
final class PasswordWait {

  private static final Set<String> ASKING = Set.of("sudo", "doas", "pkexec", "su");

  private final boolean interactive;
  private long lastLook;
  private long nanos;

  PasswordWait(boolean interactive, long began) {
    this.interactive = interactive;
    this.lastLook = began;
  }

  void look(List<ProcessEntry> processes, long now) {
    if (interactive && isAsking(processes)) {
      nanos += now - lastLook;
    }
    lastLook = now;
  }

  private static boolean isAsking(List<ProcessEntry> processes) {
    Set<Long> parents =
        processes.stream().map(ProcessEntry::parent).collect(Collectors.toUnmodifiableSet());
    return processes.stream()
        .anyMatch(
            each ->
                each.isAlive() && ASKING.contains(each.name()) && !parents.contains(each.pid()));
  }

  Duration total() {
    return Duration.ofNanos(nanos);
  }
}
