package org.updateall.adapters.system;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.MeteringMethod;

/**
 * What the methods found of one command; of each figure the best is taken.
 *
 * @param enclosure what was around it
 * @param watch what was seen of its processes
 * @param strays those that were seen to leave their parent, as last seen
 * @param leftBehind how many live on
 * @param ofChildren its CPU time by the kernel's account of our children; absent if not told
 */
record Findings(
    Enclosure enclosure,
    TreeWatch watch,
    Collection<ProcessEntry> strays,
    int leftBehind,
    @Nullable CpuTime ofChildren) {

  private static final String SILENT_SHELL = "the shell around the command was killed";

  MeasuredUsage usage(double wallClockSeconds) {
    UsageAccount account = new UsageAccount();
    enclosure.absences().forEach(account::absent);
    account.wallClock(wallClockSeconds);
    ControlGroup cgroup = enteredCgroup();
    Wrapper wrapper = enclosure.wrapper();
    cpu(account, cgroup, wrapper);
    memory(account, cgroup, wrapper);
    io(account, cgroup, wrapper);
    caveats(account, cgroup != null);
    return account.closed();
  }

  private void cpu(UsageAccount account, @Nullable ControlGroup cgroup, @Nullable Wrapper wrapper) {
    CpuTime ofGroup = cgroup == null ? null : cgroup.cpuTime();
    CpuTime ofShell = wrapper == null ? null : wrapper.cpuTime();
    if (ofGroup != null) {
      account.cpu(ofGroup, MeteringMethod.CGROUP);
    } else if (ofShell != null) {
      checked(account, ofShell);
    } else if (wrapper != null) {
      account.absent(Figure.CPU, SILENT_SHELL);
    }
  }

  /** The kernel's account is coarser and can seldom be had: it only corrects. */
  private void checked(UsageAccount account, CpuTime ofShell) {
    if (ofChildren == null || ofChildren.agreesWith(ofShell)) {
      account.cpu(withStrays(ofShell), MeteringMethod.SHELL_TIMES);
      return;
    }
    if (ofChildren.seconds() > ofShell.seconds()) {
      account.cpu(withStrays(ofChildren), MeteringMethod.CHILDREN_ACCOUNT);
    } else {
      account.cpu(withStrays(ofShell), MeteringMethod.SHELL_TIMES);
    }
    account.caveat(
        String.format(
            Locale.ROOT,
            "the shell tells %.2f s of CPU time, the kernel %.2f s; the larger is taken",
            ofShell.seconds(),
            ofChildren.seconds()));
  }

  /** Nobody waits for strays, so that neither account holds their time. */
  private CpuTime withStrays(CpuTime waitedFor) {
    return strays.stream().map(ProcessEntry::cpuTime).reduce(waitedFor, CpuTime::plus);
  }

  private void memory(
      UsageAccount account, @Nullable ControlGroup cgroup, @Nullable Wrapper wrapper) {
    Long ofGroup = cgroup == null ? null : cgroup.memoryPeak();
    Long largest = wrapper == null ? null : wrapper.largestProcess();
    Long seen = watch.memoryPeak();
    if (ofGroup != null) {
      account.memory(ofGroup, MeteringMethod.CGROUP);
    } else if (seen != null && (largest == null || seen > largest)) {
      account.memory(seen, MeteringMethod.POLLED_TREE);
    } else if (largest != null) {
      account.memory(largest, MeteringMethod.GNU_TIME);
    } else if (enclosure.table().isThere()) {
      account.absent(
          Figure.MEMORY_PEAK, "it was over before it was looked at" + enclosure.withoutGnuTime());
    }
  }

  private void io(UsageAccount account, @Nullable ControlGroup cgroup, @Nullable Wrapper wrapper) {
    StorageTraffic ofGroup = cgroup == null ? null : cgroup.traffic();
    StorageTraffic ofShell = wrapper == null ? null : wrapper.traffic();
    StorageTraffic seen = watch.traffic();
    if (ofGroup != null) {
      account.io(ofGroup, MeteringMethod.CGROUP);
    } else if (ofShell != null) {
      account.io(ofShell, MeteringMethod.SHELL_IO);
    } else if (seen != null) {
      account.io(seen, MeteringMethod.POLLED_IO);
    } else if (enclosure.table().isThere()) {
      account.absent(Figure.IO, "/proc/PID/io could not be read");
    }
  }

  private void caveats(UsageAccount account, boolean wholeGroup) {
    if (!wholeGroup && !strays.isEmpty()) {
      account.caveat(
          ("of the CPU time of processes that left their parent only what was last seen is counted,"
                  + " and none of their I/O (%d were seen)")
              .formatted(strays.size()));
    }
    if (leftBehind > 0) {
      account.caveat(
          "processes that were left behind live on, and what they use is not counted (%d)"
              .formatted(leftBehind));
    }
  }

  private @Nullable ControlGroup enteredCgroup() {
    Wrapper wrapper = enclosure.wrapper();
    return wrapper != null && wrapper.enteredCgroup() ? enclosure.cgroup() : null;
  }
}
