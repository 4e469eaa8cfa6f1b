package org.updateall.adapters.system;

import org.jspecify.annotations.Nullable;

/**
 * Looks at a command's processes from time to time, and keeps the most memory and I/O that was
 * seen. The memory at a moment is the sum of what is resident, pages that processes share counted
 * for each; the peak of a single process between two looks is known to the kernel. For one thread.
 */
final class TreeWatch {

  private final ProcessTree tree;
  private final ProcessTable table;
  private @Nullable Long memoryPeak;
  private @Nullable StorageTraffic traffic;

  TreeWatch(ProcessTree tree, ProcessTable table) {
    this.tree = tree;
    this.table = table;
  }

  void look() {
    long resident = 0;
    long largest = 0;
    StorageTraffic moved = StorageTraffic.NONE;
    boolean accounts = false;
    for (ProcessEntry process : tree.look()) {
      ProcessTable.Memory memory = table.memory(process.id().number());
      if (memory != null) {
        resident += memory.now();
        largest = Math.max(largest, memory.most());
      }
      StorageTraffic account = table.traffic(process.id().number());
      if (account != null) {
        moved = moved.plus(account);
        accounts = true;
      }
    }
    noteMemory(Math.max(resident, largest));
    if (accounts) {
      traffic = traffic == null ? moved : traffic.atLeast(moved);
    }
  }

  /** The most memory that was seen, in bytes; absent if none was. */
  @Nullable Long memoryPeak() {
    return memoryPeak;
  }

  /** The most I/O that was seen; absent if none was. A process's account holds its children's. */
  @Nullable StorageTraffic traffic() {
    return traffic;
  }

  private void noteMemory(long bytes) {
    if (bytes > 0) {
      memoryPeak = memoryPeak == null ? bytes : Math.max(memoryPeak, bytes);
    }
  }
}
