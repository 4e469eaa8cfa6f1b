package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Runs;

class PartOutcomeTest {

  @Test
  void partsAddUpOrTheLargestStands() {
    List<PartOutcome> parts = List.of(part(0, 4), part(0, 9), part(2, 1));

    assertEquals(14, PartOutcome.together(Target.CPU_TIME, parts));
    assertEquals(14, PartOutcome.together(Target.DOWNLOAD_SIZE, parts));
    assertEquals(9, PartOutcome.together(Target.MEMORY_PEAK, parts));
  }

  @Test
  void timesOfPartsOneAfterAnotherAddUpWithoutTheGaps() {
    assertEquals(30, PartOutcome.together(Target.WALL_CLOCK, List.of(part(10, 20), part(0, 10))));
    assertEquals(30, PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 10), part(500, 20))));
    assertEquals(
        30.05, PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 10.05), part(10, 20))));
  }

  @Test
  void ofPartsAtTheSameTimeTheWholeSpanCounts() {
    assertEquals(21, PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 10), part(1, 20))));
    assertEquals(
        100,
        PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 100), part(1, 2), part(50, 20))));
  }

  @Test
  void partsWhoseBeginIsNotKnownAddUp() {
    assertEquals(30, PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 10), part(0, 20))));
    assertEquals(10, PartOutcome.together(Target.WALL_CLOCK, List.of(part(0, 10))));
  }

  @Test
  void thereIsNoTotalOfNothing() {
    assertThrows(
        IllegalArgumentException.class, () -> PartOutcome.together(Target.WALL_CLOCK, List.of()));
  }

  private static PartOutcome part(long begin, double seconds) {
    return new PartOutcome(Runs.NOON.plusSeconds(begin), seconds);
  }
}
