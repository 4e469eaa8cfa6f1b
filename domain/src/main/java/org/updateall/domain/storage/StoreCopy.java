package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A copy of a store.
 *
 * @param file where it is
 * @param bytes its size
 * @param tables how many rows each of its tables has, the same as in the store
 */
public record StoreCopy(Path file, long bytes, List<TableRows> tables) {

  public StoreCopy {
    requireNonNull(file, "file");
    tables = List.copyOf(tables);
  }
}
