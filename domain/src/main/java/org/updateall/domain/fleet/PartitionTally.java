package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gathers what a file of the table {@code outcomes} holds, row by row. */
public final class PartitionTally {

  private final String partition;
  private final Instant until;
  private boolean severalHosts;
  private long rows;
  private long unusable;
  private @Nullable Integer format;
  private @Nullable String problem;
  private @Nullable String host;
  private @Nullable Instant firstStart;
  private @Nullable Instant lastStart;
  private @Nullable String firstExecution;
  private @Nullable String lastExecution;

  /**
   * @param partition the file's path within the tree
   * @param until rows that began later cannot be learned from
   */
  public PartitionTally(String partition, Instant until) {
    this.partition = partition;
    this.until = until;
  }

  public void add(FleetRow row) {
    severalHosts |= host != null && !host.equals(row.host());
    host = row.host();
    format = greater(format, row.format());
    Option<String> wrong = row.problem(until);
    if (wrong.isEmpty()) {
      addUsable(row);
    } else {
      unusable++;
      problem = problem == null ? wrong.get() : problem;
    }
  }

  private void addUsable(FleetRow row) {
    rows++;
    firstStart = lesser(firstStart, row.startedAt());
    lastStart = greater(lastStart, row.startedAt());
    firstExecution = lesser(firstExecution, row.executionId());
    lastExecution = greater(lastExecution, row.executionId());
  }

  /** Of all rows that were added; a file of several hosts cannot be read. */
  public PartitionFacts facts() {
    if (severalHosts) {
      return PartitionFacts.refused(partition, "it names several hosts", format);
    }
    return new PartitionFacts(
        partition,
        null,
        format,
        host,
        rows,
        unusable,
        problem,
        firstStart,
        lastStart,
        firstExecution,
        lastExecution);
  }

  private static <T extends Comparable<T>> T lesser(@Nullable T one, T other) {
    return one != null && one.compareTo(other) <= 0 ? one : other;
  }

  private static <T extends Comparable<T>> T greater(@Nullable T one, T other) {
    return one != null && one.compareTo(other) >= 0 ? one : other;
  }
}
