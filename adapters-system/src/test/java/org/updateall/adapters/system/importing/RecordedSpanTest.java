package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordedSpanTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final long TODAY = NOW.getEpochSecond();
  private static final long DAY = 86_400;

  @Test
  void hasNothingAgainstWhatCanBe() {
    assertEquals(Option.none(), objection(TODAY - 60, TODAY));
    assertEquals(Option.none(), objection(TODAY, TODAY));
    assertEquals(Option.none(), objection(TODAY + DAY, null));
    assertEquals(Option.none(), objection(TODAY - 7 * DAY, TODAY));
  }

  @Test
  void refusesWhatIsAbsurd() {
    String unset = "began before February 2000, when its clock was not set";
    assertEquals(Option.some(unset), objection(0, null));
    assertEquals(Option.some(unset), objection(Long.MIN_VALUE, Long.MAX_VALUE));
    assertEquals(Option.some("lies in the future"), objection(TODAY + DAY + 1, null));
    assertEquals(Option.some("lies in the future"), objection(Long.MAX_VALUE, null));
    assertEquals(
        Option.some("ended before it began: the clock was set back meanwhile"),
        objection(TODAY, TODAY - 1));
    assertEquals(
        Option.some("ended before it began: the clock was set back meanwhile"),
        objection(TODAY, Long.MIN_VALUE));
    assertEquals(Option.some("lies in the future"), objection(TODAY, TODAY + DAY + 1));
    assertEquals(
        Option.some("took more than a week: the clock was set meanwhile"),
        objection(TODAY - 8 * DAY, TODAY));
  }

  @Test
  void takesNanosecondsOfAnySize() {
    RecordedSpan span = RecordedSpan.ofNanos(1_650_000_000_123_456_789L, 2_000_000_001L);

    assertEquals(Instant.parse("2022-04-15T05:20:00.123456789Z"), span.start());
    assertEquals(Instant.parse("2022-04-15T05:20:02.123456790Z"), span.end());
    assertTrue(RecordedSpan.ofNanos(-1, 1).objection(NOW).isDefined());
    assertTrue(RecordedSpan.ofNanos(Long.MIN_VALUE, Long.MIN_VALUE).objection(NOW).isDefined());
    assertTrue(RecordedSpan.ofNanos(Long.MAX_VALUE, Long.MAX_VALUE).objection(NOW).isDefined());
  }

  @Test
  void waitsADayForAnEnd() {
    assertTrue(RecordedSpan.ofSeconds(TODAY - DAY + 1, null).mayBeUnderWay(NOW));
    assertFalse(RecordedSpan.ofSeconds(TODAY - DAY, null).mayBeUnderWay(NOW));
    assertFalse(RecordedSpan.ofSeconds(TODAY - 1, TODAY).mayBeUnderWay(NOW));
  }

  private static Option<String> objection(long start, @Nullable Long end) {
    return RecordedSpan.ofSeconds(start, end).objection(NOW);
  }
}
