package org.updateall.domain.updating;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invariants that the records of this package share. Each failure names field and value. */
final class Checks {

  private Checks() {}

  static void notBlank(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " is empty");
    }
  }

  /** Something to read in one line. */
  static void text(String field, String value) {
    notBlank(field, value);
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "%s holds the control character U+%04X".formatted(field, (int) value.charAt(i)));
      }
    }
  }

  static void notNegative(String field, @Nullable Number value) {
    if (value != null && !(value.doubleValue() >= 0 && Double.isFinite(value.doubleValue()))) {
      throw new IllegalArgumentException(field + " is negative or not finite: " + value);
    }
  }

  static void positive(String field, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(field + " is not above zero: " + value);
    }
  }

  /** A program and its arguments, as the operating system can take them. */
  static void command(String field, List<String> arguments) {
    if (arguments.isEmpty() || arguments.get(0).isBlank()) {
      throw new IllegalArgumentException(field + " names no program");
    }
    arguments.forEach(argument -> passable(field, argument));
  }

  static void environment(Map<String, String> variables) {
    variables.forEach(
        (name, value) -> {
          if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("no environment variable can be named: " + name);
          }
          passable("the name of an environment variable", name);
          passable("the environment variable " + name, value);
        });
  }

  private static void passable(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field + " holds the control character U+0000");
    }
  }
}
