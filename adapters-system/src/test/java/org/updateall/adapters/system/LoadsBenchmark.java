package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.OutputListener;

/**
 * Measures four loads inside cgroups of the first version, and prints what those say beside what
 * was measured. Started by hand, by root, on a system that has such cgroups.
 */
final class LoadsBenchmark {

  private static final Path MEMORY = Path.of("/sys/fs/cgroup/memory/update-all-benchmark");
  private static final Path CPU = Path.of("/sys/fs/cgroup/cpuacct/update-all-benchmark");
  private static final String ENTER =
      "echo $$ >%s/cgroup.procs; echo $$ >%s/cgroup.procs; exec \"$@\"".formatted(MEMORY, CPU);

  private LoadsBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, List<String>> loads = new LinkedHashMap<>();
    loads.put("300 short children", python(MeasuringTest.MANY_CHILDREN));
    loads.put("400 MB for half a second", python(MeasuringTest.BURST));
    loads.put("4 x 100 MB at once", python(MeasuringTest.FOUR_AT_ONCE));
    loads.put("child that leaves", MeasuringTest.leaving().arguments());
    for (Map.Entry<String, List<String>> load : loads.entrySet()) {
      compare(load.getKey() + ", no cgroup v2", Runners.WITHOUT_CGROUPS, load.getValue());
      compare(load.getKey(), Runners.HERE, load.getValue());
    }
  }

  private static void compare(String name, Machine machine, List<String> load) throws IOException {
    Files.createDirectory(MEMORY);
    Files.createDirectory(CPU);
    try {
      List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "sh"));
      words.addAll(load);
      CommandOutcome outcome = Runners.on(machine).run(Command.of(words), OutputListener.NONE);
      System.out.printf(
          "%-42s CPU truth %.2f measured %.2f s; memory truth %.0f measured %.0f MB; %s %s%n",
          name,
          number(CPU.resolve("cpuacct.usage")) / 1e9,
          outcome.usage().usage().cpuSeconds().getOrElse(Double.NaN),
          number(MEMORY.resolve("memory.max_usage_in_bytes")) / 1e6,
          megabytes(outcome.usage().usage().memoryPeakBytes()),
          outcome.usage().metering().methods(),
          outcome.usage().metering().caveats());
    } finally {
      Files.delete(MEMORY);
      Files.delete(CPU);
    }
  }

  private static double megabytes(@Nullable Long bytes) {
    return bytes == null ? Double.NaN : bytes / 1e6;
  }

  private static double number(Path file) throws IOException {
    return Double.parseDouble(Files.readString(file).strip());
  }

  private static List<String> python(String script) {
    return List.of(Runners.python(), "-S", "-c", script);
  }
}
