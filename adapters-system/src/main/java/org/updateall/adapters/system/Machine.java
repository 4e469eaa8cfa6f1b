package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this machine offers for measuring.
 *
 * @param shell a POSIX shell; absent if there is none
 * @param gnuTime GNU time; absent if there is none
 * @param setsid the program that begins a session; absent if there is none
 * @param processes where the kernel tells of processes, as a rule {@code /proc}
 * @param cgroups where the second version of cgroups is mounted; absent if it is not
 * @param scratch where small files are kept for as long as a command runs
 */
record Machine(
    @Nullable Path shell,
    @Nullable Path gnuTime,
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
        shell == null ? null : gnuTime(Path.of("/usr/bin/time"), scratch),
        beginnerOfSessions(),
        Path.of("/proc"),
        CGROUP_MOUNTS.stream()
            .filter(mount -> Files.isReadable(mount.resolve("cgroup.controllers")))
            .findFirst()
            .orElse(null),
        scratch);
  }

  /** That program if it is GNU time, which is seen by what it does. */
  static @Nullable Path gnuTime(Path program, Path scratch) {
    if (executable(program) == null) {
      return null;
    }
    try {
      Path answer = Files.createTempFile(scratch, "update-all-time", "");
      try {
        Process process =
            new ProcessBuilder(
                    program.toString(),
                    "-f",
                    "%M",
                    "-o",
                    answer.toString(),
                    "--",
                    "/bin/sh",
                    "-c",
                    ":")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = ended(process);
        return ended && Files.readString(answer).strip().matches("\\d+") ? program : null;
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException cannotBeTried) {
      return null;
    }
  }

  private static boolean ended(Process process) {
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  private static @Nullable Path beginnerOfSessions() {
    String found = new ProgramSearch(Map.of("PATH", "/usr/bin:/bin")).find("setsid").getOrNull();
    return found == null ? null : Path.of(found);
  }

  private static @Nullable Path executable(Path program) {
    return Files.isRegularFile(program) && Files.isExecutable(program) ? program : null;
  }
}
