package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a fleet's tree.
 *
 * @param partition its path within the tree, such as {@code
 *     outcomes/month=2026-11/host=a/part.parquet}
 * @param rows how many of its executions were taken
 * @param leftOut how many were left out
 * @param reason why, with the remedy, for a user to read; absent if none was
 */
public record PartitionReport(String partition, long rows, long leftOut, @Nullable String reason) {

  public PartitionReport {
    requireNonNull(partition, "partition");
  }

  /** Whether all of it was taken. */
  public boolean isWhole() {
    return reason == null;
  }
}
