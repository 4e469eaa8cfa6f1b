package org.updateall.adapters.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * The files of a month of a host, while they are being read. Every method throws {@link
 * ExportFault} for what cannot be read.
 */
final class ParquetPartition implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ParquetPartition.class);

  private final Path tree;
  private final FleetPartition partition;
  private final DuckDBConnection engine;
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final RunAllowance allowance = new RunAllowance();

  private ParquetPartition(Path tree, FleetPartition partition, DuckDBConnection engine) {
    this.tree = tree;
    this.partition = partition;
    this.engine = engine;
    resources.push(engine);
  }

  static ParquetPartition open(Path tree, FleetPartition partition) throws SQLException {
    return new ParquetPartition(tree, partition, Engine.fileReader());
  }

  Iterator<Run> runs() throws SQLException {
    for (ExportTable<?> table : FleetTables.ofRuns()) {
      requireFile(table);
    }
    return new Runs(
        new WholeRuns(
            cursor(ExportTable.RUNS),
            cursor(ExportTable.EXECUTIONS),
            cursor(ExportTable.STEPS),
            cursor(ExportTable.ESTIMATES)));
  }

  /** Of how many runs something was foretold. */
  long eachForetold(Consumer<ForetoldRun> reader) throws SQLException {
    requireFile(FleetTables.PREDICTIONS);
    TableCursor<ForetoldRow> rows = cursor(FleetTables.PREDICTIONS);
    long count = 0;
    for (allowance.begin(); rows.hasNext(); allowance.begin()) {
      reader.accept(rows.take(first -> foretold(first, rows)));
      count++;
    }
    return count;
  }

  private static ForetoldRun foretold(ForetoldRow first, TableCursor<ForetoldRow> rows) {
    UUID runId = first.runId();
    List<RecordedPrediction> predictions =
        rows.takeWhile(row -> row.runId().equals(runId), ForetoldRow::toPrediction);
    predictions.add(0, first.toPrediction());
    return new ForetoldRun(new RunId(runId), first.madeAt(), predictions);
  }

  private void requireFile(ExportTable<?> table) {
    if (!Files.isRegularFile(file(table))) {
      throw new ExportFault(
          file(table), "", "it is missing, so that what the other tables have cannot be taken");
    }
  }

  private Path file(ExportTable<?> table) {
    return tree.resolve(partition.path(table.name()));
  }

  private <R extends Record> TableCursor<R> cursor(ExportTable<R> table) throws SQLException {
    RowSource source = ParquetSource.ofTree(file(table), table, engine);
    resources.push(source);
    return new TableCursor<>(table, source, allowance);
  }

  @Override
  public void close() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        LOG.debug("A file of a fleet's tree did not close in order", e);
      }
    }
  }

  /** Goes through the runs. */
  private final class Runs implements Iterator<Run> {

    private final WholeRuns source;
    private @Nullable Run head;
    private boolean ended;

    Runs(WholeRuns source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      if (head == null && !ended) {
        allowance.begin();
        head = source.next();
        ended = head == null;
      }
      return head != null;
    }

    @Override
    public Run next() {
      Run next = hasNext() ? head : null;
      if (next == null) {
        throw new NoSuchElementException();
      }
      head = null;
      return next;
    }
  }
}
