package org.updateall.adapters.system.importing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the local times of a log, which is written in the order of time, into instants. Of a time
 * that the clock went through twice it takes the first that is not before the time that precedes it
 * in the log, and says that it is ambiguous; one that the clock left out is moved on by the gap.
 */
final class LocalTimes {

  /**
   * An instant that was written as a local time.
   *
   * @param ambiguous whether the clock went through that local time twice
   */
  record Moment(Instant instant, boolean ambiguous) {}

  private final ZoneId zone;
  private @Nullable Instant previous;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** The instant of the next local time in the log. */
  Moment next(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    Instant instant = local.atZone(zone).toInstant();
    if (offsets.size() > 1) {
      Instant later = local.toInstant(offsets.get(offsets.size() - 1));
      instant = previous != null && instant.isBefore(previous) ? later : instant;
    }
    previous = instant;
    return new Moment(instant, offsets.size() > 1);
  }
}
