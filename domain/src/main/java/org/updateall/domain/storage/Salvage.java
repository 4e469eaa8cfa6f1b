package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What was saved of a store, and what was lost.
 *
 * @param target the new store
 * @param tables what was saved, table by table
 * @param losses everything that could not be saved, and everything that had to be mended
 */
public record Salvage(Path target, List<SalvagedTable> tables, List<Finding> losses) {

  public Salvage {
    requireNonNull(target, "target");
    tables = List.copyOf(tables);
    losses = List.copyOf(losses);
  }

  /** Whether nothing was lost. */
  public boolean isComplete() {
    return losses.stream().noneMatch(each -> each.severity() == Finding.Severity.PROBLEM);
  }
}
