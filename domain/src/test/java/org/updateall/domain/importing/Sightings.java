package org.updateall.domain.importing;

import java.time.Instant;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;

/** Sightings of apt for tests, with times in seconds after a moment. */
public final class Sightings {

  /** The moment that seconds count from. */
  public static final Instant ZERO = Instant.parse("2026-03-01T08:00:00Z");

  private Sightings() {}

  /** That many seconds after {@link #ZERO}. */
  public static Instant at(long seconds) {
    return ZERO.plusSeconds(seconds);
  }

  /** A successful sighting, whose identity is its beginning. */
  public static Sighting sighting(String importer, Extent extent, long start, long end) {
    return begun(importer, extent, start).ended(ExecutionStatus.SUCCESS, at(start), at(end));
  }

  /** One of which more is to be said. */
  public static Sighting.Builder begun(String importer, Extent extent, long start) {
    return Sighting.builder(importer, Long.toString(start), new PluginName("apt"), extent);
  }

  /** A step of phase EXECUTE. */
  public static SightedStep step(String name, long start, long end) {
    return SightedStep.between(name, StepPhase.EXECUTE, at(start), at(end));
  }
}
