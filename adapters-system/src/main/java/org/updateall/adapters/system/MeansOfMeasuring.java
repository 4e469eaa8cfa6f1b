package org.updateall.adapters.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.MissingMeans;

/** What a machine would have to get so that more of a command is measured. */
final class MeansOfMeasuring {

  private final Machine machine;
  private final boolean hasProcesses;
  private final Map<Figure, MeteringMethod> methods;

  /**
   * @param hasProcesses whether the machine has a table of processes
   * @param methods by which figures are had now
   */
  MeansOfMeasuring(Machine machine, boolean hasProcesses, Map<Figure, MeteringMethod> methods) {
    this.machine = machine;
    this.hasProcesses = hasProcesses;
    this.methods = methods;
  }

  List<MissingMeans> missing() {
    List<MissingMeans> missing = new ArrayList<>();
    addShell(missing);
    addGnuTime(missing);
    addCgroup(missing);
    addSessions(missing);
    return missing;
  }

  private void addShell(List<MissingMeans> missing) {
    if (machine.shell() == null) {
      missing.add(
          new MissingMeans(
              Figure.CPU,
              "there is no POSIX shell, whose account of CPU time is used",
              "install one as /bin/sh"));
    } else if (!methods.containsKey(Figure.CPU)) {
      missing.add(
          new MissingMeans(
              Figure.CPU,
              "there is no place for the shell's account in " + machine.scratch(),
              "let this user write there, or make room"));
    }
  }

  private void addGnuTime(List<MissingMeans> missing) {
    if (machine.gnuTime().program() == null && !isByCgroup(Figure.MEMORY_PEAK)) {
      missing.add(
          new MissingMeans(
              Figure.MEMORY_PEAK,
              machine.gnuTime().problem() + ", which sees short peaks",
              "install the package time, such as with: apt install time"));
    }
  }

  private void addCgroup(List<MissingMeans> missing) {
    if (!hasProcesses || machine.shell() == null || isByCgroup(Figure.MEMORY_PEAK)) {
      return; // Elsewhere than on Linux there is none to be had.
    }
    if (machine.cgroups() == null) {
      missing.add(
          new MissingMeans(
              Figure.MEMORY_PEAK,
              "cgroups of version 2 are not mounted; they count all that a command starts",
              "mount them: in a container that is its maker's affair"));
    } else if (isByCgroup(Figure.CPU)) {
      missing.add(
          new MissingMeans(
              Figure.MEMORY_PEAK,
              "the cgroup that can be made does not tell the memory's peak",
              "have the memory controller handed down to it; needs Linux 5.19"));
    } else {
      missing.add(
          new MissingMeans(
              Figure.MEMORY_PEAK,
              "this user may make no cgroup; one counts all that a command starts",
              "where systemd runs: systemd-run --user --scope -p Delegate=yes update-all run"));
    }
  }

  private void addSessions(List<MissingMeans> missing) {
    if (machine.setsid() == null) {
      missing.add(
          new MissingMeans(
              Figure.CPU,
              "there is no setsid, by which what leaves its parent is found again",
              "install util-linux"));
    }
  }

  private boolean isByCgroup(Figure figure) {
    return methods.get(figure) == MeteringMethod.CGROUP;
  }
}
