package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.Target;

final class SeriesRowTest {

  @ParameterizedTest
  @EnumSource(Target.class)
  void carriesAllThatTheSeriesOfATargetNeeds(Target target) {
    for (FleetRow row : SyntheticFleet.of(3, 4, 2, 5).rows().toList()) {
      assertEquals(row.only(target), SeriesRow.of(row, target).toFleetRow());
      assertEquals(target.wireName(), SeriesRow.of(row, target).target());
    }
  }
}
