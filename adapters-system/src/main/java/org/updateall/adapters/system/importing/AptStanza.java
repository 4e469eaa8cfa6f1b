package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as apt writes it into its history: fields up to an empty line. What apt means to
 * do stands there before the work begins; what became of it is added at the end.
 */
final class AptStanza {

  private static final String BETWEEN_PACKAGES = "), ";

  private final RecordFingerprint intended = new RecordFingerprint();
  private final long line;
  private final Option<LocalDateTime> start;
  private Option<LocalDateTime> end = Option.none();
  private boolean ended;
  private boolean cut;
  private boolean rehearsal;
  private int packages;
  private @Nullable String error;

  /**
   * @param line where it begins
   * @param startDate what its first field says
   */
  AptStanza(long line, String startDate) {
    this.line = line;
    this.start = time(startDate);
    intended.add(startDate);
  }

  /** Takes the next field. */
  void add(String field) {
    cut = cut || LogReading.isCut(field);
    int colon = field.indexOf(':');
    String name = colon < 0 ? "" : field.substring(0, colon);
    switch (name) {
      case "End-Date" -> end(field.substring(colon + 1));
      case "Error" -> error = PlainText.of(field.substring(colon + 1));
      case "Commandline" -> {
        rehearsal = isRehearsal(field);
        intended.add(field);
      }
      case "Disappeared" -> {}
      case "Install", "Reinstall", "Upgrade", "Downgrade" -> {
        packages += entries(field, colon + 1);
        intended.add(field);
      }
      default -> intended.add(field);
    }
  }

  long line() {
    return line;
  }

  /** When it began; none where that is no time. */
  Option<LocalDateTime> start() {
    return start;
  }

  /** When it ended; none where it says nothing of that, or that is no time. */
  Option<LocalDateTime> end() {
    return end;
  }

  /** Whether it says when it ended, be it readable or not. */
  boolean hasEnded() {
    return ended;
  }

  /** Whether a part of it was too long to be read. */
  boolean isCut() {
    return cut;
  }

  /** Whether nothing was to be done, only told. */
  boolean isRehearsal() {
    return rehearsal;
  }

  /** How many packages it was to install, to upgrade, to install again or to downgrade. */
  int packages() {
    return packages;
  }

  /** What went wrong, if it says so. */
  Option<String> error() {
    return Option.of(error);
  }

  /** That of the fields that tell what was intended. */
  String fingerprint() {
    return intended.take();
  }

  /** Apt itself does not log what it rehearses; unattended-upgrades has it logged. */
  private static boolean isRehearsal(String commandLine) {
    return commandLine.contains("unattended-upgrade")
        && List.of(commandLine.split(" ")).contains("--dry-run");
  }

  private void end(String date) {
    ended = true;
    end = time(date);
  }

  private static Option<LocalDateTime> time(String date) {
    return LogStamp.at(date.strip()).map(LogStamp::time);
  }

  /** How many entries such as {@code name:amd64 (1.0, 1.1)} a list has. */
  private static int entries(String list, int from) {
    int count = 0;
    int next = from;
    for (int end = list.indexOf(BETWEEN_PACKAGES, next);
        end >= 0;
        end = list.indexOf(BETWEEN_PACKAGES, next)) {
      count++;
      next = end + BETWEEN_PACKAGES.length();
    }
    return list.substring(next).isBlank() ? count : count + 1;
  }
}
