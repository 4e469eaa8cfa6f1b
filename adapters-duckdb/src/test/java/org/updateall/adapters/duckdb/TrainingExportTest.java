package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.TrainingTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingExportTest {

  private static final String COLUMNS =
      "timestamp,hostname,time_since_last_run,packages_total,packages_to_update,"
          + "download_size_estimated,cpu_time_estimated,wall_clock_estimated,memory_estimated,"
          + "day_of_week,hour_of_day,is_weekend,download_size_actual,cpu_time_actual,"
          + "wall_clock_actual,memory_peak_actual,status";

  @TempDir private Path directory;
  private Stores stores;
  private TrainingTable table;

  @BeforeEach
  void record() {
    stores = new Stores(directory.resolve("store"));
    stores.history().record(Runs.complete());
    stores
        .history()
        .record(
            Runs.run(2)
                .startingAt("2026-01-10T12:00:00Z")
                .executing(Runs.execution("apt", 7.5))
                .build());
    table =
        stores
            .queries()
            .trainingTables(HistoryFilter.everything().ofPlugins("apt"), ZoneOffset.UTC)
            .get(0);
  }

  @Test
  void writesARowOfEachExecutionAsCsv() throws IOException {
    Path file = write(ExchangeFormat.CSV);

    List<String> lines = Files.readAllLines(file);
    assertEquals(COLUMNS, lines.get(0));
    assertEquals(3, lines.size());
    assertTrue(
        lines
            .get(1)
            .startsWith("2026-01-05T12:00:01.000002Z,\"workstation\",,2345,18,1000001,2.5,3.5"),
        lines.get(1));
    assertEquals(
        "2026-01-10T12:00:00Z,\"workstation\",431998.999998,,,,,,,5,12,true,,,7.5,,\"success\"",
        lines.get(2));
  }

  @Test
  void writesTheSameAsParquet() throws SQLException {
    Path file = write(ExchangeFormat.PARQUET);

    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*), count(time_since_last_run), max(packages_to_update),
                       bool_or(is_weekend), epoch_us(min(timestamp))
                FROM read_parquet('%s')
                """
                    .formatted(file))) {
      assertTrue(row.next());
      assertEquals(2, row.getLong(1));
      assertEquals(1, row.getLong(2));
      assertEquals(18, row.getInt(3));
      assertTrue(row.getBoolean(4));
      assertEquals(1_767_614_401_000_002L, row.getLong(5));
    }
  }

  @Test
  void writesTheSameAsJson() throws IOException {
    JsonNode document = new JsonMapper().readTree(Files.readString(write(ExchangeFormat.JSON)));

    assertEquals("apt", document.get("plugin").asString());
    assertEquals(2, document.get("rows").size());
    JsonNode second = document.get("rows").get(1);
    assertEquals("2026-01-10T12:00:00Z", second.get("timestamp").asString());
    assertTrue(second.get("is_weekend").asBoolean());
    assertEquals(7.5, second.get("wall_clock_actual").asDouble());
    assertTrue(second.get("packages_to_update") == null);
  }

  @ParameterizedTest
  @EnumSource
  void isOpenToItsUserAlone(ExchangeFormat format) throws IOException {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(write(format))));
  }

  @ParameterizedTest
  @EnumSource
  void leavesAFileThatIsThereAloneUnlessItMayReplaceIt(ExchangeFormat format) throws IOException {
    Path file = write(format);
    Files.writeString(file, "mine");

    assertTrue(stores.training().write(table, file, format, false).isLeft());
    assertEquals("mine", Files.readString(file));
    assertEquals(file, stores.training().write(table, file, format, true).get());
    assertTrue(Files.size(file) > 100);
  }

  @Test
  void neverTakesThePlaceOfTheDatabase() {
    assertTrue(
        stores.training().write(table, stores.database(), ExchangeFormat.CSV, true).isLeft());
  }

  private Path write(ExchangeFormat format) {
    return stores
        .training()
        .write(table, directory.resolve("training." + format.wireName()), format, false)
        .get();
  }
}
