package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.exchange.TrainingExport;
import org.updateall.domain.retrieval.TrainingTable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes training data as one file. */
final class FileTrainingExport implements TrainingExport {

  private final ExportTarget targets;

  @Inject
  FileTrainingExport(ExchangeSettings settings) {
    this.targets = new ExportTarget(settings);
  }

  @Override
  public Either<TargetRefused, Path> write(
      TrainingTable table, Path target, ExchangeFormat format, boolean replace) {
    return Unwritable.unlessDone(
        target,
        () -> targets.file(target, replace).peek(place -> publish(table, place, format, replace)));
  }

  private static void publish(
      TrainingTable table, Path place, ExchangeFormat format, boolean replace) {
    List<TrainingRecord> rows = table.rows().stream().map(TrainingRecord::of).toList();
    Unwritable.orElse(
        place,
        () -> {
          try (ExportDraft draft = ExportDraft.ofFile(place)) {
            fill(draft.path(), table, rows, format);
            draft.publish(replace);
          }
        });
  }

  private static void fill(
      Path file, TrainingTable table, List<TrainingRecord> rows, ExchangeFormat format)
      throws IOException, SQLException {
    switch (format) {
      case CSV -> writeCsv(file, rows);
      case PARQUET -> writeParquet(file, rows);
      case JSON -> writeJson(file, table, rows);
    }
  }

  private static void writeCsv(Path file, List<TrainingRecord> rows) throws IOException {
    try (CsvWriter writer = new CsvWriter(file, TrainingRecord.TABLE.columnNames())) {
      for (TrainingRecord row : rows) {
        writer.write(row, TrainingRecord.class.getRecordComponents());
      }
    }
  }

  private static void writeParquet(Path file, List<TrainingRecord> rows) throws SQLException {
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement()) {
      ParquetTables.create(TrainingRecord.TABLE, statement);
      new ScratchAppender(connection)
          .append(TrainingRecord.TABLE.name(), TrainingRecord.class, rows);
      ParquetTables.copy(TrainingRecord.TABLE, file, statement);
    }
  }

  private static void writeJson(Path file, TrainingTable table, List<TrainingRecord> rows)
      throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(file, UTF_8))) {
      json.writeStartObject();
      json.writeStringProperty("kind", "update-all training data");
      json.writeStringProperty("plugin", table.plugin().value());
      json.writeArrayPropertyStart("rows");
      for (TrainingRecord row : rows) {
        json.writeRaw('\n');
        ExportJson.write(TrainingRecord.TABLE, row, json);
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
