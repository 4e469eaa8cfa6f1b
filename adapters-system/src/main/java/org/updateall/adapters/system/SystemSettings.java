package org.updateall.adapters.system;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the machine tells of processes, and how patient commands are stopped.
 *
 * @param processes where the kernel shows its processes; need not exist
 * @param controlGroups where control groups of version 2 are mounted; need not exist
 * @param grace how long a command may take to end after TERM, before KILL
 * @param lookEvery how often a command's processes are looked at
 */
public record SystemSettings(
    Path processes, Path controlGroups, Duration grace, Duration lookEvery) {

  /**
   * @throws IllegalArgumentException if the grace is negative, or processes would be looked at more
   *     than a hundred times a second
   */
  public SystemSettings {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the grace is negative: " + grace);
    }
    if (lookEvery.toMillis() < 10) {
      throw new IllegalArgumentException("processes are looked at too often: " + lookEvery);
    }
  }

  /** As Linux has it. */
  public static SystemSettings standard() {
    Path mounted = Path.of("/sys/fs/cgroup");
    Path beside = mounted.resolve("unified");
    return new SystemSettings(
        Path.of("/proc"),
        beside.toFile().isDirectory() ? beside : mounted,
        Duration.ofSeconds(5),
        Duration.ofMillis(100));
  }

  SystemSettings withGrace(Duration other) {
    return new SystemSettings(processes, controlGroups, other, lookEvery);
  }

  SystemSettings withProcesses(Path other) {
    return new SystemSettings(other, controlGroups, grace, lookEvery);
  }

  SystemSettings withControlGroups(Path other) {
    return new SystemSettings(processes, other, grace, lookEvery);
  }
}
