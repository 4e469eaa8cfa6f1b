package org.updateall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide a terminal is: {@code COLUMNS}, else as {@code stty} has it. */
final class TerminalWidth {

  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)\\s*");
  private static final int LEAST = 20;

  private TerminalWidth() {}

  static int columns(Map<String, String> environment, int otherwise) {
    String told = environment.getOrDefault("COLUMNS", "");
    if (told.matches("[1-9]\\d{1,4}")) {
      return Math.max(LEAST, Integer.parseInt(told));
    }
    Matcher size = SIZE.matcher(asked());
    return size.matches() && Integer.parseInt(size.group(2)) >= LEAST
        ? Integer.parseInt(size.group(2))
        : otherwise;
  }

  private static String asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor(1, TimeUnit.SECONDS) ? answer : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
