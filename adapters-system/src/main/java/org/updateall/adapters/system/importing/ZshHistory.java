package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/**
 * The lines of one zsh history: {@code : 1471766804:3;command}, the second at which the command
 * began and how many it took, as zsh writes them with its option EXTENDED_HISTORY. Within a command
 * a line that goes on ends with a backslash. Only updates are looked at further, and of what was
 * typed nothing is kept.
 */
final class ZshHistory {

  private static final int MAX_SECONDS_DIGITS = 11;
  private static final int MAX_ELAPSED_DIGITS = 8;
  private static final int MAX_COMMAND = 2_000;

  private final LogReading reading;
  private final StringBuilder command = new StringBuilder();
  private long line;
  private @Nullable Instant start;
  private long elapsed;
  private boolean goesOn;
  private boolean plain;
  private boolean timed;

  ZshHistory(LogReading reading) {
    this.reading = reading;
  }

  /** Takes the next line. */
  void add(String text, long number) {
    if (!goesOn) {
      begin(text, number);
    } else {
      append(text);
    }
    goesOn = text.endsWith("\\");
    if (!goesOn) {
      finish();
    }
  }

  /** There is no more; what goes on beyond the end is left out. */
  void end() {
    if (plain && !timed) {
      reading.skip(null, "holds no times: zsh was without its option EXTENDED_HISTORY");
    }
  }

  private void begin(String text, long number) {
    command.setLength(0);
    start = null;
    line = number;
    int colon = text.indexOf(':', 2);
    int semicolon = text.indexOf(';', colon + 1);
    if (!text.startsWith(": ") || colon < 0 || semicolon < 0) {
      plain = plain || !text.isBlank();
      return;
    }
    long second = number(text.substring(2, colon).strip(), MAX_SECONDS_DIGITS);
    elapsed = number(text.substring(colon + 1, semicolon), MAX_ELAPSED_DIGITS);
    if (second >= 0 && elapsed >= 0) {
      timed = true;
      start = Instant.ofEpochSecond(second);
      append(text.substring(semicolon + 1));
    }
  }

  /** A line that the shell itself saw as going on ends with two backslashes, others with one. */
  private void append(String text) {
    if (start == null || command.length() > MAX_COMMAND) {
      return;
    }
    if (text.endsWith("\\\\")) {
      command.append(text, 0, text.length() - 2).append(' ');
    } else if (text.endsWith("\\")) {
      command.append(text, 0, text.length() - 1).append(';');
    } else {
      command.append(text);
    }
  }

  private void finish() {
    Instant began = start;
    if (began == null) {
      return;
    }
    Option<PluginName> plugin = UpdateCommands.pluginOf(command.toString());
    if (plugin.isEmpty()) {
      return;
    }
    if (elapsed == 0) {
      reading.skip(line, "does not say how long it took");
    } else if (reading.believes(line, began, began.plusSeconds(elapsed))) {
      take(plugin.get(), began);
    }
  }

  private void take(PluginName plugin, Instant began) {
    String identity = "%d:%d-%s".formatted(began.getEpochSecond(), elapsed, plugin);
    reading.take(
        line,
        Sighting.builder(ZshImporter.ID, identity, plugin, Extent.SESSION)
            .ended(ExecutionStatus.SUCCESS, began, began.plusSeconds(elapsed)));
  }

  /** So many digits at most as a number; -1 where the text is something else. */
  private static long number(String text, int maxDigits) {
    boolean number =
        !text.isEmpty()
            && text.length() <= maxDigits
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? Long.parseLong(text) : -1;
  }
}
