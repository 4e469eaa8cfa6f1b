package org.updateall.modeling.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FitScheduleTest {

  @Test
  void growsWithTheSeries() {
    assertEquals(7, FitSchedule.GEOMETRIC.after(5));
    assertEquals(66, FitSchedule.GEOMETRIC.after(47));
    assertEquals(58, FitSchedule.GEOMETRIC.after(48));
    assertEquals(1_200, FitSchedule.GEOMETRIC.after(1_000));
    assertEquals(8, FitSchedule.SPARSE.after(5));
    assertEquals(1_500, FitSchedule.SPARSE.after(1_000));
  }

  @Test
  void alwaysComesLater() {
    for (FitSchedule schedule : FitSchedule.values()) {
      for (int length = 0; length < 200; length++) {
        assertTrue(schedule.after(length) > length);
      }
    }
  }
}
