package org.updateall.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.StandardLocations;

/**
 * What the program finds around itself.
 *
 * @param out where data goes
 * @param err where talk goes
 * @param environment the environment variables
 * @param home the user's home folder
 * @param interactive whether a person at a terminal reads what is written
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path home,
    boolean interactive) {

  StandardLocations locations() {
    return StandardLocations.of(environment, home);
  }

  /** Whether escape codes are welcome: at a terminal, unless {@code NO_COLOR} or its type forbid. */
  boolean allowsColor() {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
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
