package org.updateall.domain.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** From a moment to another, the same or a later one; what was cut off has no length. */
record TimeSpan(Instant from, Instant to) {

  /** Logs round to the second, each in its own way. */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  static TimeSpan of(Sighting sighting) {
    Instant end = sighting.end();
    return new TimeSpan(sighting.start(), end == null ? sighting.start() : end);
  }

  /** From the earliest beginning to the latest end. */
  static TimeSpan of(Collection<Sighting> sightings) {
    return sightings.stream().map(TimeSpan::of).reduce(TimeSpan::with).orElseThrow();
  }

  TimeSpan with(TimeSpan other) {
    return new TimeSpan(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }

  Duration length() {
    return Duration.between(from, to);
  }

  boolean encloses(TimeSpan other) {
    return !other.from.isBefore(from.minus(TOLERANCE)) && !other.to.isAfter(to.plus(TOLERANCE));
  }

  /** For how long both last at the same time; negative by what lies between them. */
  Duration overlap(TimeSpan other) {
    return Duration.between(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /** Whether both are as good as one: they begin together, or share half of the shorter. */
  boolean isMostlyThatOf(TimeSpan other) {
    Duration shorter = length().compareTo(other.length()) < 0 ? length() : other.length();
    Duration overlap = overlap(other);
    return Duration.between(from, other.from).abs().compareTo(TOLERANCE) <= 0
        || (!overlap.isNegative() && overlap.multipliedBy(2).compareTo(shorter) >= 0);
  }
}
