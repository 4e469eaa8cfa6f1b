package org.updateall.adapters.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;

/** Brings together what was learnt of a command, and says of each figure how it was had. */
final class Measurement {

  static final String NO_NETWORK =
      "the kernel does not count it by process, and the whole machine's would not be the command's";
  static final String UNSEEN =
      "what leaves its parent and ends within a tenth of a second, unseen, is in no figure";
  static final String NO_DOWNLOAD = "only the command knows";

  /** From which on a wait for a password is told from the noise of the looks. */
  private static final Duration LONG_WAIT = Duration.ofMillis(500);

  private final ResourceUsage.Builder usage = ResourceUsage.builder();
  private final Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
  private final Map<Figure, String> absences = new EnumMap<>(Figure.class);
  private final List<String> caveats = new ArrayList<>();

  Measurement() {
    absences.put(Figure.NETWORK, NO_NETWORK);
    absences.put(Figure.DOWNLOAD, NO_DOWNLOAD);
  }

  void wallClock(Duration elapsed, Duration passwordWait) {
    boolean waited = passwordWait.compareTo(LONG_WAIT) >= 0;
    Duration counted = waited ? elapsed.minus(passwordWait) : elapsed;
    usage.wallClockSeconds(Math.max(0, counted.toNanos() / 1e9));
    methods.put(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK);
    if (waited) {
      caveat(
          "%.1f s of waiting for a password are not in the elapsed time"
              .formatted(passwordWait.toMillis() / 1e3));
    }
  }

  void cpu(WrapperReport report, GroupReading group, ProcessTree tree) {
    Double user = report.userSeconds();
    Double kernel = report.kernelSeconds();
    if (group.userSeconds() != null && group.kernelSeconds() != null) {
      cpu(MeteringMethod.CGROUP, group.userSeconds(), group.kernelSeconds());
    } else if (!tree.lost().isEmpty()) {
      absences.put(
          Figure.CPU, "left its parent and ended, counted by nobody: " + names(tree.lost()));
    } else if (user == null || kernel == null) {
      absences.put(Figure.CPU, "the shell around the command was ended before it could tell");
    } else {
      cpu(
          MeteringMethod.SHELL_TIMES,
          user + ticks(tree, true) / 100.0,
          kernel + ticks(tree, false) / 100.0);
    }
  }

  private static long ticks(ProcessTree tree, boolean user) {
    return tree.away().stream()
        .mapToLong(entry -> user ? entry.userTicks() : entry.kernelTicks())
        .sum();
  }

  private void cpu(MeteringMethod method, double user, double kernel) {
    usage.cpuSeconds(user, kernel);
    methods.put(Figure.CPU, method);
  }

  void memory(WrapperReport report, GroupReading group, TreeMemory seen) {
    Long polled = seen.peak();
    Long largest = report.largestBytes();
    if (group.memoryPeak() != null) {
      memory(MeteringMethod.CGROUP, group.memoryPeak(), seen);
    } else if (largest != null && (polled == null || largest >= polled)) {
      memory(MeteringMethod.GNU_TIME, largest, seen);
    } else if (polled != null) {
      memory(MeteringMethod.POLLED_TREE, polled, seen);
    } else {
      absences.put(
          Figure.MEMORY_PEAK,
          "it ended before it was looked at, or processes cannot be looked at here");
    }
  }

  private void memory(MeteringMethod method, long peak, TreeMemory seen) {
    usage.memoryBytes(peak, seen.average());
    methods.put(Figure.MEMORY_PEAK, method);
  }

  void io(WrapperReport report, GroupReading group, ProcessTree tree) {
    if (group.readBytes() != null) {
      usage
          .ioBytes(group.readBytes(), group.writtenBytes())
          .ioOperations(group.reads(), group.writes());
      methods.put(Figure.IO, MeteringMethod.CGROUP);
    } else if (!tree.lost().isEmpty() || !tree.away().isEmpty()) {
      List<ProcessEntry> uncounted = new ArrayList<>(tree.lost());
      uncounted.addAll(tree.away());
      absences.put(Figure.IO, "left its parent, counted by nobody: " + names(uncounted));
    } else if (report.readBytes() == null || report.writtenBytes() == null) {
      absences.put(Figure.IO, "the kernel, or the shell around the command, did not tell");
    } else {
      usage.ioBytes(report.readBytes(), report.writtenBytes());
      methods.put(Figure.IO, MeteringMethod.SHELL_IO);
    }
  }

  /** Says what is not in the figures, as far as it was seen. */
  void leftBehind(ProcessTree tree, boolean groupCounts) {
    if (!tree.away().isEmpty()) {
      caveat("still runs, and is counted so far as it has come: " + names(tree.away()));
    }
    if (!groupCounts) {
      caveat(UNSEEN);
    }
  }

  void caveat(String words) {
    caveats.add(words);
  }

  static String names(List<ProcessEntry> processes) {
    return processes.stream()
        .map(each -> "%s (%d)".formatted(each.name(), each.pid()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  MeasuredUsage result() {
    return new MeasuredUsage(usage.build(), new Metering(methods, absences, caveats));
  }
}
