package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What a store took before and takes after its space was given back.
 *
 * @param database its file
 * @param bytesBefore size of the file, and of its journal if it had one
 * @param bytesAfter size of the file now
 */
public record Compaction(Path database, long bytesBefore, long bytesAfter) {

  public Compaction {
    requireNonNull(database, "database");
  }
}
