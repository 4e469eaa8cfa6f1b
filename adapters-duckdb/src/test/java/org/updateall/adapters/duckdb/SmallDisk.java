package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of 24 MB of a test's own, where the system lets the tests have one. */
final class SmallDisk implements AutoCloseable {

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /** Mounts it; skips the test where that is not allowed. */
  static SmallDisk mount(Path directory) throws IOException {
    boolean mounted =
        Files.isExecutable(Path.of("/bin/mount"))
            && run("/bin/mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", directory.toString());
    assumeTrue(mounted, "no disk can be mounted here");
    return new SmallDisk(directory);
  }

  /** Fills it, so that only that many bytes are free. */
  void fillLeaving(long bytes) throws IOException {
    Files.deleteIfExists(filler());
    long size = Files.getFileStore(directory).getUsableSpace() - bytes;
    Files.write(filler(), new byte[(int) Math.max(0, size)]);
  }

  void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  void makeReadOnly() throws IOException {
    assumeTrue(run("/bin/mount", "-o", "remount,ro", directory.toString()));
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  private static boolean run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.onExit().join().exitValue() == 0;
  }

  @Override
  public void close() throws IOException {
    if (!run("/bin/umount", "-l", directory.toString())) {
      throw new IOException(directory + " cannot be unmounted");
    }
  }
}
