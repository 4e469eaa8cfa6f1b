package org.updateall.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/** Text as a terminal shows it. */
final class Text {

  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RESET = "\u001b[0m";

  private Text() {}

  static String bold(String text) {
    return BOLD + text + RESET;
  }

  static String green(String text) {
    return GREEN + text + RESET;
  }

  static String yellow(String text) {
    return YELLOW + text + RESET;
  }

  /** The text with everything that could steer a terminal made visible instead. */
  static String printable(String text) {
    return text.codePoints().mapToObj(Text::printable).collect(Collectors.joining());
  }

  /** What went wrong with a file, without the name of a class. */
  static String inWords(UncheckedIOException failure) {
    Throwable cause = failure.getCause();
    if (!(cause instanceof FileSystemException about)) {
      return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }
    String reason = about.getReason();
    if (about instanceof NoSuchFileException) {
      reason = "no such file or folder";
    } else if (about instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (reason == null) {
      reason = "it cannot be used";
    }
    return about.getFile() + ": " + reason;
  }

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }

  private static String printable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u%04x".formatted(point);
      default -> Character.toString(point);
    };
  }
}
