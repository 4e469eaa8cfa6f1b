package org.updateall.adapters.duckdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorTable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fleet's output while it is being written: a hidden directory beside its place, in which every
 * file appears whole under its name, so that whoever comes after an interruption goes on with it.
 */
final class ParquetFleetDraft implements FleetOutput.Draft {

  private static final Logger LOG = LoggerFactory.getLogger(ParquetFleetDraft.class);
  private static final ExportTable<FleetForecast> FORECASTS =
      new ExportTable<>(FleetForecast.TABLE, FleetForecast.class);
  private static final ExportTable<FleetModel> MODELS =
      new ExportTable<>(FleetModel.TABLE, FleetModel.class);

  private final Path target;
  private final Path directory;
  private final DraftLock lock;
  private final PriorShelf shelf;

  ParquetFleetDraft(Path target, Path directory, DraftLock lock, PriorShelf shelf) {
    this.target = target;
    this.directory = directory;
    this.lock = lock;
    this.shelf = shelf;
  }

  /** The forecasts are written after the models. */
  @Override
  public boolean hasPart(int number) {
    return Files.exists(part(FORECASTS, number));
  }

  @Override
  public void writePart(int number, List<FleetForecast> forecasts, List<FleetModel> models) {
    Unwritable.orElse(
        directory,
        () -> {
          write(MODELS, number, models);
          write(FORECASTS, number, forecasts);
        });
  }

  private <R extends Record> void write(ExportTable<R> table, int number, List<R> rows)
      throws IOException, SQLException {
    Path part = part(table, number);
    Path making = part.resolveSibling("." + part.getFileName());
    Files.deleteIfExists(making);
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement()) {
      ParquetTables.create(table, statement);
      new ScratchAppender(connection).append(table.name(), table.type(), rows);
      ParquetTables.copy(table, making, statement);
    }
    PrivateFiles.restrict(making);
    PrivateFiles.bringContentToDisk(making);
    Files.move(making, part, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path part(ExportTable<?> table, int number) {
    return directory
        .resolve(table.name())
        .resolve(String.format(Locale.ROOT, "part-%05d.parquet", number));
  }

  @Override
  public FleetOutput.Counts finish(PriorTable priors, List<PartitionReport> partitions) {
    return Unwritable.unlessDone(
        target,
        () -> {
          FleetOutput.Counts counts = counts();
          Path unused =
              shelf
                  .write(priors, directory.resolve(ParquetFleetOutput.PRIORS), true)
                  .getOrElseThrow(refused -> new IOException(refused.message()));
          writePartitions(partitions);
          Files.deleteIfExists(directory.resolve(ParquetFleetOutput.SUCCESS));
          PrivateFiles.write(directory.resolve(ParquetFleetOutput.SUCCESS), new byte[0]);
          publish();
          return counts;
        });
  }

  private FleetOutput.Counts counts() throws IOException, SQLException {
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement()) {
      return new FleetOutput.Counts(count(FORECASTS, statement), count(MODELS, statement));
    }
  }

  private long count(ExportTable<?> table, Statement statement) throws IOException, SQLException {
    Path parts = directory.resolve(table.name());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(parts, "part-*.parquet")) {
      if (!files.iterator().hasNext()) {
        return 0;
      }
    }
    try (ResultSet answer =
        statement.executeQuery(
            "SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(%s)"
                .formatted(Engine.globOf(parts, "/part-*.parquet")))) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private void writePartitions(List<PartitionReport> partitions) throws IOException {
    Path file = directory.resolve(ParquetFleetOutput.PARTITIONS);
    Files.deleteIfExists(file);
    PrivateFiles.write(file, document(partitions));
  }

  private static byte[] document(List<PartitionReport> partitions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("kind", "update-all fleet partitions");
      json.writeArrayPropertyStart("partitions");
      partitions.forEach(each -> write(each, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(PartitionReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("partition", report.partition());
    json.writeNumberProperty("rows", report.rows());
    json.writeNumberProperty("leftOut", report.leftOut());
    @Nullable String reason = report.reason();
    if (reason == null) {
      json.writeNullProperty("reason");
    } else {
      json.writeStringProperty("reason", reason);
    }
    json.writeEndObject();
  }

  /** An output that is there is named otherwise, and removed when this one has its name. */
  private void publish() throws IOException {
    boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (replaces && !ParquetFleetOutput.isOutput(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path earlier = ParquetFleetOutput.earlier(target);
    PrivateFiles.deleteTree(earlier);
    Files.deleteIfExists(directory.resolve(ParquetFleetOutput.PLAN));
    if (replaces) {
      Files.move(target, earlier);
    }
    Files.move(directory, target);
    PrivateFiles.bringNameToDisk(target);
    PrivateFiles.deleteTree(earlier);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("The lock of an output was not given back in order", e);
    }
  }
}
