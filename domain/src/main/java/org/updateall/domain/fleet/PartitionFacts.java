package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file of the table {@code outcomes} was found to hold when it was read from its first to
 * its last byte.
 *
 * @param partition its path within the tree, with slashes
 * @param fault why it cannot be read, as a clause; absent if it can
 * @param format the greatest version that its rows name; absent without rows
 * @param host whose the rows are, the least if they name several; absent without rows
 * @param rows how many rows that can be learned from
 * @param unusable how many rows that cannot, for {@link FleetRow#problem} or for their time
 * @param problem what is wrong with one of them; absent if there is none
 * @param firstStart when the first usable one began; absent without any
 * @param lastStart when the last usable one began; absent without any
 * @param firstExecution the least identity of a usable one; absent without any
 * @param lastExecution the greatest identity of a usable one; absent without any
 */
public record PartitionFacts(
    String partition,
    @Nullable String fault,
    @Nullable Integer format,
    @Nullable String host,
    long rows,
    long unusable,
    @Nullable String problem,
    @Nullable Instant firstStart,
    @Nullable Instant lastStart,
    @Nullable String firstExecution,
    @Nullable String lastExecution) {

  public PartitionFacts {
    requireNonNull(partition, "partition");
  }

  /** Of a file that cannot be read. */
  public static PartitionFacts unreadable(String partition, String fault) {
    return new PartitionFacts(partition, fault, null, null, 0, 0, null, null, null, null, null);
  }

  /**
   * Of a file that is no table of this version: one that a newer program wrote may have other
   * columns.
   *
   * @param fault what is wrong with it, unless it is newer
   * @param format the greatest version that its rows name; absent where none is known
   */
  public static PartitionFacts refused(String partition, String fault, @Nullable Integer format) {
    return format != null && format > FleetRow.FORMAT
        ? new PartitionFacts(partition, null, format, null, 0, 0, null, null, null, null, null)
        : unreadable(partition, fault);
  }
}
