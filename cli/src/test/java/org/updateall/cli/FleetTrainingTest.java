package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.fleet.SyntheticFleet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line that trains a fleet, from the tree of its hosts to what comes of it. */
final class FleetTrainingTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final SyntheticFleet FLEET = SyntheticFleet.of(11, 8, 2, 45);

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path tree = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void exportOnce() throws Exception {
    tree = home.resolve("a 'tree'");
    output = home.resolve("out");
    SyntheticTree.write(tree, FLEET);
  }

  private int train(String... further) {
    List<String> words =
        new ArrayList<>(
            List.of("fleet", "train", "--input", tree.toString(), "--output", output.toString()));
    words.addAll(List.of(further));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings, settings -> UpdateAll.open(settings)).run(words);
  }

  private List<List<@Nullable String>> query(String sql) throws SQLException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(sql.replace("OUT", output.toString().replace("'", "''")))) {
      while (answer.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          row.add(answer.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private String contents() throws SQLException, IOException {
    return query("SELECT * FROM 'OUT/forecasts/*.parquet' ORDER BY ALL")
        + "\n"
        + query("SELECT * FROM 'OUT/models/*.parquet' ORDER BY ALL")
        + Files.readString(output.resolve("priors.json"))
        + Files.readString(output.resolve("partitions.json"));
  }

  @Test
  void forecastsEveryMeasureOfEveryPluginOnEveryHost() throws Exception {
    assertEquals(ExitCode.DONE, train(), err::toString);

    assertTrue(
        out.toString()
            .startsWith("Learned from 720 executions on 8 hosts: 64 forecasts and 64 models"),
        out::toString);
    assertEquals(
        List.of(List.of("8", "2", "4", "64", "64")),
        query(
            """
            SELECT count(DISTINCT host), count(DISTINCT plugin_name), count(DISTINCT target), count(*),
                count(*) FILTER (lower <= point AND point <= upper AND len(quantiles) > 10
                    AND basis = 'model' AND runs > 35)
            FROM 'OUT/forecasts/*.parquet'
            """));
    assertEquals(
        List.of(List.of("64", "1")),
        query("SELECT count(*), count(DISTINCT trained_at) FROM 'OUT/models/*.parquet'"));
    assertTrue(Files.exists(output.resolve("_SUCCESS")));
  }

  @Test
  void givesTheSameOnceMoreAndOnOneThread() throws Exception {
    train("--threads", "2");
    String once = contents();
    assertEquals(ExitCode.DONE, train("--threads", "1"));

    assertEquals(once, contents());
  }

  @Test
  void tellsAProgramWhatItDid() {
    assertEquals(ExitCode.DONE, train("--json"));

    JsonNode document = MAPPER.readTree(out.toString());
    assertEquals(output.toString(), document.get("output").asString());
    assertEquals(8, document.get("hosts").asInt());
    assertEquals(720, document.get("executions").asInt());
    assertEquals(64, document.get("forecasts").asInt());
    assertEquals(64, document.get("models").asInt());
    assertTrue(document.get("priors").asInt() > 0);
    assertTrue(document.get("left_out").isEmpty());
  }

  @Test
  void reportsWhatIsDamagedAndTrainsTheRest() throws Exception {
    Path file = tree.resolve("outcomes/month=2026-01/host=host-00003/data_0.parquet");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(
        Files.createDirectories(tree.resolve("outcomes/month=1970-01/host=x"))
            .resolve("part.parquet"),
        "nothing");

    assertEquals(ExitCode.NOT_AS_HOPED, train("--json"));

    JsonNode document = MAPPER.readTree(out.toString());
    assertEquals(64, document.get("forecasts").asInt());
    assertEquals(2, document.get("left_out").size());
    assertEquals(
        "outcomes/month=2026-01/host=host-00003/data_0.parquet",
        document.get("left_out").get(1).get("partition").asString());
    assertTrue(
        document
            .get("left_out")
            .get(1)
            .get("reason")
            .asString()
            .endsWith("export that month of that host again"));
  }

  /** Figures of any size may come from a host, and must not keep the others from theirs. */
  @Test
  void isStoppedByNoHostWhoseFiguresAreAbsurd() throws Exception {
    SyntheticFleet absurd = SyntheticFleet.of(12, 1, 1, 45);
    Path other = home.resolve("absurd");
    SyntheticTree.write(other, absurd);
    rewrite(other, "zero", "0::DOUBLE", "0::BIGINT");
    rewrite(other, "great", "1e19::DOUBLE", "9223372036854775807");
    rewrite(
        other,
        "wild",
        "pow(10, (hash(execution_id) % 28)::DOUBLE - 9)",
        "hash(run_id)::HUGEINT // 2");
    rewrite(other, "beyond", "1e300::DOUBLE", "-1");

    assertEquals(ExitCode.NOT_AS_HOPED, train("--json"), err::toString);

    JsonNode document = MAPPER.readTree(out.toString());
    assertEquals(12, document.get("hosts").asInt());
    assertEquals(
        List.of(List.of("8")),
        query(
            "SELECT count(DISTINCT host) FROM 'OUT/forecasts/*.parquet' WHERE host LIKE 'host-%'"));
    assertEquals(
        List.of(),
        query(
            "SELECT DISTINCT host FROM 'OUT/forecasts/*.parquet' WHERE NOT isfinite(point) OR"
                + " NOT isfinite(upper) OR host = 'beyond'"));
  }

  private void rewrite(Path from, String host, String seconds, String bytes)
      throws IOException, SQLException {
    Path place =
        Files.createDirectories(tree.resolve("outcomes/month=2026-01/host=" + host))
            .resolve("part.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT * REPLACE ('%1$s' AS host, (%2$s)::DOUBLE AS wall_clock_seconds,
                  (%2$s)::DOUBLE AS cpu_seconds, (%3$s)::BIGINT AS memory_peak_bytes,
                  (%3$s)::BIGINT AS download_size_bytes,
                  overlay_id(execution_id, '%1$s') AS execution_id)
              FROM read_parquet('%4$s/outcomes/*/*/*.parquet', hive_partitioning = false))
          TO '%5$s' (FORMAT parquet)
          """
              .replace(
                  "overlay_id(execution_id, '%1$s')", "md5(execution_id || '%1$s')::UUID::VARCHAR")
              .formatted(
                  host,
                  seconds,
                  bytes,
                  from.toString().replace("'", "''"),
                  place.toString().replace("'", "''")));
    }
  }

  @Test
  void refusesADirectoryThatIsSomethingElse() throws Exception {
    Files.createDirectories(output);
    Path dear = Files.writeString(output.resolve("thesis.txt"), "dear");

    assertEquals(ExitCode.FILE_REFUSED, train());

    assertTrue(
        err.toString().contains("is there already, and is no output of this command"),
        err::toString);
    assertEquals("dear", Files.readString(dear));
    assertFalse(Files.exists(output.resolve("_SUCCESS")));
  }

  @Test
  void refusesATreeWithoutExecutions() throws Exception {
    tree = Files.createDirectory(home.resolve("empty"));

    assertEquals(ExitCode.FILE_REFUSED, train());
    assertTrue(err.toString().contains("holds no executions of hosts"), err::toString);
  }

  @Test
  void refusesALevelOfWhichNoIntervalIsKnown() {
    assertEquals(ExitCode.WRONG_USAGE, train("--level", "0.99999"));
  }
}
