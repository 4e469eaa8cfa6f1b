package org.updateall.adapters.system.importing;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/**
 * A row of {@code snap changes --abs-time}: something that snapd did.
 *
 * @param id the number that snapd gave it
 * @param status such as {@code Done}
 * @param start when it was begun
 * @param end when it was over; absent as long as it is not
 * @param summary what it is, in English
 */
record SnapChange(String id, String status, Instant start, @Nullable Instant end, String summary) {

  private static final Pattern ROW =
      Pattern.compile(
          "(\\d{1,18}) +([A-Za-z]+) +([0-9T:+Z-]{20,25}) +([0-9T:+Z-]{1,25})(?: +(.*))?");

  /** What a line of the table says; none where it is no row with times. */
  static Option<SnapChange> of(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return Option.none();
    }
    String summary = row.group(5) == null ? "" : row.group(5);
    return time(row.group(3))
        .map(
            start ->
                new SnapChange(
                    row.group(1), row.group(2), start, time(row.group(4)).getOrNull(), summary));
  }

  /** A time as RFC 3339 has it; none for {@code -}. */
  static Option<Instant> time(String text) {
    try {
      return Option.some(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  boolean isRefresh() {
    return summary.startsWith("Refresh ") || summary.startsWith("Auto-refresh ");
  }

  /** Whether it tells of an update that is over; where not, it is skipped. */
  boolean isToBeTaken(LogReading reading) {
    reading.of("snap change " + id);
    if (!reading.believes(null, start, end)) {
      return false;
    }
    Option<String> obstacle = obstacle();
    obstacle.forEach(reason -> reading.skip(null, reason));
    return obstacle.isEmpty();
  }

  private Option<String> obstacle() {
    return end == null
        ? Option.some("has no end yet and may still be under way")
        : Option.when(
            summary.endsWith(": no updates"),
            "found nothing to refresh, and does not tell how long it looked");
  }

  /** The update that it was. The number is unique only until snapd is installed anew. */
  Sighting sighting(SnapTasks tasks) {
    Instant over = requireNonNull(end, "end");
    boolean done = status.equals("Done");
    return Sighting.builder(
            SnapImporter.ID, start + "-" + id, new PluginName("snap"), Extent.SESSION)
        .packagesUpdated(tasks.updated().getOrNull())
        .errorMessage(done ? null : tasks.error().getOrElse("snapd calls it " + status))
        .steps(tasks.steps(start, over))
        .ended(done ? ExecutionStatus.SUCCESS : ExecutionStatus.FAILED, start, over);
  }
}
