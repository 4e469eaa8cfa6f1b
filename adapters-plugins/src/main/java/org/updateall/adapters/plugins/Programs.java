package org.updateall.adapters.plugins;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The programs that can be started by their names: those in the absolute folders of PATH. */
final class Programs {

  private final List<String> folders;

  /**
   * @param path the value of PATH
   */
  Programs(String path) {
    folders = Arrays.stream(path.split(":", -1)).filter(folder -> folder.startsWith("/")).toList();
  }

  /** Whether there is such a program; a name with a slash is a file, and not looked for. */
  boolean has(String program) {
    return program.indexOf('/') >= 0
        ? isProgram("", program)
        : folders.stream().anyMatch(folder -> isProgram(folder + "/", program));
  }

  private static boolean isProgram(String folder, String name) {
    try {
      Path file = Path.of(folder + name);
      return Files.isRegularFile(file) && Files.isExecutable(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
