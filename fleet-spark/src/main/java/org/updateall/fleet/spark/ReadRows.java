package org.updateall.fleet.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.forecast.Target;

/**
 * On an executor: reads the executions of a file that can be learned from, each once for every
 * target. A file that cannot be read any more fails the task.
 *
 * @param read counts executions
 */
record ReadRows(SharedTree tree, UsableRows usable, LongAccumulator read)
    implements FlatMapFunction<String, Row> {

  /** How {@link SeriesRow}s are shuffled. */
  static final RecordTable<SeriesRow> TABLE = new RecordTable<>(SeriesRow.class);

  @Override
  public Iterator<Row> call(String partition) {
    OutcomeFile file = tree.open(partition);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> file.close());
    return stream(file)
        .map(OutcomeColumns::toFleetRow)
        .filter(row -> usable.problem(row).isEmpty())
        .peek(row -> read.add(1))
        .flatMap(ReadRows::forEveryTarget)
        .iterator();
  }

  private static Stream<Row> forEveryTarget(FleetRow row) {
    return Arrays.stream(Target.values()).map(target -> TABLE.toRow(SeriesRow.of(row, target)));
  }

  private static Stream<OutcomeColumns> stream(OutcomeFile file) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(file, Spliterator.ORDERED), false);
  }
}
