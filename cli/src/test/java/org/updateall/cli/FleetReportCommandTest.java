package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole command lines that ask for a report on a fleet. */
final class FleetReportCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private static Path shared;
  private static Path output;

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void makeUp() throws IOException {
    output = shared.resolve("forecasts");
    MadeUpForecasts.write(output, 120, 5, 3);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all =
        Stream.concat(Stream.of("fleet", "report"), Arrays.stream(words)).toArray(String[]::new);
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(all);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }

  private JsonNode json(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 3);
    all[words.length] = "--json";
    all[words.length + 1] = "--input";
    all[words.length + 2] = output.toString();
    assertEquals(ExitCode.DONE, run(all), err.toString());
    return MAPPER.readTree(out.toString());
  }

  @Test
  void tellsHostsPluginsOutliersTheWindowAndWhatWasLeftOut() {
    assertEquals(ExitCode.DONE, run("--input", output.toString(), "--window", "2h", "--top", "3"));

    String text = out.toString();
    for (String line :
        new String[] {
          "A fleet of 120 hosts",
          "debian-12        72",
          "On 6 of them a plugin has run too few times",
          "flatpak",
          "and 2 plugins that take less",
          "host-00013  snap",
          "with a probability of 50 %, and after ",
          "On average the first ",
          "The last to finish is host-",
          "To have finished within 2 h with a probability of 90 %, ",
          "Left out of the training: something of 1 of 2 files",
          "outcomes/month=2026-11/host=b/part.parquet, 12 rows: it is no Parquet"
        }) {
      assertTrue(text.contains(line), line + "\n" + text);
    }
    assertTrue(err.toString().isEmpty(), err.toString());
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void tellsMachinesTheSame() {
    JsonNode document = json("--at-a-time", "8", "--start", "2026-12-01T22:00:00Z");

    assertEquals(120, document.get("hosts").get("count").asInt());
    assertEquals(30, document.get("hosts").get("by_size").get("small").asInt());
    assertEquals(6, document.get("hosts").get("with_few_runs").asInt());
    assertEquals("flatpak", document.get("plugins").get(0).get("plugin").asString());
    assertEquals(120, document.get("plugins").get(0).get("hosts").asInt());
    JsonNode outlier = document.get("outliers").get(0);
    assertEquals("snap", outlier.get("plugin").asString());
    assertTrue(outlier.get("factor").asDouble() > 3, outlier.toString());
    JsonNode park = document.get("park");
    assertEquals(8, park.get("at_a_time").asInt());
    assertEquals(15, park.get("waves").size());
    assertEquals(120, park.get("waves").get(14).get("last").asInt());
    JsonNode time = park.get("wall_clock_seconds");
    assertTrue(time.get("lower").asDouble() < time.get("median").asDouble());
    assertTrue(time.get("median").asDouble() < time.get("finished_by").asDouble());
    assertTrue(time.get("finished_by").asDouble() < time.get("upper").asDouble());
    assertTrue(time.get("finished_by_time").asString().startsWith("2026-12-01T"));
    assertTrue(park.get("download_size_bytes").get("median").asDouble() > 1e9);
    assertEquals(12, document.get("left_out").get(0).get("left_out").asInt());
    assertTrue(document.get("window").isNull());
  }

  /** With everything in common a park ends later where it is slow, and its range is wider. */
  @Test
  void theCorrelationWidensTheRange() {
    JsonNode free = json("--correlation", "0").get("park").get("wall_clock_seconds");
    JsonNode common = json("--correlation", "1").get("park").get("wall_clock_seconds");

    double width = common.get("upper").asDouble() - common.get("lower").asDouble();
    assertTrue(width > 3 * (free.get("upper").asDouble() - free.get("lower").asDouble()));
  }

  @Test
  void findsTheNumberOfHostsThatAWindowNeeds() {
    JsonNode document = json("--window", "1h");
    int enough = document.get("window").get("enough_at_a_time").asInt();
    JsonNode fewer = json("--at-a-time", Integer.toString(enough - 1));

    assertTrue(enough > 1);
    assertEquals(enough, document.get("park").get("at_a_time").asInt());
    assertTrue(finishedBy(document) <= 3600, document.toString());
    assertTrue(finishedBy(fewer) > 3600, fewer.toString());
    assertTrue(json("--window", "9s").get("window").get("enough_at_a_time").isNull());
    assertEquals(ExitCode.DONE, run("--input", output.toString(), "--window", "9s"));
    assertTrue(out.toString().contains("Not even all hosts at once"), out.toString());
  }

  private static double finishedBy(JsonNode document) {
    return document.get("park").get("wall_clock_seconds").get("finished_by").asDouble();
  }

  @Test
  void saysTheTimeByTheClock() {
    assertEquals(
        ExitCode.DONE,
        run("--input", output.toString(), "--start", "2026-12-01T22:00:00Z", "--order", "by-name"));

    assertTrue(out.toString().contains("(2026-12-0"), out.toString());
    assertTrue(out.toString().contains("10 hosts at a time, by name"), out.toString());
  }

  @Test
  void saysWhatToRunWhereNothingIsAndNamesADamagedFile() throws IOException {
    Path nowhere = home.resolve("nowhere");
    assertEquals(ExitCode.FILE_REFUSED, run("--input", nowhere.toString()));
    assertTrue(err.toString().contains("update-all fleet train --input DIR"), err.toString());
    Path damaged = home.resolve("damaged");
    MadeUpForecasts.write(damaged, 3, 1, 1);
    Path part = damaged.resolve("forecasts/part-00000.parquet");
    Files.writeString(part, "no Parquet at all", UTF_8);

    assertEquals(ExitCode.FILE_REFUSED, run("--input", damaged.toString()));

    assertTrue(err.toString().contains(part + ": it cannot be read"), err.toString());
    assertFalse(err.toString().contains("\tat "), "a stack trace");
  }

  @Test
  void refusesWordsThatMakeNoSense() {
    for (String[] words :
        new String[][] {
          {},
          {"--input", "x", "--at-a-time", "0"},
          {"--input", "x", "--order", "random"},
          {"--input", "x", "--window", "soon"},
          {"--input", "x", "--start", "noon"},
          {"--input", "x", "--level", "1"},
          {"--input", "x", "--correlation", "1.1"},
          {"--input", "x", "--top", "-1"}
        }) {
      assertEquals(ExitCode.WRONG_USAGE, run(words), Arrays.toString(words));
    }
  }
}
