package org.updateall.cli;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command lines that take a history out and bring it in. */
final class ExchangeCommandsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int RUNS = 2;

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void importAnOldHistory() throws IOException {
    Path file = home.resolve("history.json");
    Files.writeString(
        file,
        """
        [{"id": "aaaaaaaa", "start_time": "2026-01-01T00:00:00Z", "plugins": [
          {"name": "apt", "status": "success", "start_time": "2026-01-01T00:00:00Z",
           "end_time": "2026-01-01T00:01:00Z"}]},
         {"id": "bbbbbbbb", "start_time": "2026-01-02T23:30:00Z", "plugins": [
          {"name": "snap", "status": "skipped"}]}]
        """);
    json("import", file.toString(), "--host", "zeus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.parquet", "x.csv", "x.json"})
  void bringsBackWhatItExported(String name) {
    JsonNode exported = json("export", at(name));

    assertEquals(RUNS, exported.get("runs").asLong());
    assertEquals(2, exported.get("executions").asLong());
    assertEquals(name.substring(2), exported.get("format").asString());
    assertEquals(at(name), exported.get("target").asString());
    JsonNode imported = json("--db", at("other.duckdb"), "import", at(name));
    assertEquals(RUNS, imported.get("added").asLong());
    assertEquals(RUNS, imported.get("runs_in_database").asLong());
    assertEquals(json("history"), json("--db", at("other.duckdb"), "history"));
    assertEquals(
        RUNS, json("--db", at("other.duckdb"), "import", at(name)).get("unchanged").asLong());
  }

  @Test
  void saysInWordsWhatItDid() {
    assertEquals(ExitCode.DONE, run("export", at("x"), "--format", "csv"));
    assertSays("Exported 2 runs with 2 plugin executions and 0 models to " + at("x"));

    assertEquals(ExitCode.DONE, run("--db", at("other.duckdb"), "import", "--dry-run", at("x")));
    assertSays("Would import 2 runs with 2 plugin executions and 0 models. Nothing was stored");
    assertFalse(Files.exists(home.resolve("other.duckdb")));

    assertEquals(ExitCode.DONE, run("--db", at("other.duckdb"), "import", at("x")));
    assertSays("an export of 2 runs (csv)");
    assertSays("Imported: 2 new, 0 changed, 0 already there; 0 models.");
    assertSays("The database now holds 2 runs with 2 plugin executions; the counts agree");
  }

  @Test
  void exportsOnlyWhatIsMeant() {
    assertEquals(1, json("export", at("a.json"), "--plugin", "apt").get("runs").asLong());
    assertEquals(1, json("export", at("b.json"), "--since", "2026-01-02").get("runs").asLong());
    assertEquals(
        1,
        json(
                "export",
                at("c.json"),
                "--until",
                "2026-01-03",
                "--since",
                "2026-01-02",
                "--zone",
                "UTC")
            .get("runs")
            .asLong());
    assertEquals(
        1,
        json("export", at("d.json"), "--since", "2026-01-03T00:00:00+01:00").get("runs").asLong());
    assertEquals(2, json("export", at("e.json"), "--host", "zeus").get("runs").asLong());
    assertEquals(ExitCode.NOT_AS_HOPED, run("export", at("f.json"), "--host", "hera"));
  }

  @Test
  void replacesNothingUnlessForced() throws IOException {
    Files.writeString(home.resolve("x.json"), "mine");

    assertEquals(ExitCode.INPUT_REFUSED, run("export", at("x.json")));
    assertTrue(err.toString().contains("is there already. Name another place, or replace it with"));
    assertEquals("mine", Files.readString(home.resolve("x.json")));
    assertEquals(ExitCode.DONE, run("export", at("x.json"), "--force"));
    assertEquals(RUNS, json("import", at("x.json")).get("unchanged").asLong());
  }

  @Test
  void writesTrainingDataInTheZoneGiven() throws IOException {
    JsonNode report = json("export", at("t.csv"), "--training", "snap", "--zone", "Asia/Kathmandu");

    assertEquals(1, report.get("rows").asLong());
    assertEquals("snap", report.get("plugin").asString());
    String row = Files.readAllLines(home.resolve("t.csv")).get(1);
    assertTrue(row.startsWith("2026-01-02T23:30:00Z,\"zeus\""), row);
    assertTrue(row.contains(",5,5,true,"), row);
    assertEquals(ExitCode.DONE, run("export", at("t.json"), "--training", "apt"));
    assertSays("Exported 1 row of training data of apt to " + at("t.json"));
  }

  @Test
  void writesNoTrainingDataOfAnUnknownPlugin() {
    assertEquals(ExitCode.NOT_AS_HOPED, run("export", at("t.csv"), "--training", "npm"));

    assertTrue(err.toString().contains("no execution of the plugin npm"), err.toString());
    assertFalse(Files.exists(home.resolve("t.csv")));
  }

  @Test
  void writesAnOldHistoryThatItReadsAgain() {
    assertEquals(2, json("export", at("old"), "--format", "legacy").get("runs").asLong());
    assertEquals(ExitCode.DONE, run("export", at("old2"), "--format", "legacy"));
    assertSays("Exported 2 runs to " + at("old2"));

    JsonNode again = json("--db", at("other.duckdb"), "import", at("old"));

    assertEquals(2, again.get("added").asLong());
    assertTrue(again.has("quarantined"));
  }

  @Test
  void refusesAnExportThatIsNotAsItWasWritten() throws IOException {
    run("export", at("x.json"));
    String text = Files.readString(home.resolve("x.json"));
    Files.writeString(home.resolve("x.json"), text.substring(0, text.length() / 2));

    assertEquals(ExitCode.INPUT_REFUSED, run("--db", at("other.duckdb"), "import", at("x.json")));

    assertTrue(err.toString().contains("x.json, line 2"), err.toString());
    assertFalse(Files.exists(home.resolve("other.duckdb")));
  }

  @Test
  void saysWhatSomethingElseLooksLike() {
    String database = home.resolve(".local/share/update-all/history.duckdb").toString();

    assertEquals(ExitCode.INPUT_REFUSED, run("import", home.toString()));
    assertTrue(err.toString().contains("it is a directory without a manifest.json"));
    assertEquals(ExitCode.INPUT_REFUSED, run("import", database));
    assertTrue(err.toString().contains("it is a DuckDB database"), err.toString());
  }

  @Test
  void saysWhichWordsMakeNoSense() {
    assertEquals(ExitCode.WRONG_USAGE, run("export"));
    assertWrong("names no format", at("x"));
    assertWrong("no zone Mars", at("x.csv"), "--zone", "Mars");
    assertWrong("neither a date", at("x.csv"), "--since", "yesterday");
    assertWrong("outside the years", at("x.csv"), "--since", "+12000-01-01");
    assertWrong("--plugin: plugin name is empty", at("x.csv"), "--plugin", " ");
    assertWrong("goes neither with", at("x.csv"), "--training", "apt", "--plugin", "apt");
    assertWrong("goes neither with", at("x.csv"), "--training", "apt", "--format", "legacy");
    assertFalse(Files.exists(home.resolve("x.csv")));
  }

  @Test
  void saysThatAPlaceCannotBeWritten() {
    assertEquals(ExitCode.DATABASE_UNUSABLE, run("export", at("y".repeat(300) + ".csv")));

    assertTrue(err.toString().contains("yyy"), err.toString());
  }

  private void assertWrong(String reason, String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "export";
    System.arraycopy(words, 0, line, 1, words.length);
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.WRONG_USAGE, run(line));
    assertTrue(err.toString().contains(reason), err.toString());
  }

  private void assertSays(String text) {
    assertTrue(out.toString().contains(text), out.toString());
  }

  private String at(String name) {
    return home.resolve(name).toString();
  }

  private JsonNode json(String... words) {
    out.getBuffer().setLength(0);
    String[] line = Arrays.copyOf(words, words.length + 1);
    line[words.length] = "--json";
    assertEquals(ExitCode.DONE, run(line), err::toString);
    return MAPPER.readTree(out.toString());
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
