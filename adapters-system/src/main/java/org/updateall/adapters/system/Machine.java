package org.updateall.adapters.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this machine offers for measuring.
 *
 * @param shell a POSIX shell; absent if there is none
 * @param gnuTime GNU time, or why there is none
 * @param setsid the program that begins a session; absent if there is none
 * @param processes where the kernel tells of processes, as a rule {@code /proc}
 * @param cgroups where the second version of cgroups is mounted; absent if it is not
 * @param scratch where small files are kept for as long as a command runs
 */
record Machine(
    @Nullable Path shell,
    GnuTime gnuTime,
    @Nullable Path setsid,
    Path processes,
    @Nullable Path cgroups,
    Path scratch) {

  private static final List<Path> CGROUP_MOUNTS =
      List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));
  private static final Path MEMORY_DISK = Path.of("/dev/shm");

  static Machine here() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    Path scratch = Files.isWritable(MEMORY_DISK) ? MEMORY_DISK : temporary;
    Path shell = executable(Path.of("/bin/sh"));
    return new Machine(
        shell,
        shell == null ? GnuTime.MISSING : GnuTime.at(Path.of("/usr/bin/time"), scratch),
        beginnerOfSessions(),
        Path.of("/proc"),
        CGROUP_MOUNTS.stream()
            .filter(mount -> Files.isReadable(mount.resolve("cgroup.controllers")))
            .findFirst()
            .orElse(null),
        scratch);
  }

  private static @Nullable Path beginnerOfSessions() {
    String found = new ProgramSearch(Map.of("PATH", "/usr/bin:/bin")).find("setsid").getOrNull();
    return found == null ? null : Path.of(found);
  }

  private static @Nullable Path executable(Path program) {
    return Files.isRegularFile(program) && Files.isExecutable(program) ? program : null;
  }
}
