package org.updateall.adapters.system.importing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.LocalTimes.Moment;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/**
 * Puts changes, which come in the order of time, together to updates: those that follow each other
 * within five minutes are one. A change is logged when it is done, so that of a change alone nobody
 * knows how long it took.
 */
final class FlatpakUpdates {

  private static final Duration GAP = Duration.ofMinutes(5);

  private final LogReading reading;
  private final Instant now;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private boolean ambiguous;
  private int changes;
  private int alone;

  FlatpakUpdates(LogReading reading, Instant now) {
    this.reading = reading;
    this.now = now;
  }

  /** Takes the next change. */
  void add(Moment moment) {
    Instant time = moment.instant();
    if (last != null && (time.isBefore(last) || time.isAfter(last.plus(GAP)))) {
      handOn();
    }
    first = first == null ? time : first;
    last = time;
    ambiguous = ambiguous || moment.ambiguous();
    changes++;
  }

  /** There are no more. */
  void end() {
    boolean mayGoOn = last != null && !now.isBefore(last) && !now.isAfter(last.plus(GAP));
    if (mayGoOn) {
      reading.skip(null, "may still be under way: its last change is not five minutes old");
    } else {
      handOn();
    }
    if (alone > 0) {
      reading.skip(
          null,
          "tells of %d changes with no other within five minutes, whose length is not known"
              .formatted(alone));
    }
  }

  private void handOn() {
    if (first != null && last != null) {
      if (first.equals(last)) {
        alone += changes;
      } else if (reading.believes(null, first, last)) {
        reading.take(null, sighting(first, last));
      }
    }
    first = null;
    last = null;
    ambiguous = false;
    changes = 0;
  }

  /** Flatpak logs no change that went wrong. */
  private Sighting sighting(Instant start, Instant end) {
    return Sighting.builder(
            FlatpakImporter.ID, start.toString(), new PluginName("flatpak"), Extent.TRANSACTION)
        .ambiguousTime(ambiguous)
        .packagesUpdated(changes)
        .ended(ExecutionStatus.SUCCESS, start, end);
  }
}
