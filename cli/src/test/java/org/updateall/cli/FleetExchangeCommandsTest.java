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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command lines that put a history into a fleet's tree and bring such a tree in. */
final class FleetExchangeCommandsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String DIGEST =
      "5667ef73dac709effcfdc518a98ea9238365ec62b0eb5f478392e28818a2efd5";
  private static final String KEYED =
      "7698e4d8266b826d3822e41c2dcccd8b42c1e1e355cc87790a5da01311f849ef";

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
         {"id": "bbbbbbbb", "start_time": "2026-02-02T23:30:00Z", "plugins": [
          {"name": "snap", "status": "skipped"}]}]
        """);
    JsonNode unused = json("import", file.toString(), "--host", "zeus");
  }

  @Test
  void bringsBackWhatItExported() {
    JsonNode exported = json("export", "--fleet", at("fleet"), "--host", "zeus");

    assertEquals(at("fleet"), exported.get("fleet").asString());
    assertEquals("zeus", exported.get("host").asString());
    assertEquals(2, exported.get("changed_months").asInt());
    JsonNode imported = json("--db", at("other.duckdb"), "import", "--fleet", at("fleet"));
    assertEquals(2, imported.get("added").asInt());
    assertEquals(0, imported.get("reports").size());
    assertEquals(json("history"), json("--db", at("other.duckdb"), "history"));
  }

  @Test
  void saysWhatHasChanged() {
    export("--host", "zeus", "--since", "2026-02-15");
    assertSays("Exported 1 month of zeus with 1 run and 1 plugin execution into");
    assertSays(": all of it is new.");
    export("--host", "zeus");
    assertSays(": 1 new or changed, 1 as before.");
    export("--host", "zeus");
    assertSays(": nothing has changed.");
    export();
    assertSays("There is no run of ");
  }

  @Test
  void saysThatHashesCanBeGuessedWithoutAKey() throws IOException {
    export("--host", "zeus", "--hash-hosts");
    assertTrue(err.toString().contains("--salt-file prevents that"), err.toString());
    assertTrue(Files.exists(home.resolve("fleet/hosts").resolve("host=" + DIGEST)));

    err.getBuffer().setLength(0);
    Files.writeString(home.resolve("salt"), "pepper");
    export("--host", "zeus", "--hash-hosts", "--salt-file", at("salt"));
    assertFalse(err.toString().contains("--salt-file"), err.toString());
    assertTrue(Files.exists(home.resolve("fleet/hosts").resolve("host=" + KEYED)));
  }

  @Test
  void reportsWhatItCouldNotTakeAndGoesOn() throws IOException {
    export("--host", "zeus");
    Files.writeString(home.resolve("fleet/runs/month=2026-01/host=zeus/part.parquet"), "PAR1");
    String[] words = {"--db", at("other.duckdb"), "import", "--fleet", at("fleet")};

    assertEquals(ExitCode.NOT_AS_HOPED, run(words));

    assertSays("a fleet's tree with 2 partitions");
    assertSays("Imported from 1 host: 1 new, 0 changed, 0 already there.");
    assertTrue(
        err.toString()
            .contains("runs/month=2026-01/host=zeus/part.parquet: it cannot be read as Parquet"),
        err.toString());
    assertTrue(err.toString().contains("; export that month of that host again"), err.toString());
    String[] asJson = Arrays.copyOf(words, words.length + 1);
    asJson[words.length] = "--json";
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.NOT_AS_HOPED, run(asJson));
    assertEquals(
        "runs/month=2026-01/host=zeus/part.parquet",
        MAPPER.readTree(out.toString()).get("reports").get(0).get("partition").asString());
  }

  @Test
  void onlyLooksInADryRun() {
    export("--host", "zeus");

    assertEquals(
        ExitCode.DONE,
        run("--db", at("other.duckdb"), "import", "--fleet", at("fleet"), "--dry-run"));

    assertSays(
        "Would import 2 runs with 2 plugin executions of 1 host. Nothing was stored (dry run).");
    assertFalse(Files.exists(home.resolve("other.duckdb")));
  }

  @Test
  void refusesWhatIsNoTreeAndHostsThatAreNotKnown() throws IOException {
    assertEquals(ExitCode.FILE_REFUSED, run("import", "--fleet", at("nowhere")));
    assertTrue(err.toString().contains("there is no such directory"), err.toString());
    Files.writeString(home.resolve("file"), "");
    assertEquals(ExitCode.FILE_REFUSED, run("export", "--fleet", at("file"), "--host", "zeus"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("export", "--fleet", at("new"), "--host", "hera"));
    assertFalse(Files.exists(home.resolve("new")));
  }

  @Test
  void saysWhichWordsMakeNoSense() throws IOException {
    Files.writeString(home.resolve("empty"), "");
    assertWrong("--fleet goes with neither PATH", "export", "x.json", "--fleet", "d");
    assertWrong("--until does not go", "export", "--fleet", "d", "--until", "2026-01-01");
    assertWrong("go with --fleet", "export", "x.json", "--with-users");
    assertWrong("goes with --hash-hosts", "export", "--fleet", "d", "--salt-file", "s");
    assertWrong(
        "cannot be read", "export", "--fleet", "d", "--hash-hosts", "--salt-file", at("none"));
    assertWrong("is empty", "export", "--fleet", "d", "--hash-hosts", "--salt-file", at("empty"));
    assertWrong("name the file or directory", "export");
    assertWrong("--fleet goes with neither FILE", "import", "x", "--fleet", "d");
    assertWrong("--host does not go", "import", "--host", "x", "--fleet", "d");
  }

  private void assertWrong(String reason, String... words) {
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.WRONG_USAGE, run(words));
    assertTrue(err.toString().contains(reason), err.toString());
  }

  private void export(String... more) {
    String[] line = Arrays.copyOf(new String[] {"export", "--fleet", at("fleet")}, more.length + 3);
    System.arraycopy(more, 0, line, 3, more.length);
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run(line), err::toString);
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
