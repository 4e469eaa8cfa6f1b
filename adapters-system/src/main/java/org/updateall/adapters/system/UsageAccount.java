package org.updateall.adapters.system;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;

/** Brings figures together with how each was had, or why there is none. For one thread. */
final class UsageAccount {

  static final String NO_NETWORK = "the system counts it for the whole machine only";
  static final String NO_DOWNLOAD = "only the command itself can tell";

  private final ResourceUsage.Builder usage = ResourceUsage.builder();
  private final Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
  private final Map<Figure, String> absences = new EnumMap<>(Figure.class);
  private final List<String> caveats = new ArrayList<>();

  UsageAccount() {
    absences.put(Figure.NETWORK, NO_NETWORK);
    absences.put(Figure.DOWNLOAD, NO_DOWNLOAD);
  }

  /** An account of a command that never began. */
  static MeasuredUsage ofNothing() {
    UsageAccount account = new UsageAccount();
    for (Figure figure : Figure.values()) {
      account.absences.put(figure, "the command was not started");
    }
    return account.closed();
  }

  void wallClock(double seconds) {
    usage.wallClockSeconds(seconds);
    methods.put(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK);
  }

  void cpu(CpuTime time, MeteringMethod method) {
    usage.cpuSeconds(time.userSeconds(), time.kernelSeconds());
    methods.put(Figure.CPU, method);
  }

  void memory(long bytes, MeteringMethod method) {
    usage.memoryBytes(bytes, null);
    methods.put(Figure.MEMORY_PEAK, method);
  }

  void io(StorageTraffic traffic, MeteringMethod method) {
    usage.ioBytes(traffic.readBytes(), traffic.writtenBytes());
    methods.put(Figure.IO, method);
  }

  void absent(Figure figure, String reason) {
    absences.put(figure, reason);
  }

  void caveat(String words) {
    caveats.add(words);
  }

  MeasuredUsage closed() {
    absences.keySet().removeAll(methods.keySet());
    return new MeasuredUsage(usage.build(), new Metering(methods, absences, caveats));
  }
}
