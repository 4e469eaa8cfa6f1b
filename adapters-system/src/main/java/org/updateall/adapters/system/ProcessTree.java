package org.updateall.adapters.system;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes that a command started, as far as they were seen: what descends from the process
 * that was started, what was seen to and has left its parent since, and what is in the session that
 * was begun for it. For one thread.
 */
final class ProcessTree {

  private final ProcessTable table;
  private final long root;
  private final boolean ownSession;
  private final int keepers;
  private final Map<Long, ProcessId> seen = new HashMap<>();
  private final Map<ProcessId, ProcessEntry> strays = new LinkedHashMap<>();

  /**
   * @param root the process that was started
   * @param ownSession whether it leads a session of its own
   * @param keepers how many generations, the root's first, are ours and not the command's
   */
  ProcessTree(ProcessTable table, long root, boolean ownSession, int keepers) {
    this.table = table;
    this.root = root;
    this.ownSession = ownSession;
    this.keepers = keepers;
  }

  /** What lives now of the command, by a walk from parent to child. */
  Collection<ProcessEntry> look() {
    Map<Long, ProcessEntry> found = new LinkedHashMap<>();
    walk(root, 0, found);
    for (ProcessId known : List.copyOf(seen.values())) {
      if (!found.containsKey(known.number())) {
        followStray(known, found);
      }
    }
    found.values().forEach(entry -> seen.put(entry.id().number(), entry.id()));
    return found.values();
  }

  /** What lives now, looked for more thoroughly: the session, too. */
  Collection<ProcessEntry> search() {
    Map<Long, ProcessEntry> found = new LinkedHashMap<>();
    look().forEach(entry -> found.put(entry.id().number(), entry));
    if (ownSession) {
      Set<Long> ours = keeperNumbers();
      for (ProcessEntry entry : table.everybody()) {
        if (entry.session() == root && !ours.contains(entry.id().number())) {
          found.putIfAbsent(entry.id().number(), entry);
        }
      }
    }
    return found.values();
  }

  /** Those that were seen to live on without the parent that had started them, as last seen. */
  Collection<ProcessEntry> strays() {
    return List.copyOf(strays.values());
  }

  private void followStray(ProcessId known, Map<Long, ProcessEntry> found) {
    ProcessEntry entry = table.entry(known.number());
    if (entry == null || entry.zombie() || !entry.id().equals(known)) {
      seen.remove(known.number());
      return;
    }
    strays.put(known, entry);
    walk(known.number(), keepers, found);
  }

  private void walk(long start, int generation, Map<Long, ProcessEntry> found) {
    Deque<long[]> ahead = new ArrayDeque<>();
    ahead.add(new long[] {start, generation});
    while (!ahead.isEmpty()) {
      long[] next = ahead.remove();
      if (next[1] >= keepers && !enter(next[0], found)) {
        continue;
      }
      for (long child : table.children(next[0])) {
        ahead.add(new long[] {child, next[1] + 1});
      }
    }
  }

  private boolean enter(long number, Map<Long, ProcessEntry> found) {
    ProcessEntry entry = table.entry(number);
    return entry != null && !entry.zombie() && found.putIfAbsent(number, entry) == null;
  }

  private Set<Long> keeperNumbers() {
    Set<Long> numbers = new LinkedHashSet<>();
    if (keepers > 0) {
      numbers.add(root);
    }
    if (keepers > 1) {
      numbers.addAll(table.children(root));
    }
    return numbers;
  }
}
