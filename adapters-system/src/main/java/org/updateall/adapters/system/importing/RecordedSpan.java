package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something began and ended, as a source has it, be it true or absurd: the one rule for logs,
 * databases and programs.
 *
 * @param start when it began
 * @param end when it ended; absent if the source does not say
 */
record RecordedSpan(Instant start, @Nullable Instant end) {

  /** What has not ended after that time never will. */
  static final Duration UNDER_WAY = Duration.ofDays(1);

  private static final Duration CLOCKS_APART = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** No source that is read is older; a clock without a battery starts in 1970 or in 2000. */
  private static final Instant EARLIEST = Instant.parse("2000-02-01T00:00:00Z");

  /** Beyond those years no source means what it says; nearer to them no time overflows. */
  private static final long MAX_SECONDS = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private static final long NANOS = 1_000_000_000L;

  /** From seconds since 1970. */
  static RecordedSpan ofSeconds(long start, @Nullable Long end) {
    return new RecordedSpan(instant(start), end == null ? null : instant(end));
  }

  /** From nanoseconds since 1970, and from there. */
  static RecordedSpan ofNanos(long start, long duration) {
    Instant begin = Instant.ofEpochSecond(Math.floorDiv(start, NANOS), Math.floorMod(start, NANOS));
    return new RecordedSpan(begin, begin.plusNanos(duration));
  }

  /**
   * Why it cannot be true, as the rest of a sentence; none where it can.
   *
   * @param now when the source is read
   */
  Option<String> objection(Instant now) {
    if (start.isBefore(EARLIEST)) {
      return Option.some("began before February 2000, when its clock was not set");
    }
    Instant latest = now.plus(CLOCKS_APART);
    if (start.isAfter(latest) || (end != null && end.isAfter(latest))) {
      return Option.some("lies in the future");
    }
    if (end == null) {
      return Option.none();
    }
    if (end.isBefore(start)) {
      return Option.some("ended before it began: the clock was set back meanwhile");
    }
    return end.isAfter(start.plus(LONGEST))
        ? Option.some("took more than a week: the clock was set meanwhile")
        : Option.none();
  }

  /** Whether it began so lately that it may not have ended yet. */
  boolean mayBeUnderWay(Instant now) {
    return end == null && start.isAfter(now.minus(UNDER_WAY));
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, seconds)));
  }
}
