package org.updateall.domain.fleet;

import java.nio.file.Path;
import java.util.List;

final class InMemoryFleetForecastsTest extends FleetForecastsContract {

  @Override
  protected FleetForecasts written(
      Path output, List<FleetForecast> forecasts, List<PartitionReport> partitions) {
    InMemoryFleetForecasts all = new InMemoryFleetForecasts();
    all.put(output, forecasts, partitions);
    return all;
  }
}
