package org.updateall.adapters.system.importing;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.updateall.domain.importing.SourceMachine;

/** What a machine is called in a network. */
final class HostNames {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private HostNames() {}

  /** In lower case: as it is set, and as this machine is called now; empty if not known. */
  static Set<String> of(SourceMachine machine) {
    Set<String> names = new HashSet<>();
    Distribution.text(machine, machine.at("/etc/hostname"))
        .forEach(
            text ->
                text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(line, names)));
    if (machine.isThisOne() && machine.programs().has("uname")) {
      machine.programs().lines(List.of("uname", "-n"), LIMIT, line -> add(line, names));
    }
    return names;
  }

  private static void add(String line, Set<String> names) {
    if (!line.isBlank()) {
      names.add(line.strip().toLowerCase(Locale.ROOT));
    }
  }
}
