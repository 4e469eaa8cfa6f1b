package org.updateall.domain.fleet;

final class InMemoryFleetTest extends FleetExchangeContract {

  private final InMemoryFleet fleet = new InMemoryFleet();

  @Override
  protected FleetExport exporter() {
    return fleet;
  }

  @Override
  protected FleetHistories histories() {
    return fleet;
  }
}
