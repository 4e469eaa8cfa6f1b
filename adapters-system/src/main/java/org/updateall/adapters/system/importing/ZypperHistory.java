package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.LocalTimes.Moment;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/**
 * One file of libzypp's history: rows of a time, an action and what it was done to, with comments
 * between them. The rows of a command follow it; nothing says that it is over.
 */
final class ZypperHistory {

  private static final String COMMENT = "# ";
  private static final String NO_DATE = "has no date that can be read";

  private final LogReading reading;
  private final LocalTimes times;
  private final Instant now;
  private final SkipTally tally = new SkipTally();
  private @Nullable ZypperTransaction open;

  ZypperHistory(LogReading reading, LocalTimes times, Instant now) {
    this.reading = reading;
    this.times = times;
    this.now = now;
  }

  /** Hands on what the file tells. */
  void read(Path file) {
    boolean whole = reading.eachLine(file, this::line);
    ZypperTransaction last = open;
    if (last != null && !whole) {
      reading.skip(last.line(), "breaks off where the file can be read no further");
    } else if (last != null && believes(last)) {
      finishLast(last);
    }
    open = null;
    tally.report(reading);
  }

  private void finishLast(ZypperTransaction last) {
    Instant latest = last.end().getOrElse(last.start());
    if (latest.isAfter(now.minus(ZypperTransaction.LONGEST_SILENCE))) {
      reading.skip(last.line(), "may still be under way");
    } else {
      take(last);
    }
  }

  private void line(String text, long number) {
    if (text.startsWith(COMMENT)) {
      comment(text.substring(COMMENT.length()));
      return;
    }
    int action = text.indexOf('|') + 1;
    int rest = text.indexOf('|', action);
    if (action > 0 && rest > 0) {
      switch (text.substring(action, rest).strip()) {
        case "command" -> command(text, number);
        case "install" -> done(text, number, true);
        case "remove" -> done(text, number, false);
        default -> {}
      }
    }
  }

  private void command(String text, long number) {
    close();
    LogStamp.at(text)
        .peek(stamp -> begin(text, number, stamp, times.next(stamp.time())))
        .onEmpty(() -> tally.add(number, NO_DATE));
  }

  private ZypperTransaction begin(String text, long number, LogStamp stamp, Moment start) {
    ZypperTransaction transaction =
        new ZypperTransaction(number, text, stamp.time().toString(), start);
    open = transaction;
    return transaction;
  }

  private void done(String text, long number, boolean install) {
    Option<LogStamp> stamp = LogStamp.at(text);
    if (stamp.isEmpty()) {
      tally.add(number, NO_DATE);
      return;
    }
    Moment time = times.next(stamp.get().time());
    ZypperTransaction current = open;
    if (current == null || current.isLongBefore(time.instant())) {
      close();
      current = begin(text, number, stamp.get(), time);
    }
    if (install) {
      current.install(text, time);
    } else {
      current.remove(text, time);
    }
  }

  private void comment(String text) {
    ZypperTransaction current = open;
    boolean failure = text.endsWith(" install failed") || text.endsWith(" remove failed");
    if (current != null && failure) {
      LogStamp.at(text)
          .peek(stamp -> current.fail(text.substring(stamp.length()), times.next(stamp.time())));
    }
  }

  private void close() {
    ZypperTransaction transaction = open;
    open = null;
    if (transaction != null && believes(transaction)) {
      take(transaction);
    }
  }

  private boolean believes(ZypperTransaction transaction) {
    return reading.believes(transaction.line(), transaction.start(), transaction.end().getOrNull());
  }

  private void take(ZypperTransaction transaction) {
    transaction
        .end()
        .peek(end -> reading.take(transaction.line(), sighting(transaction, end)))
        .onEmpty(() -> tally.add(transaction.line(), "is a command that changed no package"));
  }

  private Sighting sighting(ZypperTransaction transaction, Instant end) {
    String identity = reading.identity(transaction.stamp(), transaction.fingerprint());
    PluginName plugin = new PluginName(ZypperImporter.ID);
    boolean failed = transaction.error().isDefined();
    return Sighting.builder(ZypperImporter.ID, identity, plugin, Extent.TRANSACTION)
        .ambiguousTime(transaction.isAmbiguous())
        .packagesUpdated(transaction.installed())
        .errorMessage(transaction.error().getOrNull())
        .ended(failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS, transaction.start(), end);
  }
}
