package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.LocalTimes.Moment;
import org.updateall.adapters.system.importing.UnattendedSession.Outcome;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/** One file of the log of unattended-upgrades: runs, each from its first message to its last. */
final class UnattendedLog {

  private static final String STARTING = "Starting unattended upgrades script";

  /** A run that told its outcome longer ago than that adds nothing any more. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final LogReading reading;
  private final LocalTimes times;
  private final Instant now;
  private @Nullable UnattendedSession open;

  UnattendedLog(LogReading reading, LocalTimes times, Instant now) {
    this.reading = reading;
    this.times = times;
    this.now = now;
  }

  /** Hands on what the file tells. */
  void read(Path file) {
    boolean whole = reading.eachLine(file, this::line);
    if (open != null && !whole) {
      reading.skip(open.line(), "breaks off where the file can be read no further");
    } else {
      close(true);
    }
  }

  private void line(String line, long number) {
    for (LogStamp stamp : LogStamp.at(line)) {
      String rest = line.substring(stamp.length()).stripLeading();
      int space = rest.indexOf(' ');
      if (space > 0) {
        message(stamp.time(), rest.substring(0, space), rest.substring(space + 1), number);
      }
    }
  }

  private void message(LocalDateTime time, String level, String message, long number) {
    if (message.startsWith(STARTING)) {
      close(false);
      open = new UnattendedSession(number, time);
    } else if (open != null) {
      open.add(time, level, message);
    }
  }

  private void close(boolean isLast) {
    UnattendedSession session = open;
    open = null;
    if (session == null) {
      return;
    }
    Moment start = times.next(session.start());
    Moment end = times.next(session.last());
    if (!reading.believes(session.line(), start.instant(), end.instant())) {
      return;
    }
    Outcome outcome = session.outcome();
    if (outcome == Outcome.REHEARSED) {
      reading.skip(session.line(), "was only a rehearsal (--dry-run)");
    } else if (isLast && mayGoOn(outcome, start.instant(), end.instant())) {
      reading.skip(session.line(), "has no end yet and may still be under way");
    } else if (outcome == Outcome.UNKNOWN && session.named().isEmpty()) {
      reading.skip(session.line(), "does not say how it ended, as one that only downloads");
    } else {
      reading.take(session.line(), sighting(session, start, end));
    }
  }

  private boolean mayGoOn(Outcome outcome, Instant start, Instant end) {
    return outcome == Outcome.UNKNOWN
        ? reading.mayBeUnderWay(start)
        : end.isAfter(now.minus(SILENCE));
  }

  private Sighting sighting(UnattendedSession session, Moment start, Moment end) {
    Sighting.Builder builder = builder(session).ambiguousTime(start.ambiguous() || end.ambiguous());
    Integer named = session.named().getOrNull();
    return switch (session.outcome()) {
      case INSTALLED ->
          builder
              .packagesAnnounced(named)
              .packagesUpdated(named)
              .ended(ExecutionStatus.SUCCESS, start.instant(), end.instant());
      case NOTHING ->
          builder
              .packagesAnnounced(0)
              .packagesUpdated(0)
              .ended(ExecutionStatus.SUCCESS, start.instant(), end.instant());
      case FAILED ->
          builder
              .packagesAnnounced(named)
              .errorMessage(session.error().getOrNull())
              .ended(ExecutionStatus.FAILED, start.instant(), end.instant());
      case REHEARSED, UNKNOWN -> builder.packagesAnnounced(named).cutOff(start.instant());
    };
  }

  private Sighting.Builder builder(UnattendedSession session) {
    boolean nothing = session.outcome() == Outcome.NOTHING && !session.hasRemoved();
    String begin = session.start().toString();
    RecordFingerprint fingerprint = new RecordFingerprint();
    fingerprint.add(begin + ' ' + STARTING);
    return Sighting.builder(
        UnattendedUpgradesImporter.ID,
        reading.identity(begin, fingerprint.take()),
        new PluginName("apt"),
        nothing ? Extent.CHECK : Extent.SESSION);
  }
}
