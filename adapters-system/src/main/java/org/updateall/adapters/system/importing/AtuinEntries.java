package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;

/**
 * Hands on the commands of a history of atuin that updated everything: {@code timestamp} and {@code
 * duration} are nanoseconds, a duration that is not positive says that the end is not known, and
 * {@code hostname} is the host and the user with a colon between them. A history that is
 * synchronised holds the commands of other machines, too.
 */
final class AtuinEntries {

  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final String importer;
  private final String place;
  private final Set<String> hostNames;
  private final Instant now;
  private final @Nullable Instant since;
  private final SightingSink sink;

  /**
   * @param hostNames what the machine is called, in lower case
   */
  AtuinEntries(
      String importer,
      String place,
      Set<String> hostNames,
      Instant now,
      @Nullable Instant since,
      SightingSink sink) {
    this.importer = importer;
    this.place = place;
    this.hostNames = hostNames;
    this.now = now;
    this.since = since;
    this.sink = sink;
  }

  /** Hands on the command of a row, if it updated everything. */
  void row(SqliteRow row) throws IOException {
    String command = row.text("command");
    Option<PluginName> plugin = command == null ? Option.none() : UpdateCommands.pluginOf(command);
    if (plugin.isDefined()) {
      hand(plugin.get(), row);
    }
  }

  private void hand(PluginName plugin, SqliteRow row) throws IOException {
    String identity = row.text("id");
    Long start = row.number("timestamp");
    Long duration = row.number("duration");
    if (identity == null || !IDENTITY.matcher(identity).matches() || start == null) {
      skip("has no identity that atuin gives, or no begin");
    } else if (!isOfThisMachine(row.text("hostname"))) {
      skip("was not run on this machine");
    } else if (duration == null || duration <= 0) {
      skip("has no known end");
    } else {
      hand(plugin, identity, RecordedSpan.ofNanos(start, duration), row.number("exit"));
    }
  }

  private void hand(PluginName plugin, String identity, RecordedSpan span, @Nullable Long exit) {
    Instant end = span.end();
    if (end == null || (since != null && span.start().isBefore(since))) {
      return;
    }
    Option<String> objection = span.objection(now);
    if (objection.isDefined()) {
      skip(objection.get());
    } else if (exit == null || exit < 0 || exit > 255) {
      skip("has no exit code");
    } else {
      sink.take(
          Sighting.builder(importer, identity, plugin, Extent.SESSION)
              .exitCode(exit.intValue())
              .ended(
                  exit == 0 ? ExecutionStatus.SUCCESS : ExecutionStatus.FAILED, span.start(), end));
    }
  }

  private boolean isOfThisMachine(@Nullable String hostAndUser) {
    String host = hostAndUser == null ? "" : hostAndUser.split(":", 2)[0];
    return hostNames.contains(host.toLowerCase(Locale.ROOT));
  }

  private void skip(String reason) {
    sink.skip(new SkippedRecord(place, null, "an update command " + reason));
  }
}
