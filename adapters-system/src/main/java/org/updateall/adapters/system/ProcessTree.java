package org.updateall.adapters.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes of a command, as far as they are seen: the descendants of its first one, those of
 * its session, and those that carry its mark in their environment, wherever they have gone to. Each
 * process of the machine is examined once, when it is first seen.
 */
final class ProcessTree {

  /** The variable by which processes are known that have left their parents. */
  static final String MARK = "UPDATE_ALL_COMMAND";

  private final Path processes;
  private final String mark;
  private final Set<Long> strangers;
  private final Set<Long> members = new HashSet<>();
  private Map<Long, ProcessEntry> alive = Map.of();
  private final Map<Long, ProcessEntry> away = new HashMap<>();
  private final Set<Long> alone = new HashSet<>();
  private final List<ProcessEntry> lost = new ArrayList<>();
  private long root;

  private ProcessTree(Path processes, String mark) {
    this.processes = processes;
    this.mark = MARK + "=" + mark + "\0";
    this.strangers = numbers(processes);
  }

  /** Before the command is started: whatever runs by now is not of it. */
  static ProcessTree before(Path processes, String mark) {
    return new ProcessTree(processes, mark);
  }

  void root(long pid) {
    root = pid;
    members.add(pid);
    strangers.remove(pid);
  }

  /** Looks at the machine's processes anew. */
  void look() {
    Set<Long> now = numbers(processes);
    strangers.retainAll(now);
    members.retainAll(now);
    Map<Long, ProcessEntry> seen = new HashMap<>();
    for (long pid : now) {
      if (!strangers.contains(pid)) {
        ProcessEntry.read(processes, pid).peek(entry -> seen.put(pid, entry));
      }
    }
    admit(seen);
    seen.keySet().retainAll(members);
    alive = seen;
    noteThoseAway();
  }

  private void admit(Map<Long, ProcessEntry> seen) {
    for (long pid : List.copyOf(seen.keySet())) {
      if (!members.contains(pid) && isMarked(pid)) {
        members.add(pid);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (ProcessEntry entry : seen.values()) {
        if (members.contains(entry.parent()) || entry.session() == root) {
          more |= members.add(entry.pid());
        }
      }
    }
    seen.keySet().stream().filter(pid -> !members.contains(pid)).forEach(strangers::add);
  }

  private boolean isMarked(long pid) {
    try {
      Path file = processes.resolve(Long.toString(pid)).resolve("environ");
      return Files.readString(file, ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // Another user's: only its ancestors tell.
    }
  }

  /**
   * Those that cannot be reached from the first process any more, and those of them that ended.
   * What was last seen below one of its own is taken to have been waited for.
   */
  private void noteThoseAway() {
    for (ProcessEntry before : List.copyOf(away.values())) {
      ProcessEntry now = alive.get(before.pid());
      if (now == null || !now.isAlive()) {
        away.remove(before.pid());
        if (alone.remove(before.pid())) {
          lost.add(before);
        }
      }
    }
    for (ProcessEntry entry : alive.values()) {
      if (entry.isAlive() && !isReached(entry)) {
        away.put(entry.pid(), entry);
        if (!members.contains(entry.parent())) {
          alone.add(entry.pid());
        }
      }
    }
  }

  private boolean isReached(ProcessEntry entry) {
    ProcessEntry at = entry;
    while (at.pid() != root) {
      ProcessEntry parent = alive.get(at.parent());
      if (parent == null || parent.pid() == at.pid()) {
        return at.parent() == root;
      }
      at = parent;
    }
    return true;
  }

  /** All that were there at the last look. */
  List<ProcessEntry> alive() {
    return List.copyOf(alive.values());
  }

  /** Those that have left their parents and still run. */
  List<ProcessEntry> away() {
    return away.values().stream().filter(ProcessEntry::isAlive).toList();
  }

  /** Those that had left their parents and have ended, so that nobody in the tree counts them. */
  List<ProcessEntry> lost() {
    return List.copyOf(lost);
  }

  boolean canBeSeen() {
    return Files.isDirectory(processes.resolve("self"));
  }

  private static Set<Long> numbers(Path processes) {
    String[] names = processes.toFile().list();
    Set<Long> numbers = new HashSet<>();
    for (String name : names == null ? new String[0] : names) {
      if (Character.isDigit(name.charAt(0))) {
        numbers.add(Long.valueOf(name));
      }
    }
    return numbers;
  }
}
