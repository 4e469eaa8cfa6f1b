package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.fleet.ParkHosts.certain;
import static org.updateall.domain.fleet.ParkHosts.uniform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;

/** What a park is made of, and what it may not be. */
final class ParkRecordsTest {

  @Test
  void refusesWhatCannotBe() {
    List<ParkHost> twice = List.of(certain("a", 1), certain("a", 2));
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new ParkPlan(twice, 1, HostOrder.BY_NAME, 0.2),
            () -> new ParkPlan(List.of(), 0, HostOrder.BY_NAME, 0.2),
            () -> new ParkPlan(List.of(), 1, HostOrder.BY_NAME, -0.1),
            () -> new ParkPlan(List.of(), 1, HostOrder.BY_NAME, Double.NaN),
            () -> new ParkTotal(uniform(1, 2), 0),
            () -> new ParkWave(0, 1, 1),
            () -> new ParkWave(2, 1, 1),
            () -> new ParkWave(1, 1, Double.NaN),
            () -> new ParkWave(1, 1, -1),
            () -> new HostStanding("a", uniform(1, 2), 0.5, 0.4),
            () -> new HostStanding("a", uniform(1, 2), -0.1, 0.4),
            () -> new HostStanding("a", uniform(1, 2), 0.1, 1.1),
            () -> new HostDay(LocalDate.EPOCH, 1),
            () -> MixedDistribution.of(List.of()))) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }

  @Test
  void ordersHaveNames() {
    assertEquals("longest-first", HostOrder.LONGEST_FIRST.wireName());
    for (HostOrder each : HostOrder.values()) {
      assertEquals(each, HostOrder.fromWireName(each.wireName()).get());
    }
    assertTrue(HostOrder.fromWireName("BY_NAME").isEmpty());
  }

  @Test
  void aHostHasTheTotalsThatAreKnown() {
    assertEquals(uniform(3, 3), certain("a", 3).total(Target.WALL_CLOCK).get());
    assertTrue(certain("a", 3).total(Target.CPU_TIME).isEmpty());
    assertEquals(7, new ParkPlan(List.of(), 2, HostOrder.BY_NAME, 0.2).withAtATime(7).atATime());
  }

  /** A tenth of the hosts are slow: the median is that of the fast, the ends are of both. */
  @Test
  void aMixtureHasTheMeanOfTheDistributionFunctions() {
    List<PredictiveDistribution> parts = new ArrayList<>(Collections.nCopies(9, uniform(10, 20)));
    parts.add(uniform(100, 200));

    PredictiveDistribution mixture = MixedDistribution.of(parts);

    assertEquals(10 + 10 * 0.5 / 0.9, mixture.median(), 0.02);
    assertEquals(10 + 10 * 0.05 / 0.9, mixture.quantile(0.05), 0.02);
    assertEquals(150, mixture.quantile(0.95), 0.5);
  }

  @Test
  void aMixtureOfManyHasFewValuesOfEach() {
    PredictiveDistribution mixture =
        MixedDistribution.of(Collections.nCopies(2_000, uniform(0, 100)));

    assertEquals(50, mixture.median(), 0.1);
    assertEquals(95, mixture.quantile(0.95), 2);
    assertEquals(uniform(4, 5), MixedDistribution.of(List.of(uniform(4, 5))));
  }
}
