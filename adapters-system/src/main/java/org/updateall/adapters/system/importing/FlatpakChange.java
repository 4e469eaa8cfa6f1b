package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code flatpak history --columns=time,change}, such as {@code Nov 3 06:12:01}, a tab,
 * and {@code deploy update}. It stands where no terminal is written to without a title, and in the
 * C locale with English months.
 *
 * @param time the local time, to the second
 * @param change what happened
 */
record FlatpakChange(LocalDateTime time, String change) {

  private static final Pattern ROW =
      Pattern.compile(
          "([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d)\t([a-z ]{1,40})(?:\t.*)?");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** Something new is in place; what was only fetched, removed or configured is none of these. */
  private static final Set<String> DEPLOYING =
      Set.of("deploy update", "deploy install", "update", "install");

  /**
   * What a line says; none where it is no such row.
   *
   * @param year flatpak does not say it
   */
  static Option<FlatpakChange> of(String line, int year) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return Option.none();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              year,
              MONTHS.indexOf(row.group(1)) + 1,
              Integer.parseInt(row.group(2)),
              Integer.parseInt(row.group(3)),
              Integer.parseInt(row.group(4)),
              Integer.parseInt(row.group(5)));
      return Option.some(new FlatpakChange(time, row.group(6)));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  /** Whether an application or a runtime was put in place. */
  boolean isDeploying() {
    return DEPLOYING.contains(change);
  }
}
