package org.updateall.adapters.duckdb;

import org.updateall.domain.fleet.FleetExchangeContract;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetHistories;

final class ParquetFleetExchangeTest extends FleetExchangeContract {

  @Override
  protected FleetExport exporter() {
    return new ParquetFleetExport();
  }

  @Override
  protected FleetHistories histories() {
    return new ParquetFleetHistories();
  }
}
