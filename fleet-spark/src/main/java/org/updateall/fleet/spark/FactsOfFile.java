package org.updateall.fleet.spark;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.PartitionFacts;

/** Gathers what a file holds, row by row. */
final class FactsOfFile {

  private final String partition;
  private final UsableRows usable;
  private @Nullable Integer format;
  private @Nullable String host;
  private long rows;
  private long unusable;
  private @Nullable String problem;
  private @Nullable Instant firstStart;
  private @Nullable Instant lastStart;
  private @Nullable String firstExecution;
  private @Nullable String lastExecution;

  private FactsOfFile(String partition, UsableRows usable) {
    this.partition = partition;
    this.usable = usable;
  }

  /**
   * @param partition its path within the tree
   * @throws UnfitFile if a row has not the columns of the table, or another host than those before
   */
  static PartitionFacts of(String partition, Iterator<OutcomeColumns> rows, UsableRows usable) {
    FactsOfFile facts = new FactsOfFile(partition, usable);
    rows.forEachRemaining(facts::add);
    return facts.facts();
  }

  private void add(OutcomeColumns columns) {
    FleetRow row = columns.toFleetRow();
    if (host != null && !host.equals(row.host())) {
      throw new UnfitFile("it names several hosts");
    }
    host = row.host();
    format = greater(format, row.format());
    usable.problem(row).peek(this::addUnusable).onEmpty(() -> addUsable(row));
  }

  private void addUnusable(String why) {
    unusable++;
    problem = problem == null ? why : problem;
  }

  private void addUsable(FleetRow row) {
    rows++;
    firstStart = lesser(firstStart, row.startedAt());
    lastStart = greater(lastStart, row.startedAt());
    firstExecution = lesser(firstExecution, row.executionId());
    lastExecution = greater(lastExecution, row.executionId());
  }

  private PartitionFacts facts() {
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
    return one != null && Comparator.<T>naturalOrder().compare(one, other) <= 0 ? one : other;
  }

  private static <T extends Comparable<T>> T greater(@Nullable T one, T other) {
    return one != null && Comparator.<T>naturalOrder().compare(one, other) >= 0 ? one : other;
  }
}
