package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A line of pacman's log that begins with a time, such as {@code [2026-10-01T10:01:00+0200] [ALPM]
 * transaction started}; its parts are looked at without making copies of them.
 *
 * @param text the whole line
 * @param form how its time is written
 */
record PacmanLine(String text, Form form) {

  /** How pacman wrote the time of a line. */
  enum Form {
    /** To the second with the offset of the zone, since pacman 5.2. */
    SECOND,
    /** To the minute, in local time, with the name of who wrote the line. */
    MINUTE,
    /** To the minute, in local time, before pacman 4.1: without saying who wrote the line. */
    ANONYMOUS_MINUTE,
    /** None: it is the output of a program, or something else that goes on from another line. */
    NONE
  }

  private static final int SECOND_END = 25;
  private static final int MINUTE_END = 17;
  private static final int DATE_END = 11;
  private static final int OFFSET = 20;

  /** The line, whatever it is. */
  static PacmanLine of(String text) {
    if (text.isEmpty() || text.charAt(0) != '[') {
      return new PacmanLine(text, Form.NONE);
    }
    if (hasTime(text, 'T', SECOND_END)) {
      return new PacmanLine(text, Form.SECOND);
    }
    if (hasTime(text, ' ', MINUTE_END)) {
      return new PacmanLine(
          text, text.startsWith("[", MINUTE_END + 2) ? Form.MINUTE : Form.ANONYMOUS_MINUTE);
    }
    return new PacmanLine(text, Form.NONE);
  }

  private static boolean hasTime(String text, char separator, int end) {
    return text.length() > end + 2
        && text.charAt(end) == ']'
        && text.charAt(5) == '-'
        && text.charAt(DATE_END) == separator;
  }

  /** Whether what follows a time to the second begins so. */
  boolean says(String start) {
    return text.startsWith(start, SECOND_END + 2);
  }

  /** What follows a time to the second and so many characters. */
  String after(String start) {
    return text.substring(SECOND_END + 2 + start.length());
  }

  /** The time to the second as it stands there. */
  String stamp() {
    return text.substring(1, SECOND_END);
  }

  /** The time to the second; none where that is no time. */
  Option<Instant> time() {
    String local = text.substring(1, DATE_END) + " " + text.substring(DATE_END + 1, OFFSET);
    return LogStamp.at(local)
        .flatMap(stamp -> offset().map(offset -> stamp.time().toInstant(offset)));
  }

  private Option<ZoneOffset> offset() {
    try {
      return Option.some(ZoneOffset.of(text.substring(OFFSET, SECOND_END)));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }
}
