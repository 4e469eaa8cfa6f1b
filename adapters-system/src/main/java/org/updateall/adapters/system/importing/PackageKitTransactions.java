package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;

/**
 * Hands on what PackageKit writes down (its pk-transaction-db.c and pk-transaction.c): {@code
 * timespec} is when a transaction was asked for, in UTC, and {@code duration} how long the work
 * lasted, in milliseconds, which is written once it has ended. All versions that are still about
 * write milliseconds, whatever some of its comments say.
 */
final class PackageKitTransactions {

  /** Its identities are a count and random letters. */
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_/.-]{1,100}");

  private static final Map<String, Extent> ROLES =
      Map.of(
          "update-packages", Extent.SESSION,
          "update-system", Extent.SESSION,
          "upgrade-system", Extent.SESSION,
          "install-packages", Extent.SESSION,
          "install-package", Extent.SESSION,
          "refresh-cache", Extent.CHECK,
          "get-updates", Extent.CHECK);

  /** What is said of packages that are put in place, among what else is said of them. */
  private static final Set<String> PUT_IN_PLACE =
      Set.of("updating", "installing", "reinstalling", "downgrading");

  /** Installs while the system starts what it has downloaded before. */
  private static final String OFFLINE = "pk-offline-update";

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MAX_MILLIS = Long.MAX_VALUE / NANOS_PER_MILLI;

  private final String importer;
  private final String place;
  private final PluginName plugin;
  private final Instant now;
  private final @Nullable Instant since;
  private final SightingSink sink;

  PackageKitTransactions(
      String importer,
      String place,
      PluginName plugin,
      Instant now,
      @Nullable Instant since,
      SightingSink sink) {
    this.importer = importer;
    this.place = place;
    this.plugin = plugin;
    this.now = now;
    this.since = since;
    this.sink = sink;
  }

  /** Hands on the transaction of a row of the table {@code transactions}. */
  void row(SqliteRow row) throws IOException {
    String identity = row.text("transaction_id");
    Option<Instant> start = instant(row.text("timespec"));
    if (identity == null || !IDENTITY.matcher(identity).matches()) {
      skip("a transaction has no identity that PackageKit gives");
    } else if (start.isEmpty()) {
      skip("transaction %s has no begin".formatted(identity));
    } else if (since == null || !start.get().isBefore(since)) {
      hand(identity, start.get(), row);
    }
  }

  private void hand(String identity, Instant start, SqliteRow row) throws IOException {
    Extent extent = extent(row);
    Long duration = row.number("duration");
    RecordedSpan span = new RecordedSpan(start, duration == null ? null : end(start, duration));
    Option<String> objection = objection(extent, span, row);
    if (objection.isDefined() || extent == null) {
      skip("transaction %s %s".formatted(identity, objection.getOrElse("")));
    } else {
      sink.take(sighting(identity, extent, span, row));
    }
  }

  private Option<String> objection(@Nullable Extent extent, RecordedSpan span, SqliteRow row)
      throws IOException {
    if (extent == null) {
      return Option.some("updates nothing");
    }
    Option<String> absurd = span.objection(now);
    if (absurd.isDefined()) {
      return absurd;
    }
    if (span.mayBeUnderWay(now)) {
      return Option.some("may still be under way");
    }
    if (span.start().equals(span.end())) {
      return Option.some("took no time");
    }
    boolean idle = extent != Extent.CHECK && succeeded(row) && packages(row) == 0;
    return idle ? Option.some("puts no package in place") : Option.none();
  }

  private Sighting sighting(String identity, Extent extent, RecordedSpan span, SqliteRow row)
      throws IOException {
    Sighting.Builder builder = Sighting.builder(importer, identity, plugin, extent);
    Instant end = span.end();
    if (end == null) {
      return builder.cutOff(span.start());
    }
    if (extent != Extent.CHECK && row.text("data") != null) {
      builder.packagesUpdated(packages(row));
    }
    return succeeded(row)
        ? builder.ended(ExecutionStatus.SUCCESS, span.start(), end)
        : builder
            .errorMessage("PackageKit says that it failed")
            .ended(ExecutionStatus.FAILED, span.start(), end);
  }

  private static @Nullable Extent extent(SqliteRow row) throws IOException {
    String role = row.text("role");
    Extent extent = role == null ? null : ROLES.get(role);
    String program = row.text("cmdline");
    boolean offline = program != null && program.contains(OFFLINE);
    return extent == Extent.SESSION && offline ? Extent.TRANSACTION : extent;
  }

  private static boolean succeeded(SqliteRow row) throws IOException {
    Long number = row.number("succeeded");
    return number != null && number == 1;
  }

  /** Packages are told line by line: what is done with one, its identity, its summary. */
  private static int packages(SqliteRow row) throws IOException {
    String data = row.text("data");
    if (data == null) {
      return 0;
    }
    return data.lines()
        .map(line -> line.split("\t", 3))
        .filter(parts -> parts.length > 1 && PUT_IN_PLACE.contains(parts[0]))
        .map(parts -> nameAndArchitecture(parts[1]))
        .collect(Collectors.toSet())
        .size();
  }

  /** Of {@code name;version;architecture;repository}. */
  private static String nameAndArchitecture(String identity) {
    String[] parts = identity.split(";", 4);
    return parts.length > 2 ? parts[0] + ";" + parts[2] : identity;
  }

  private static Instant end(Instant start, long millis) {
    return start.plusMillis(Math.max(-MAX_MILLIS, Math.min(MAX_MILLIS, millis)));
  }

  /** In the form that GLib gives to times; none without a zone, which it never leaves out. */
  private static Option<Instant> instant(@Nullable String text) {
    try {
      return text == null
          ? Option.none()
          : Option.some(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException e) {
      return Option.none();
    }
  }

  private void skip(String reason) {
    sink.skip(new SkippedRecord(place, null, reason));
  }
}
