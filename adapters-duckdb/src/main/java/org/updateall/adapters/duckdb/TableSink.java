package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.history.Run;

/** Writes an export as tables in a directory: collects rows, has them written, adds a manifest. */
final class TableSink implements ExportSink {

  private static final int BATCH_WEIGHT = 20_000;

  private final Path directory;
  private final ExchangeFormat format;
  private final Instant now;
  private final TableWriter writer;
  private List<Run> batch = new ArrayList<>();
  private long weight;

  /** Writes rows into the files of their tables. */
  interface TableWriter extends AutoCloseable {

    <R extends Record> void write(ExportTable<R> table, List<R> rows)
        throws IOException, SQLException;

    /** Brings the files to their end. */
    void finish() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
  }

  TableSink(Path directory, ExchangeFormat format, Instant now, TableWriter writer) {
    this.directory = directory;
    this.format = format;
    this.now = now;
    this.writer = writer;
  }

  @Override
  public void add(Run run) throws IOException, SQLException {
    batch.add(run);
    weight += RunWeight.of(run);
    if (weight >= BATCH_WEIGHT) {
      writeBatch();
    }
  }

  @Override
  public void add(List<ModelRow> models) throws IOException, SQLException {
    writer.write(ExportTable.MODELS, models);
  }

  @Override
  public void finish(ExportTally tally) throws IOException, SQLException {
    writeBatch();
    writer.finish();
    List<Manifest.Entry> files = new ArrayList<>();
    for (ExportTable<?> table : ExportTable.all()) {
      files.add(Manifest.Entry.of(directory.resolve(table.fileName(format))));
    }
    new Manifest(format, Schema.current().version(), now, tally.counts(), tally.models(), files)
        .write(directory);
  }

  @Override
  public void close() throws IOException, SQLException {
    writer.close();
  }

  private void writeBatch() throws IOException, SQLException {
    RunRows made = RunRows.of(batch);
    writer.write(ExportTable.RUNS, made.runs());
    writer.write(ExportTable.EXECUTIONS, made.executions());
    writer.write(ExportTable.STEPS, made.steps());
    writer.write(ExportTable.ESTIMATES, made.estimates());
    batch = new ArrayList<>();
    weight = 0;
  }
}
