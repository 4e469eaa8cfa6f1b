package org.updateall.adapters.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of a command's processes, as it was seen from time to time. */
final class TreeMemory {

  private long peak;
  private double sum;
  private int looks;

  /** The processes of the command, without the shell around it. */
  void add(List<ProcessEntry> processes) {
    long resident = processes.stream().mapToLong(ProcessEntry::residentBytes).sum();
    if (resident == 0) {
      return; // It has not begun, or has just ended.
    }
    long largest = processes.stream().mapToLong(ProcessEntry::largestBytes).max().orElse(0);
    peak = Math.max(peak, Math.max(resident, largest));
    sum += resident;
    looks++;
  }

  @Nullable Long peak() {
    return looks == 0 ? null : peak;
  }

  @Nullable Long average() {
    return looks == 0 ? null : Math.round(sum / looks);
  }
}
