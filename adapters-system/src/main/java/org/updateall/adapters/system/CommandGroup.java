package org.updateall.adapters.system;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A control group (version 2) of a command's own, below that of this process. Whatever the command
 * starts is in it, whoever its parent is.
 */
final class CommandGroup {

  private static final String PREFIX = "update-all-";

  /** Between one and the next, somebody in it may have started another. */
  private static final int ATTEMPTS = 20;

  private final Path folder;

  private CommandGroup(Path folder) {
    this.folder = folder;
  }

  /** None where there are no such groups, or this user may not make one. */
  static Option<CommandGroup> open(SystemSettings settings, String name) {
    return open(settings.controlGroups(), settings.processes().resolve("self/cgroup"), name);
  }

  /**
   * None where there are no such groups, or this user may not make one.
   *
   * @param mounted where they are mounted
   * @param own the file that names the groups of this process
   * @param name for this command alone
   */
  static Option<CommandGroup> open(Path mounted, Path own, String name) {
    try {
      if (!Files.exists(mounted.resolve("cgroup.controllers")) || !Files.exists(own)) {
        return Option.none();
      }
      for (String line : Files.readAllLines(own)) {
        if (line.startsWith("0::/")) {
          return below(mounted.resolve(line.substring("0::/".length())).normalize(), mounted, name);
        }
      }
    } catch (IOException e) {
      return Option.none(); // Not allowed here.
    }
    return Option.none();
  }

  private static Option<CommandGroup> below(Path parent, Path mounted, String name)
      throws IOException {
    if (!parent.startsWith(mounted) || !Files.isWritable(parent.resolve("cgroup.procs"))) {
      return Option.none();
    }
    return Option.some(new CommandGroup(Files.createDirectory(parent.resolve(PREFIX + name))));
  }

  static CommandGroup at(Path folder) {
    return new CommandGroup(folder);
  }

  Path folder() {
    return folder;
  }

  /** What has been used in it so far. */
  GroupReading read() throws IOException {
    boolean io = Files.exists(folder.resolve("io.stat"));
    return new GroupReading(
        seconds("user_usec"),
        seconds("system_usec"),
        memoryPeak(),
        io ? io("rbytes") : null,
        io ? io("wbytes") : null,
        io ? io("rios") : null,
        io ? io("wios") : null);
  }

  private @Nullable Double seconds(String name) throws IOException {
    for (String line : lines("cpu.stat")) {
      if (line.startsWith(name + " ")) {
        return Long.parseLong(line.substring(name.length() + 1)) / 1e6;
      }
    }
    return null;
  }

  private @Nullable Long memoryPeak() throws IOException {
    List<String> lines = lines("memory.peak");
    return lines.isEmpty() ? null : Long.valueOf(lines.get(0));
  }

  private Long io(String name) throws IOException {
    return lines("io.stat").stream()
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .filter(word -> word.startsWith(name + "="))
        .mapToLong(word -> Long.parseLong(word.substring(name.length() + 1)))
        .sum();
  }

  /** What can be read of it, while nothing runs in it yet; takes it away. */
  GroupReading trial() {
    try {
      GroupReading reading = read();
      close();
      return reading;
    } catch (IOException e) {
      return GroupReading.NOTHING; // What cannot be used measures nothing.
    }
  }

  /** Takes it away; what still runs in it goes on in the group of this process. */
  void close() throws IOException {
    for (int attempt = 1; !folder.toFile().delete(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IOException("the control group %s could not be taken away".formatted(folder));
      }
      for (String pid : lines("cgroup.procs")) {
        moveUp(pid);
      }
    }
  }

  private void moveUp(String pid) throws IOException {
    try {
      Files.writeString(folder.resolveSibling("cgroup.procs"), pid, StandardOpenOption.WRITE);
    } catch (IOException e) {
      if (ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
        throw e;
      }
    }
  }

  private List<String> lines(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }
}
