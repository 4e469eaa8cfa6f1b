package org.updateall.adapters.system;

import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for programs as shells do, so that a command that cannot be started is told from one that
 * ends with 126 or 127 by itself.
 */
final class ProgramSearch {

  /** What POSIX shells look through when nothing is said. */
  private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

  private final Map<String, String> environment;
  private final Path directory;

  ProgramSearch(Map<String, String> environment) {
    this(environment, null);
  }

  /**
   * @param directory from which relative names are meant; absent for that of this process
   */
  ProgramSearch(Map<String, String> environment, @Nullable Path directory) {
    this.environment = Map.copyOf(environment);
    this.directory = (directory == null ? Path.of("") : directory).toAbsolutePath();
  }

  /** The program's file, in a form that is never taken for an option. */
  Either<NotFound, String> find(String program) {
    boolean refused = false;
    try {
      for (String candidate : candidates(program)) {
        Path file = directory.resolve(candidate);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Either.right(candidate);
        }
        refused |= Files.exists(file);
      }
    } catch (InvalidPathException strange) {
      return Either.left(new NotFound(NotFound.MISSING, "'%s' names no file".formatted(program)));
    }
    return Either.left(
        refused
            ? new NotFound(NotFound.REFUSED, "'%s' may not be executed".formatted(program))
            : new NotFound(NotFound.MISSING, "there is no program '%s'".formatted(program)));
  }

  private List<String> candidates(String program) {
    if (program.contains("/")) {
      return List.of(program.startsWith("/") ? program : "./" + program);
    }
    List<String> candidates = new ArrayList<>();
    for (String folder : environment.getOrDefault("PATH", USUAL_PATH).split(":", -1)) {
      String place = folder.isEmpty() ? "." : folder;
      candidates.add((place.startsWith("/") ? place : "./" + place) + "/" + program);
    }
    return candidates;
  }

  /**
   * Why there is nothing to be started.
   *
   * @param exitCode what shells end with
   * @param problem in words
   */
  record NotFound(int exitCode, String problem) {
    static final int REFUSED = 126;
    static final int MISSING = 127;
  }
}
