package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.MissingMeans;

final class MeansOfMeasuringTest {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final GnuTime TIME = new GnuTime(Path.of("/usr/bin/time"), "");

  private static final Map<Figure, MeteringMethod> BY_SHELL =
      Map.of(
          Figure.CPU, MeteringMethod.SHELL_TIMES, Figure.MEMORY_PEAK, MeteringMethod.POLLED_TREE);
  private static final Map<Figure, MeteringMethod> BY_CGROUP =
      Map.of(Figure.CPU, MeteringMethod.CGROUP, Figure.MEMORY_PEAK, MeteringMethod.CGROUP);

  @Test
  void nothingIsMissingWhereACgroupTellsAll() {
    assertEquals(List.of(), missing(machine(SHELL, GnuTime.MISSING, CGROUPS), BY_CGROUP));
  }

  @Test
  void gnuTimeIsMissingWithTheNameOfItsPackage() {
    List<MissingMeans> missing =
        missing(machine(SHELL, GnuTime.MISSING, CGROUPS), BY_SHELL).stream()
            .filter(each -> each.lacking().contains("GNU time"))
            .toList();

    assertEquals(1, missing.size());
    assertEquals(Figure.MEMORY_PEAK, missing.get(0).figure());
    assertTrue(missing.get(0).remedy().contains("apt install time"), missing.toString());
  }

  @Test
  void saysWhyThereIsNoCgroup() {
    assertTrue(only(machine(SHELL, TIME, null), BY_SHELL).lacking().contains("not mounted"));
    assertTrue(only(machine(SHELL, TIME, CGROUPS), BY_SHELL).remedy().contains("-p Delegate=yes"));
    assertTrue(
        only(
                machine(SHELL, TIME, CGROUPS),
                Map.of(
                    Figure.CPU, MeteringMethod.CGROUP,
                    Figure.MEMORY_PEAK, MeteringMethod.POLLED_TREE))
            .remedy()
            .contains("memory controller"));
  }

  @Test
  void whereThereAreNoProcessesToLookAtNoCgroupIsMissed() {
    assertEquals(
        List.of(), new MeansOfMeasuring(machine(SHELL, TIME, null), false, BY_SHELL).missing());
  }

  @Test
  void missesTheShellOrAPlaceForItsAccount() {
    assertTrue(only(machine(null, TIME, null), Map.of()).lacking().contains("POSIX shell"));
    assertTrue(missing(machine(SHELL, TIME, null), Map.of()).get(0).lacking().contains("/nowhere"));
  }

  @Test
  void missesWhatBeginsSessions() {
    Machine machine =
        new Machine(SHELL, TIME, null, Path.of("/proc"), CGROUPS, Path.of("/nowhere"));
    assertEquals("install util-linux", only(machine, BY_CGROUP).remedy());
  }

  private static MissingMeans only(Machine machine, Map<Figure, MeteringMethod> methods) {
    List<MissingMeans> missing = missing(machine, methods);
    assertEquals(1, missing.size(), missing.toString());
    return missing.get(0);
  }

  private static List<MissingMeans> missing(Machine machine, Map<Figure, MeteringMethod> methods) {
    return new MeansOfMeasuring(machine, true, methods).missing();
  }

  private static Machine machine(@Nullable Path shell, GnuTime time, @Nullable Path cgroups) {
    return new Machine(
        shell, time, Path.of("/usr/bin/setsid"), Path.of("/proc"), cgroups, Path.of("/nowhere"));
  }
}
