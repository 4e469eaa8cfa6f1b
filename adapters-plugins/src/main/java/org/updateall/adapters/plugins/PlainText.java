package org.updateall.adapters.plugins;

import java.util.List;
import java.util.regex.Pattern;

/** What programs print, without what steers a terminal. */
final class PlainText {

  /** Control sequences, operating system commands, and two-character escapes (ECMA-48). */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001b\\[[0-?]*+[ -/]*+[@-~]?|\u001b[\\]PX^_][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)?|\u001b[ -/]*+[0-~]?");

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern OTHER_CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

  private static final Pattern BLANKS = Pattern.compile("[\t\n\r]+");

  private PlainText() {}

  /** The text without escape sequences and control characters, but for tabs and line ends. */
  static String of(String text) {
    String unescaped = text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
    return OTHER_CONTROL.matcher(unescaped).replaceAll("");
  }

  /** The text as one line, without what steers a terminal. */
  static String line(String text) {
    return BLANKS.matcher(of(text)).replaceAll(" ").strip();
  }

  /** The lines of a text, without what steers a terminal; a line that was overwritten is one. */
  static List<String> lines(String text) {
    return LINE_END.splitAsStream(of(text)).toList();
  }

  /** The first line that says something, cut to what a person reads. */
  static String summary(String text) {
    String first =
        lines(text).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("");
    return first.length() <= 200 ? first : first.substring(0, 199) + "…";
  }
}
