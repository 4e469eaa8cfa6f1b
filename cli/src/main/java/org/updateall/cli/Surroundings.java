package org.updateall.cli;

import io.vavr.control.Option;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.StandardLocations;

/**
 * What the program finds around itself.
 *
 * @param out where data goes
 * @param err where talk goes
 * @param environment the environment variables
 * @param home the user's home folder
 * @param interactive whether a person at a terminal reads what is written to {@code out}
 * @param watched the terminal behind {@code err}, for what is drawn and gone again; absent if there
 *     is none
 * @param passedOut where data goes that other programs print, byte for byte
 * @param passedErr where their talk goes
 * @param prompt who can be asked
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path home,
    boolean interactive,
    @Nullable PrintStream watched,
    OutputStream passedOut,
    OutputStream passedErr,
    Prompt prompt) {

  /** What the operating system says of standard error, where it says so. */
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /** Where nothing of other programs is passed on. */
  Surroundings(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path home,
      boolean interactive,
      @Nullable PrintStream watched) {
    this(
        out,
        err,
        environment,
        home,
        interactive,
        watched,
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Prompt.NOBODY);
  }

  /** Where nobody can be asked. */
  Surroundings(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path home,
      boolean interactive,
      @Nullable PrintStream watched,
      OutputStream passedOut,
      OutputStream passedErr) {
    this(out, err, environment, home, interactive, watched, passedOut, passedErr, Prompt.NOBODY);
  }

  /** The person at a terminal, if one reads what is asked there. */
  static Prompt prompt(@Nullable Console console, boolean watched) {
    return console == null || !watched
        ? Prompt.NOBODY
        : question -> Option.of(console.readLine("%s", question));
  }

  StandardLocations locations() {
    return StandardLocations.of(environment, home);
  }

  /**
   * Whether escape codes are welcome: at a terminal, unless {@code NO_COLOR} or its type forbid.
   */
  boolean allowsColor() {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /**
   * Whether more than ASCII is shown as it is: unless the locale is set, and not to UTF-8. The
   * launcher, which sets another for Java, hands on what it was.
   */
  boolean showsBlocks() {
    String locale =
        Stream.of("UPDATE_ALL_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("UTF-8");
    return locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
  }

  /** Says on standard error why something is not as hoped, with nothing that steers a terminal. */
  void complain(String line) {
    err.println("update-all: " + Text.printable(line));
  }

  /** The user's home folder: {@code $HOME}, as every shell has it, else as the system knows it. */
  static Path home(Map<String, String> environment, String otherwise) {
    Path home = Path.of(environment.getOrDefault("HOME", ""));
    return home.isAbsolute() ? home : Path.of(otherwise);
  }

  /**
   * Whether standard error is a terminal; it may be where standard output is not, and not where it
   * is.
   */
  static boolean isErrorWatched(boolean interactive) {
    try {
      return Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(pts/|tty|console).*");
    } catch (IOException | UnsupportedOperationException e) {
      return interactive;
    }
  }

  /** Since JDK 22 there is a console without a terminal, which its new method tells apart. */
  static boolean isInteractive(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJdk22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
