package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.SourceMachine;

/** Which package manager the system of a machine is made of, by its {@code os-release}. */
final class Distribution {

  private static final List<String> PLACES = List.of("/etc/os-release", "/usr/lib/os-release");

  private static final int MAX_BYTES = 1 << 16;

  /** By the names that os-release(5) has in {@code ID} and {@code ID_LIKE}. */
  private static final Map<String, String> PLUGINS =
      Map.ofEntries(
          Map.entry("debian", "apt"),
          Map.entry("ubuntu", "apt"),
          Map.entry("fedora", "dnf"),
          Map.entry("rhel", "dnf"),
          Map.entry("centos", "dnf"),
          Map.entry("suse", "zypper"),
          Map.entry("opensuse", "zypper"),
          Map.entry("sles", "zypper"),
          Map.entry("arch", "pacman"));

  private Distribution() {}

  /** The plugin of that package manager; none if it cannot be told. */
  static Option<PluginName> plugin(SourceMachine machine) {
    for (String name : names(machine)) {
      String plugin = PLUGINS.get(name);
      if (plugin != null) {
        return Option.some(new PluginName(plugin));
      }
    }
    return Option.none();
  }

  /** Its own name first, then those of what it is like, the nearest first. */
  private static List<String> names(SourceMachine machine) {
    List<String> names = new ArrayList<>();
    List<String> lines = lines(machine);
    for (String key : List.of("ID=", "ID_LIKE=")) {
      lines.stream()
          .filter(line -> line.startsWith(key))
          .flatMap(line -> List.of(unquoted(line.substring(key.length())).split(" ")).stream())
          .forEach(names::add);
    }
    return names;
  }

  /** Those of the first file that can be read. */
  private static List<String> lines(SourceMachine machine) {
    for (String place : PLACES) {
      Option<String> text = text(machine, machine.at(place));
      if (text.isDefined()) {
        return text.get().lines().map(String::strip).toList();
      }
    }
    return List.of();
  }

  /** The beginning of a small file; none if it is not there or cannot be read. */
  static Option<String> text(SourceMachine machine, Path file) {
    try (InputStream input = new SourceFiles(machine).open(file)) {
      return Option.some(new String(input.readNBytes(MAX_BYTES), UTF_8));
    } catch (IOException e) {
      return Option.none();
    }
  }

  private static String unquoted(String value) {
    return value.replace("\"", "").replace("'", "");
  }
}
