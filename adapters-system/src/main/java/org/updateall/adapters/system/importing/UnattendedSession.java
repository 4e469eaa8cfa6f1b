package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One run of unattended-upgrades, as its log tells it: it looks what there is and downloads that,
 * names the packages, installs them, and may remove what is no longer needed. The wording is that
 * of versions from 2007 on; old ones named the packages that <em>are</em> upgraded.
 */
final class UnattendedSession {

  /** What became of a run. */
  enum Outcome {
    /** It installed everything that it had named. */
    INSTALLED,
    /** There was nothing to install; it may have removed what was no longer needed. */
    NOTHING,
    /** It went wrong, or it was told to stop before it was done. */
    FAILED,
    /** It only said what it would have done. */
    REHEARSED,
    /** It said nothing of an end. */
    UNKNOWN
  }

  private static final String NAMED = "Packages that will be upgraded:";
  private static final String NAMED_BEFORE = "Packages that are upgraded:";
  private static final String DETAIL = "error message:";

  private final long line;
  private final LocalDateTime start;
  private LocalDateTime last;
  private Outcome outcome = Outcome.UNKNOWN;
  private boolean rehearsal;
  private boolean removed;
  private @Nullable Integer named;
  private @Nullable String stopped;
  private @Nullable String error;

  UnattendedSession(long line, LocalDateTime start) {
    this.line = line;
    this.start = start;
    this.last = start;
  }

  /** Takes the next message; what says nothing of the course of the run is left out. */
  void add(LocalDateTime time, String level, String message) {
    boolean tells =
        switch (level) {
          case "ERROR", "CRITICAL" -> failure(message);
          case "WARNING" -> stop(message);
          default -> progress(message);
        };
    last = tells ? time : last;
  }

  private boolean failure(String message) {
    if (message.startsWith("Auto-removing")) {
      outcome = Outcome.FAILED;
    }
    boolean afterwards = isOver() && outcome != Outcome.FAILED;
    if (afterwards || message.startsWith("Lock file is already taken")) {
      return false;
    }
    error = error == null ? message : withDetail(error, message);
    return true;
  }

  private static String withDetail(String error, String message) {
    boolean details = message.regionMatches(true, 0, DETAIL, 0, DETAIL.length());
    return details ? error + " " + message.substring(DETAIL.length()).strip() : error;
  }

  private boolean stop(String message) {
    if (message.endsWith("received, will stop") || message.endsWith(", stopping")) {
      stopped = message;
      return true;
    }
    return false;
  }

  private boolean progress(String message) {
    if (message.startsWith(NAMED)) {
      named = words(message.substring(NAMED.length()));
    } else if (message.startsWith(NAMED_BEFORE)) {
      named = words(message.substring(NAMED_BEFORE.length()));
    } else if (message.startsWith("All upgrades installed")) {
      outcome = Outcome.INSTALLED;
    } else if (message.startsWith("No packages found that can be upgraded unattended")) {
      outcome = error == null ? Outcome.NOTHING : outcome;
    } else if (message.startsWith("Option --dry-run given")) {
      rehearsal = true;
    } else if (message.startsWith("Packages were successfully auto-removed")
        || message.startsWith("Packages that were successfully auto-removed:")) {
      removed = true;
    } else {
      return message.startsWith("Writing dpkg log to ");
    }
    return true;
  }

  private static int words(String text) {
    String list = text.strip();
    return list.isEmpty() ? 0 : list.split("\\s+").length;
  }

  private boolean isOver() {
    return outcome != Outcome.UNKNOWN;
  }

  long line() {
    return line;
  }

  LocalDateTime start() {
    return start;
  }

  /** The time of the last message that told of its course. */
  LocalDateTime last() {
    return last;
  }

  Outcome outcome() {
    if (rehearsal) {
      return Outcome.REHEARSED;
    }
    if (isOver()) {
      return outcome;
    }
    if (error != null || stopped != null) {
      return Outcome.FAILED;
    }
    return Integer.valueOf(0).equals(named) ? Outcome.NOTHING : Outcome.UNKNOWN;
  }

  /** Whether it removed packages that were no longer needed. */
  boolean hasRemoved() {
    return removed;
  }

  /** How many packages it was to install; none where it did not come that far. */
  Option<Integer> named() {
    return Option.of(named);
  }

  /** What went wrong, or made it stop. */
  Option<String> error() {
    return Option.of(error).orElse(Option.of(stopped)).map(PlainText::of);
  }
}
