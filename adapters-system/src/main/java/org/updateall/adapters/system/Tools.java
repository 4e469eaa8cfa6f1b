package org.updateall.adapters.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs of the machine that help to measure.
 *
 * @param shell a POSIX shell
 * @param setsid starts a session; absent where it is not installed
 * @param time GNU time; absent where it is not installed
 */
record Tools(Path shell, @Nullable Path setsid, @Nullable Path time) {

  static Tools ofThisMachine() {
    Path time = installed("time");
    return new Tools(
        Path.of("/bin/sh"), installed("setsid"), time != null && isGnu(time) ? time : null);
  }

  private static @Nullable Path installed(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether it is GNU time from 1.8 on. Earlier ones, which write their name in small letters, tell
   * four times the memory, and so does BusyBox.
   */
  static boolean isGnu(Path time) {
    try {
      Process process =
          new ProcessBuilder(List.of(time.toString(), "--version"))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).contains("(GNU Time)");
    } catch (IOException e) {
      return false; // It cannot be run, so it cannot measure.
    }
  }
}
