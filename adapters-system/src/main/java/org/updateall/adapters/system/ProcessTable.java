package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's table of processes, read file by file; what has just ended is simply not there.
 * Where there is no such table, who lives is known from the JDK, and nothing else.
 */
final class ProcessTable {

  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,15}) kB$");
  private static final Pattern HIGH_WATER = Pattern.compile("(?m)^VmHWM:\\s+(\\d{1,15}) kB$");

  private final Path root;
  private final boolean there;

  /**
   * @param root as a rule {@code /proc}
   */
  ProcessTable(Path root) {
    this.root = root;
    this.there = Files.isReadable(root.resolve("self/stat"));
  }

  boolean isThere() {
    return there;
  }

  @Nullable ProcessEntry entry(long number) {
    if (!there) {
      return ProcessHandle.of(number).map(ProcessTable::entry).orElse(null);
    }
    String stat = read(root.resolve(number + "/stat"));
    return stat == null ? null : ProcessEntry.from(number, stat);
  }

  /** The CPU time of children of this process that it waited for; absent if nobody tells. */
  @Nullable CpuTime ofReapedChildren() {
    String stat = read(root.resolve("self/stat"));
    ProcessEntry self =
        stat == null ? null : ProcessEntry.from(ProcessHandle.current().pid(), stat);
    return self == null ? null : self.ofChildren();
  }

  /** Everybody that lives, zombies not. */
  List<ProcessEntry> everybody() {
    List<ProcessEntry> everybody = new ArrayList<>();
    for (Path folder : list(root, "[0-9]*")) {
      ProcessEntry entry = entry(Long.parseLong(folder.getFileName().toString()));
      if (entry != null && !entry.zombie()) {
        everybody.add(entry);
      }
    }
    return everybody;
  }

  /** The numbers of a process's children, zombies among them. */
  List<Long> children(long number) {
    List<Path> threads = list(root.resolve(number + "/task"), "*");
    List<Long> children = new ArrayList<>();
    for (Path thread : threads) {
      String line = read(thread.resolve("children"));
      if (line == null && Files.isReadable(thread.resolve("stat"))) {
        return withoutChildrenFiles(number);
      }
      for (String child : (line == null ? "" : line).strip().split(" ", -1)) {
        if (!child.isEmpty()) {
          children.add(Long.valueOf(child));
        }
      }
    }
    return threads.isEmpty() ? withoutChildrenFiles(number) : children;
  }

  /** Resident memory now, and the most that there was, in bytes; absent if nobody may know. */
  @Nullable Memory memory(long number) {
    String status = read(root.resolve(number + "/status"));
    if (status == null) {
      return null;
    }
    Matcher resident = RESIDENT.matcher(status);
    Matcher most = HIGH_WATER.matcher(status);
    return resident.find() && most.find()
        ? new Memory(Long.parseLong(resident.group(1)) * 1024, Long.parseLong(most.group(1)) * 1024)
        : null;
  }

  @Nullable StorageTraffic traffic(long number) {
    String account = read(root.resolve(number + "/io"));
    return account == null ? null : StorageTraffic.fromAccount(account);
  }

  /** The path of this process's group in the second version of cgroups; absent if it has none. */
  @Nullable String ownCgroup() {
    String groups = read(root.resolve("self/cgroup"));
    return groups == null
        ? null
        : groups
            .lines()
            .filter(line -> line.startsWith("0::/"))
            .map(line -> line.substring("0::/".length()))
            .findFirst()
            .orElse(null);
  }

  private static ProcessEntry entry(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    long parent = process.parent().map(ProcessHandle::pid).orElse(0L);
    ProcessId id = new ProcessId(process.pid(), start);
    return new ProcessEntry(
        id, parent, ProcessEntry.NO_SESSION, !process.isAlive(), CpuTime.NONE, CpuTime.NONE);
  }

  /** A kernel may be built without the files that name children. */
  private static List<Long> withoutChildrenFiles(long number) {
    return ProcessHandle.of(number).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .toList();
  }

  private static List<Path> list(Path folder, String names) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, names)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException gone) {
      return entries;
    }
    return entries;
  }

  private static @Nullable String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException goneOrForbidden) {
      return null;
    }
  }

  /**
   * Resident memory of a process in bytes.
   *
   * @param now at the moment
   * @param most since it began to be this program
   */
  record Memory(long now, long most) {}
}
