package org.updateall.domain.fleet;

class InMemoryPriorShelfTest extends PriorShelfContract {

  private final InMemoryPriorShelf shelf = new InMemoryPriorShelf();

  @Override
  protected PriorShelf shelf() {
    return shelf;
  }

  @Override
  protected PriorTable priors() {
    return FleetResults.priors();
  }
}
