package org.updateall.adapters.system;

import io.vavr.control.Either;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Command;

/**
 * Finds the file of a program as a shell would, but before anything is started. The file's full
 * name is never that of a shell's builtin, and never begins with a dash.
 */
final class ProgramSearch {

  /** Why a program cannot be started, and the code that shells end with then. */
  record Refusal(int exitCode, String problem) {}

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private ProgramSearch() {}

  static Either<Refusal, Path> find(Command command, Map<String, String> environment) {
    String program = command.arguments().get(0);
    Path directory = command.directory();
    if (directory != null && !Files.isDirectory(directory)) {
      return refuse(NOT_EXECUTABLE, "there is no directory " + directory);
    }
    for (String argument : command.arguments()) {
      if (!canBeHandedOver(argument)) {
        return refuse(
            NOT_EXECUTABLE,
            "'%s' cannot be written in this locale's encoding (%s)"
                .formatted(argument, nativeEncoding()));
      }
    }
    try {
      return program.contains("/")
          ? judge(program, inDirectory(directory, program))
          : alongPath(program, directory, environment.getOrDefault("PATH", "/usr/bin:/bin"));
    } catch (InvalidPathException e) {
      return refuse(NOT_FOUND, "not a file's name: " + program);
    }
  }

  private static Either<Refusal, Path> alongPath(
      String program, @Nullable Path directory, String path) {
    Either<Refusal, Path> best = refuse(NOT_FOUND, "program not found: " + program);
    for (String folder : path.split(":", -1)) {
      Path candidate = inDirectory(directory, folder.isEmpty() ? "." : folder).resolve(program);
      Either<Refusal, Path> judged = judge(program, candidate);
      if (judged.isRight()) {
        return judged;
      }
      if (!Files.isDirectory(candidate) && judged.getLeft().exitCode() == NOT_EXECUTABLE) {
        best = judged;
      }
    }
    return best;
  }

  private static Either<Refusal, Path> judge(String program, Path file) {
    if (!Files.exists(file)) {
      return refuse(NOT_FOUND, "program not found: " + program);
    }
    if (Files.isDirectory(file)) {
      return refuse(NOT_EXECUTABLE, "a directory, not a program: " + program);
    }
    return Files.isExecutable(file)
        ? Either.right(file)
        : refuse(NOT_EXECUTABLE, "not executable: " + program);
  }

  private static Path inDirectory(@Nullable Path directory, String name) {
    return Objects.requireNonNullElse(directory, Path.of("")).toAbsolutePath().resolve(name);
  }

  /** The runtime would put a question mark in the place of what it cannot write. */
  private static boolean canBeHandedOver(String argument) {
    return Charset.forName(nativeEncoding()).newEncoder().canEncode(argument);
  }

  private static String nativeEncoding() {
    return System.getProperty("sun.jnu.encoding", "UTF-8");
  }

  private static Either<Refusal, Path> refuse(int exitCode, String problem) {
    return Either.left(new Refusal(exitCode, problem));
  }
}
