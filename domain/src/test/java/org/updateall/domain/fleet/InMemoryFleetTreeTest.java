package org.updateall.domain.fleet;

import java.nio.file.Path;
import java.util.List;

class InMemoryFleetTreeTest extends FleetTreeContract {

  private final InMemoryFleetTree tree = new InMemoryFleetTree();

  @Override
  protected FleetTree tree() {
    return tree;
  }

  @Override
  protected void put(Path directory, String partition, List<FleetRow> rows) {
    tree.put(directory, partition, rows);
  }

  @Override
  protected void putDamaged(Path directory, String partition) {
    tree.putDamaged(directory, partition);
  }
}
