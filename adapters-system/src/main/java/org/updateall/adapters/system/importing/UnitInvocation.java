package org.updateall.adapters.system.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.importing.Sighting;

/**
 * One run of a unit, as the journal tells it. Its first outcome counts: what is said of it later is
 * about stopping it. That it is gone, or was stopped, decides only where there was no outcome.
 */
final class UnitInvocation {

  private record Ending(Instant time, boolean succeeded) {}

  private final JournalUnit unit;
  private final String id;
  private final long line;
  private @Nullable Instant start;
  private @Nullable Ending outcome;
  private @Nullable Instant stopped;
  private @Nullable Instant deactivated;
  private @Nullable String error;
  private ResourceUsage usage = ResourceUsage.unmeasured();

  /**
   * @param line of its first entry
   */
  UnitInvocation(JournalUnit unit, String id, long line) {
    this.unit = unit;
    this.id = id;
    this.line = line;
  }

  /** Takes the next entry of it. */
  void add(JournalEntry entry) {
    Instant time = entry.time();
    switch (entry.message()) {
      case STARTING -> start = start == null ? time : start;
      case STARTED -> outcome = outcome == null ? new Ending(time, true) : outcome;
      case FAILED, FAILURE_RESULT -> fail(entry);
      case DEACTIVATED -> deactivated = deactivated == null ? time : deactivated;
      case STOPPED -> stopped = stopped == null ? time : stopped;
      case RESOURCES -> usage = entry.usage();
    }
  }

  /** The result says more than that it failed, and comes first. */
  private void fail(JournalEntry entry) {
    if (outcome == null) {
      outcome = new Ending(entry.time(), false);
      error = entry.text().isEmpty() ? null : entry.text();
    }
  }

  /** Hands it on, or says why not. */
  void report(LogReading reading) {
    Ending ending = ending();
    if (start == null) {
      reading.skip(line, "has no beginning in the journal any more");
    } else if (!reading.believes(line, start, ending == null ? null : ending.time())) {
      return;
    } else if (ending != null) {
      reading.take(line, sighting(ending, start));
    } else if (!usage.equals(ResourceUsage.unmeasured())) {
      reading.skip(line, "does not say how it ended");
    } else if (reading.mayBeUnderWay(start)) {
      reading.skip(line, "has no end yet and may still be under way");
    } else {
      reading.take(line, builder().cutOff(start));
    }
  }

  private @Nullable Ending ending() {
    if (outcome != null) {
      return outcome;
    }
    if (stopped != null) {
      return new Ending(stopped, false);
    }
    return deactivated == null ? null : new Ending(deactivated, true);
  }

  private Sighting sighting(Ending ending, Instant begin) {
    String reason = error == null ? unit.unitName() + " was stopped" : error;
    return builder()
        .errorMessage(ending.succeeded() ? null : reason)
        .ended(
            ending.succeeded() ? ExecutionStatus.SUCCESS : ExecutionStatus.FAILED,
            begin,
            ending.time());
  }

  private Sighting.Builder builder() {
    return Sighting.builder(JournalImporter.ID, id, unit.plugin(), unit.extent()).usage(usage);
  }
}
