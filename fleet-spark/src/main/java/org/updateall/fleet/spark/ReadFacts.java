package org.updateall.fleet.spark;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.PartitionFacts;

/**
 * On an executor: reads a file from its first byte to its last, and says what it holds. A damaged
 * one is a fact like others and does not fail the task.
 */
record ReadFacts(SharedTree tree, UsableRows usable) implements MapFunction<String, Row> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadFacts.class);

  /** How {@link PartitionFacts} are handed back. */
  static final RecordTable<PartitionFacts> TABLE = new RecordTable<>(PartitionFacts.class);

  @Override
  public Row call(String partition) {
    return TABLE.toRow(facts(partition));
  }

  private PartitionFacts facts(String partition) {
    try (OutcomeFile file = tree.open(partition)) {
      return FactsOfFile.of(partition, file, usable);
    } catch (RuntimeException e) {
      // Parquet throws whatever a damaged byte leads to.
      LOG.atWarn().setCause(e).addKeyValue("partition", partition).log("file cannot be read");
      return PartitionFacts.unreadable(partition, "it cannot be read");
    }
  }
}
