package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.history.Run;

/** The zone of the machine has no part in an export: tried in processes of that zone. */
class ExchangeZonesTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Kathmandu", "UTC"})
  void exportsTheSameInstantsInEveryZone(String zone) throws Exception {
    try (ChildJvm child =
        ChildJvm.start(Map.of("TZ", zone), ZonedExchangeProgram.class, directory)) {
      List<String> lines = child.remainingLines();
      assertEquals(0, child.exitCode());
      assertTrue(lines.get(0).endsWith(zone), lines.get(0));
      assertEquals(
          List.of("PARQUET equal", "CSV equal", "JSON equal"), lines.subList(1, lines.size()));
    }
    for (ExchangeFormat format : ExchangeFormat.values()) {
      Stores here = new Stores(directory.resolve("here-" + format));
      ZonedExchangeProgram.bringIn(directory.resolve(format.name()), here);
      assertEquals(times(ZonedProgram.runs()), times(ZonedExchangeProgram.runs(here)));
    }
    assertEquals(starts(), readBy("read_csv('%s')".formatted(file("CSV/runs.csv"))));
    assertEquals(starts(), readBy("read_parquet('%s')".formatted(file("PARQUET/runs.parquet"))));
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  /** What a DuckDB that knows nothing of us takes for the instants at which runs began. */
  private static List<Instant> readBy(String source) throws SQLException {
    List<Instant> starts = new ArrayList<>();
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT epoch_us(CAST(start_time AS TIMESTAMPTZ)) FROM %s ORDER BY 1 DESC"
                    .formatted(source))) {
      while (rows.next()) {
        starts.add(Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS));
      }
    }
    return starts;
  }

  private static List<Instant> starts() {
    return ZonedProgram.runs().stream().map(Run::startTime).toList();
  }

  private static List<String> times(List<Run> runs) {
    return runs.stream().map(run -> run.startTime() + " " + run.endTime()).toList();
  }
}
