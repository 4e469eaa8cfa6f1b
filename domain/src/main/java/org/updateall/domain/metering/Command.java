package org.updateall.domain.metering;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command to be run.
 *
 * @param arguments the program and its arguments; each is handed over as it is, never to a shell
 * @param environment variables that are set for it, beside those that it inherits
 * @param directory where it runs; absent for the directory of this process
 * @param timeLimit how long it may take; absent for as long as it likes
 * @param input what it reads
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    @Nullable Path directory,
    @Nullable Duration timeLimit,
    Input input) {

  /** What a command reads from its standard input. */
  public enum Input {
    /** Nothing: it is at its end at once. */
    NOTHING,
    /**
     * Nothing either, but it belongs to the terminal of this process if there is one: by that sudo
     * knows whom it has let in.
     */
    NOTHING_AT_TERMINAL,
    /** What this process would read, such as the terminal. */
    INHERITED
  }

  /**
   * @throws IllegalArgumentException if there is no program, a text holds the character 0, a
   *     variable's name is empty or holds '=', or the time limit is not above zero
   */
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    requireNonNull(input, "input");
    if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
      throw new IllegalArgumentException("there is no program to run");
    }
    arguments.forEach(argument -> requireWithoutZero("an argument", argument));
    environment.forEach(
        (name, value) -> {
          if (name.isEmpty() || name.contains("=")) {
            throw new IllegalArgumentException("not the name of a variable: '%s'".formatted(name));
          }
          requireWithoutZero("a variable's name", name);
          requireWithoutZero("the variable " + name, value);
        });
    if (timeLimit != null && (timeLimit.isNegative() || timeLimit.isZero())) {
      throw new IllegalArgumentException("a time limit is above zero, and not " + timeLimit);
    }
  }

  /** A program with its arguments; it reads nothing, and takes as long as it likes. */
  public static Command of(List<String> arguments) {
    return new Command(arguments, Map.of(), null, null, Input.NOTHING);
  }

  /** The same with a time limit. */
  public Command within(@Nullable Duration limit) {
    return new Command(arguments, environment, directory, limit, input);
  }

  /** The same with other variables. */
  public Command with(Map<String, String> variables) {
    return new Command(arguments, variables, directory, timeLimit, input);
  }

  /** The same, reading what this process would read. */
  public Command readingWhatThisProcessReads() {
    return new Command(arguments, environment, directory, timeLimit, Input.INHERITED);
  }

  /** The same, reading nothing, but belonging to the terminal of this process. */
  public Command atTerminal() {
    return new Command(arguments, environment, directory, timeLimit, Input.NOTHING_AT_TERMINAL);
  }

  private static void requireWithoutZero(String what, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(what + " holds the character 0");
    }
  }
}
