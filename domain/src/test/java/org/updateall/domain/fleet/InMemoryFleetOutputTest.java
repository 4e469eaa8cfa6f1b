package org.updateall.domain.fleet;

import java.nio.file.Path;
import java.util.List;

class InMemoryFleetOutputTest extends FleetOutputContract {

  private final InMemoryFleetOutput output = new InMemoryFleetOutput();

  @Override
  protected FleetOutput output() {
    return output;
  }

  @Override
  protected List<FleetForecast> forecasts(Path target) {
    return output.at(target).forecasts();
  }

  @Override
  protected List<FleetModel> models(Path target) {
    return output.at(target).models();
  }

  @Override
  protected PriorTable priors(Path target) {
    return output.at(target).priors();
  }

  @Override
  protected List<PartitionReport> partitions(Path target) {
    return output.at(target).partitions();
  }

  @Override
  protected void putSomethingElse(Path target) {
    output.putSomethingElse(target);
  }
}
