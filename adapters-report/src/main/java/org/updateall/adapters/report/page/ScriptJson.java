package org.updateall.adapters.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JSON (RFC 8259) that can stand in a script element: no character of it means anything to a reader
 * of HTML or of older JavaScript, since the few that would are written as escapes.
 */
final class ScriptJson {

  private final StringBuilder written = new StringBuilder("{");

  ScriptJson put(String name, String value) {
    return begin(name, quoted(value));
  }

  ScriptJson put(String name, boolean value) {
    return begin(name, Boolean.toString(value));
  }

  /** Numbers, rounded to so many significant digits. */
  ScriptJson put(String name, List<Double> values, int digits) {
    MathContext rounding = new MathContext(digits);
    return begin(
        name,
        values.stream()
            .map(value -> number(value, rounding))
            .collect(Collectors.joining(",", "[", "]")));
  }

  ScriptJson put(String name, List<Long> values) {
    return begin(
        name, values.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
  }

  private ScriptJson begin(String name, String json) {
    if (written.length() > 1) {
      written.append(',');
    }
    written.append(quoted(name)).append(':').append(json);
    return this;
  }

  /** The shorter one of the two ways to write it. */
  private static String number(double value, MathContext rounding) {
    BigDecimal rounded = new BigDecimal(value).round(rounding).stripTrailingZeros();
    String plain = rounded.toPlainString();
    String power = rounded.unscaledValue() + "e" + -rounded.scale();
    return power.length() < plain.length() ? power : plain;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' || sign > '~' || "\"\\<>&'".indexOf(sign) >= 0) {
        quoted.append("\\u").append(String.format("%04x", (int) sign));
      } else {
        quoted.append(sign);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return written + "}";
  }
}
