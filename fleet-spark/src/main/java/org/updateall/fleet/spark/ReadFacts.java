package org.updateall.fleet.spark;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.PartitionFacts;
import org.updateall.domain.fleet.PartitionTally;

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
      PartitionTally tally = new PartitionTally(partition, usable.until());
      file.forEachRemaining(columns -> tally.add(columns.toFleetRow()));
      return tally.facts();
    } catch (UnfitFile e) {
      return refused(partition, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Parquet throws whatever a damaged byte leads to.
      LOG.atWarn().setCause(e).addKeyValue("partition", partition).log("file cannot be read");
      return refused(partition, "it is damaged, or no Parquet file");
    }
  }

  private PartitionFacts refused(String partition, String fault) {
    return PartitionFacts.refused(partition, fault, greatestFormat(partition));
  }

  private int greatestFormat(String partition) {
    int greatest = 0;
    try (OutcomeFile file = tree.open(partition)) {
      while (file.hasNext()) {
        greatest = Math.max(greatest, file.next().format());
      }
      return greatest;
    } catch (RuntimeException e) {
      LOG.atDebug().setCause(e).addKeyValue("partition", partition).log("no version is known");
      return 0;
    }
  }
}
