package org.updateall.adapters.system.importing;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;

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
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(30);

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
  boolean isToBeTaken(Instant now, SightingSink sink) {
    Option<String> obstacle = obstacle(now);
    obstacle.forEach(reason -> sink.skip(new SkippedRecord("snap change " + id, null, reason)));
    return obstacle.isEmpty();
  }

  private Option<String> obstacle(Instant now) {
    Instant latest = now.plus(Duration.ofDays(1));
    if (start.isBefore(EARLIEST)) {
      return Option.some("began before 1990, when its clock was not set");
    } else if (start.isAfter(latest) || (end != null && end.isAfter(latest))) {
      return Option.some("lies in the future");
    } else if (end == null) {
      return Option.some("has no end yet and may still be under way");
    } else if (end.isBefore(start)) {
      return Option.some("ended before it began: the clock was set back meanwhile");
    } else if (end.isAfter(start.plus(LONGEST))) {
      return Option.some("took more than 30 days: the clock was set meanwhile");
    }
    return Option.when(
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
