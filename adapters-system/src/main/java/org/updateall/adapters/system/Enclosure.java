package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;

/**
 * What is put around one command: the wrapper, and a cgroup; either may be missing. Taken away
 * again when closed.
 */
final class Enclosure implements AutoCloseable {

  private final Machine machine;
  private final ProcessTable table;
  private final @Nullable Wrapper wrapper;
  private final @Nullable ControlGroup cgroup;

  private Enclosure(
      Machine machine,
      ProcessTable table,
      @Nullable Wrapper wrapper,
      @Nullable ControlGroup cgroup) {
    this.machine = machine;
    this.table = table;
    this.wrapper = wrapper;
    this.cgroup = cgroup;
  }

  static Enclosure on(Machine machine, ProcessTable table) {
    Wrapper wrapper = machine.shell() == null ? null : wrapper(machine);
    return new Enclosure(
        machine, table, wrapper, wrapper == null ? null : cgroup(machine, table, wrapper));
  }

  ProcessTable table() {
    return table;
  }

  @Nullable Wrapper wrapper() {
    return wrapper;
  }

  @Nullable ControlGroup cgroup() {
    return cgroup;
  }

  /** How many generations of processes, the first first, are ours and not the command's. */
  int keepers() {
    if (wrapper == null) {
      return 0;
    }
    return machine.gnuTime().program() == null ? 1 : 2;
  }

  /** The words that start a command. */
  List<String> around(List<String> command, boolean inOwnSession) {
    List<String> words = new ArrayList<>();
    if (inOwnSession && machine.setsid() != null) {
      words.add(machine.setsid().toString());
    }
    Path shell = machine.shell();
    words.addAll(
        wrapper == null || shell == null
            ? command
            : wrapper.around(shell, command, cgroup == null ? null : cgroup.folder()));
    return words;
  }

  boolean beginsSession() {
    return machine.setsid() != null;
  }

  /** By which methods figures are to be had. */
  Map<Figure, MeteringMethod> methods() {
    Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
    if (wrapper != null) {
      methods.put(Figure.CPU, MeteringMethod.SHELL_TIMES);
    }
    if (table.isThere()) {
      methods.put(Figure.IO, wrapper == null ? MeteringMethod.POLLED_IO : MeteringMethod.SHELL_IO);
      methods.put(Figure.MEMORY_PEAK, MeteringMethod.POLLED_TREE);
    } else if (wrapper != null && machine.gnuTime().program() != null) {
      methods.put(Figure.MEMORY_PEAK, MeteringMethod.GNU_TIME);
    }
    if (cgroup != null) {
      methods.put(Figure.CPU, MeteringMethod.CGROUP);
      if (cgroup.memoryPeak() != null) {
        methods.put(Figure.MEMORY_PEAK, MeteringMethod.CGROUP);
      }
    }
    return methods;
  }

  /** Why others are not. */
  Map<Figure, String> absences() {
    Map<Figure, String> absences = new EnumMap<>(Figure.class);
    Map<Figure, MeteringMethod> methods = methods();
    if (!methods.containsKey(Figure.CPU)) {
      absences.put(
          Figure.CPU,
          machine.shell() == null
              ? "there is no POSIX shell, whose account of CPU time is used"
              : "there is no place for the shell's account");
    }
    if (!methods.containsKey(Figure.MEMORY_PEAK)) {
      absences.put(Figure.MEMORY_PEAK, "this system has no /proc" + withoutGnuTime());
    }
    if (!methods.containsKey(Figure.IO)) {
      absences.put(Figure.IO, "this system has no /proc");
    }
    return absences;
  }

  /** Why GNU time does not tell either, to be added to another reason. */
  String withoutGnuTime() {
    GnuTime time = machine.gnuTime();
    return time.program() == null
        ? "; " + time.problem()
        : wrapper == null ? "" : "; GNU time did not tell";
  }

  /** What the figures do not hold. */
  List<String> caveats() {
    return methods().get(Figure.CPU) == MeteringMethod.SHELL_TIMES
        ? List.of("CPU time of processes that leave their parent is not counted")
        : List.of();
  }

  @Override
  public void close() throws IOException {
    try {
      if (cgroup != null) {
        cgroup.close();
      }
    } finally {
      if (wrapper != null) {
        wrapper.close();
      }
    }
  }

  private static @Nullable Wrapper wrapper(Machine machine) {
    try {
      return Wrapper.on(machine);
    } catch (IOException noPlace) {
      return null;
    }
  }

  private static @Nullable ControlGroup cgroup(
      Machine machine, ProcessTable table, Wrapper wrapper) {
    Path mount = machine.cgroups();
    String own = table.ownCgroup();
    return mount == null || own == null
        ? null
        : ControlGroup.make(mount, own, String.valueOf(wrapper.folder().getFileName()));
  }
}
