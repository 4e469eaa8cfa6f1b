package org.updateall.fleet.spark;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PartitionVerdicts;
import org.updateall.domain.forecast.Target;

/**
 * Into how many tasks the work is divided.
 *
 * @param cores how many tasks run at a time
 * @param asked how many there are for training; absent to let the data decide
 */
record Tasks(int cores, @Nullable Integer asked) {

  /** So that a core that is done with its share early has another. */
  private static final int FOR_EACH_CORE = 3;

  private static final long BYTES_TO_READ = 64L << 20;

  /** Some hundred series: ten seconds or so of training, and a few megabytes to sort. */
  private static final long ROWS_TO_TRAIN = 50_000;

  private static final long MOST = 100_000;

  /** For reading these files; at least 1. */
  int reading(TreeListing listing) {
    long bySize = Math.max((long) cores * FOR_EACH_CORE, listing.bytes() / BYTES_TO_READ);
    return (int) Math.max(1, Math.min(bySize, listing.partitions().size()));
  }

  /** For training what is in the files that were taken. */
  int training(PartitionVerdicts verdicts) {
    if (asked != null) {
      return asked;
    }
    long rows = verdicts.reports().stream().mapToLong(PartitionReport::rows).sum();
    long byRows = rows * Target.values().length / ROWS_TO_TRAIN;
    return (int) Math.min(MOST, Math.max((long) cores * FOR_EACH_CORE, byRows));
  }
}
