package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cgroup (version 2) made for one command. It holds all that the command starts, also what leaves
 * its parent. CPU time is told by every kernel; memory and I/O only where those controllers are
 * handed down.
 */
final class ControlGroup implements AutoCloseable {

  private final Path folder;

  private ControlGroup(Path folder) {
    this.folder = folder;
  }

  /**
   * A new group below the one that this process is in, or beside it where that is to be had with
   * the memory's controller; absent if this user may make none.
   *
   * @param mount where cgroups are mounted
   * @param own the path of this process's group below it
   * @param name of the new group
   */
  static @Nullable ControlGroup make(Path mount, String own, String name) {
    Path root = mount.normalize();
    Path below = root.resolve(own).normalize();
    ControlGroup made = below.startsWith(root) ? in(below, name) : null;
    if (made != null && made.tellsMemory()) {
      return made;
    }
    ControlGroup beside =
        below.startsWith(root) && !below.equals(root) ? in(parent(below), name) : null;
    if (beside == null || (made != null && !beside.tellsMemory())) {
      discard(beside);
      return made;
    }
    discard(made);
    return beside;
  }

  Path folder() {
    return folder;
  }

  @Nullable CpuTime cpuTime() {
    Map<String, Long> figures = numbers("cpu.stat");
    Long user = figures.get("user_usec");
    Long kernel = figures.get("system_usec");
    return user == null || kernel == null ? null : new CpuTime(user / 1e6, kernel / 1e6);
  }

  /** The most memory in bytes, page cache included; absent on kernels before 5.19. */
  @Nullable Long memoryPeak() {
    String peak = read("memory.peak").strip();
    return peak.matches("\\d{1,18}") ? Long.valueOf(peak) : null;
  }

  @Nullable StorageTraffic traffic() {
    if (!Files.isReadable(folder.resolve("io.stat"))) {
      return null;
    }
    long read = 0;
    long written = 0;
    for (String word : read("io.stat").split("\\s+", -1)) {
      read += word.startsWith("rbytes=") ? number(word) : 0;
      written += word.startsWith("wbytes=") ? number(word) : 0;
    }
    return new StorageTraffic(read, written);
  }

  /** The processes that are in it. */
  List<Long> processes() {
    return read("cgroup.procs").lines().filter(ControlGroup::isNumber).map(Long::valueOf).toList();
  }

  /** Lets what still runs go on in the group above, and takes this one away. */
  @Override
  public void close() throws IOException {
    Path above = parent(folder).resolve("cgroup.procs");
    for (int attempt = 0; attempt < 3 && !processes().isEmpty(); attempt++) {
      for (long process : processes()) {
        moved(process, above);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static void moved(long process, Path group) throws IOException {
    try {
      Files.writeString(group, Long.toString(process));
    } catch (IOException refused) {
      if (ProcessHandle.of(process).isPresent()) {
        throw refused;
      }
    }
  }

  private boolean tellsMemory() {
    return Files.isReadable(folder.resolve("memory.peak"));
  }

  private static @Nullable ControlGroup in(Path parent, String name) {
    try {
      return new ControlGroup(Files.createDirectory(parent.resolve(name)));
    } catch (IOException | SecurityException refused) {
      return null;
    }
  }

  private static void discard(@Nullable ControlGroup group) {
    if (group != null) {
      group.folder.toFile().delete();
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private Map<String, Long> numbers(String file) {
    return read(file)
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2 && isNumber(words[1]))
        .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException notThere) {
      return "";
    }
  }

  private static long number(String word) {
    String value = word.substring(word.indexOf('=') + 1);
    return isNumber(value) ? Long.parseLong(value) : 0;
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }
}
