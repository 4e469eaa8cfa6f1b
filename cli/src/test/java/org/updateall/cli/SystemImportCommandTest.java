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
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import --from-system} at a command line. */
final class SystemImportCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path home;
  private Path tree;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aMachine() throws IOException {
    tree = home.resolve("disk");
    write("etc/hostname", "hermes\n");
    write("etc/timezone", "UTC\n");
    write(
        "var/log/apt/history.log",
        """
        Start-Date: 2026-02-01  06:00:00
        Upgrade: bash:amd64 (5.1, 5.2)
        End-Date: 2026-02-01  06:00:30

        Start-Date: 2026-02-02  06:00:00
        Upgrade: bash:amd64 (5.1, 5.2)
        End-Date: 2026-02-02  05:00:00

        Start-Date: 2026-02-03  06:00:00
        Upgrade: bash:amd64 (5.1, 5.2)
        End-Date: 2026-02-03  06:00:10
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void saysWhatItFoundTookAndSkipped() {
    assertEquals(ExitCode.DONE, run("import", "--from-system", "--root", tree.toString()));

    assertSays("apt         2        1  /var/log/apt/history.log");
    assertSays("apt: /var/log/apt/history.log line 5");
    assertSays("2 updates on record: 2 new (apt 2).");
    assertSays("The database now holds 2 runs with 2 plugin executions.");
    assertTrue(err.toString().contains("Not on this machine: dpkg, "), err.toString());
  }

  @Test
  void bringsNothingInTwice() {
    run("import", "--from-system", "--root", tree.toString());
    JsonNode again = json("import", "--from-system", "--root", tree.toString());

    assertEquals(0, again.get("added").asLong());
    assertEquals(2, again.get("already_there").asLong());
  }

  @Test
  void aDryRunStoresNothing() {
    JsonNode report =
        json("import", "--from-system", "apt", "--dry-run", "--root", tree.toString());

    assertTrue(report.get("dry_run").asBoolean());
    assertEquals(2, report.get("added").asLong());
    assertEquals(2, report.get("added_by_plugin").get("apt").asLong());
    JsonNode source = report.get("sources").get(0);
    assertEquals("found", source.get("state").asString());
    assertEquals(5, source.get("skipped_records").get(0).get("line").asLong());
    assertEquals(0, json("history").get("runs").size());
  }

  @Test
  void updatesBeforeADateAreLeftOut() {
    JsonNode report =
        json("import", "--from-system", "--root", tree.toString(), "--since", "2026-02-02");

    assertEquals(1, report.get("added").asLong());
  }

  @Test
  void theHistoryTellsWhereARunIsKnownFrom() {
    run("import", "--from-system", "--root", tree.toString());

    JsonNode run = json("history").get("runs").get(0);

    assertEquals("hermes", run.get("hostname").asString());
    assertEquals("apt", run.get("plugins").get(0).get("sources").get(0).asString());
    assertEquals("install", run.get("plugins").get(0).get("covers").asString());
  }

  @Test
  void anEstimateSaysThatItCoversInstallingAlone() {
    run("import", "--from-system", "--root", tree.toString());

    assertEquals(ExitCode.DONE, run("estimate", "apt", "--host", "hermes"));
    assertSays("install time");
    assertSays("Of apt only logs tell so far, and these of installing alone");
    JsonNode plugin = json("estimate", "apt", "--host", "hermes").get("plugins").get(0);
    assertEquals("install", plugin.get("wall_clock_seconds").get("covers").asString());
  }

  @Test
  void aMachineThatRemembersNothingSaysSo() throws IOException {
    Files.delete(tree.resolve("var/log/apt/history.log"));

    assertEquals(ExitCode.DONE, run("import", "--from-system", "--root", tree.toString()));

    assertSays("This machine has no log of past updates that could be read.");
    assertSays("Nothing to bring in.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import --from-system rpm | there is no source 'rpm'; there are apt, ",
        "import --from-system --since soon | --since: 'soon' is neither",
        "import --from-system --host zeus | goes with --root",
        "import --from-system --root /no/such/place | --root: there is no directory",
        "import --since 2026-01-01 x.json | go with --from-system",
        "import a.json b.json | one file at a time",
      })
  void wrongWordsAreAnswered(String line, String answer) {
    assertEquals(2, run(line.split(" ")));

    assertTrue(err.toString().contains(answer), err.toString());
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void aTreeWithoutANameNeedsOne() throws IOException {
    Files.delete(tree.resolve("etc/hostname"));

    assertEquals(2, run("import", "--from-system", "--root", tree.toString()));
    assertTrue(err.toString().contains("name it with --host"), err.toString());
    assertEquals(
        ExitCode.DONE, run("import", "--from-system", "--root", tree.toString(), "--host", "x"));
  }

  @Test
  void escapeCodesOfALogDoNotReachTheTerminal() throws IOException {
    write(
        "var/log/apt/history.log",
        """
        Start-Date: 2026-02-01  06:00:00
        Error: \u001b[31mred\u001b]0;title\u0007
        Commandline: \u001b[2J
        End-Date: 2026-02-01  06:00:09

        Start-Date: \u001b[31m
        End-Date: nonsense
        """);

    run("import", "--from-system", "--root", tree.toString());
    run("history");
    run("history", "--failed");

    assertFalse(out.toString().contains("\u001b"), out.toString());
    assertFalse(err.toString().contains("\u001b"), err.toString());
  }

  @Test
  void aPipeInPlaceOfALogIsSkipped() throws IOException, InterruptedException {
    Path log = tree.resolve("var/log/apt/history.log");
    Files.delete(log);
    assertEquals(0, new ProcessBuilder("mkfifo", log.toString()).start().waitFor());

    assertEquals(ExitCode.DONE, run("import", "--from-system", "--root", tree.toString()));
    assertSays("Nothing to bring in.");
  }

  private void assertSays(String text) {
    assertTrue(out.toString().contains(text), out.toString());
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
