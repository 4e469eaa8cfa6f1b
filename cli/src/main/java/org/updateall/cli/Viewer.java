package org.updateall.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program that shows a page to a person. */
final class Viewer {

  private static final long PATIENCE_SECONDS = 5;

  private final List<String> command;

  private Viewer(List<String> command) {
    this.command = command;
  }

  /**
   * What this system opens pages with: {@code open} of macOS, {@code start} of Windows, elsewhere
   * {@code xdg-open}, which asks the desktop, or {@code $BROWSER} where there is none.
   */
  static Viewer ofSystem(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return new Viewer(List.of("open"));
    }
    if (name.startsWith("windows")) {
      return new Viewer(List.of("cmd", "/c", "start", ""));
    }
    String browser = environment.getOrDefault("BROWSER", "");
    boolean hasDesktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return new Viewer(List.of(hasDesktop || browser.isEmpty() ? "xdg-open" : browser));
  }

  String program() {
    return command.get(0);
  }

  /**
   * Has the file shown, and does not wait until it is closed.
   *
   * @return whether it seems to have come about
   */
  boolean show(Path file) {
    List<String> words = new ArrayList<>(command);
    words.add(file.toAbsolutePath().toString());
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
