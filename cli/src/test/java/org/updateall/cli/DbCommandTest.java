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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole command lines about the database itself, as a user types them. */
final class DbCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsTheStateOfTheDatabase() throws IOException {
    importHistory();

    JsonNode info = json(ExitCode.DONE, "db", "info", "--json");
    run("db", "info");

    assertEquals(database().toString(), info.get("database").asString());
    assertEquals(Files.size(database()), info.get("bytes").asLong());
    assertTrue(info.get("schema_version").asInt() >= 1);
    assertTrue(info.get("rows").get("runs").asLong() > 100);
    assertTrue(info.get("oldest_run").asString().compareTo(info.get("newest_run").asString()) < 0);
    assertTrue(out.toString().contains("rows of plugin_executions"), out.toString());
  }

  @Test
  void saysThatThereIsNothingYetAndMakesNothing() {
    for (String command : List.of("info", "check", "compact")) {
      assertEquals(ExitCode.DONE, run("db", command), command);
      assertEquals(false, json(ExitCode.DONE, "db", command, "--json").get("exists").asBoolean());
    }
    assertTrue(err.toString().isEmpty(), err.toString());
    assertEquals(
        0, json(ExitCode.DONE, "db", "prune", "--keep", "1y", "--json").get("runs").asInt());
    for (String command : List.of("backup", "repair")) {
      assertEquals(
          ExitCode.FILE_REFUSED, run("db", command, home.resolve("x").toString()), command);
    }
    assertEquals(ExitCode.FILE_REFUSED, run("db", "convert"));
    assertFalse(Files.exists(home.resolve(".local/share/update-all")));
    assertFalse(Files.exists(home.resolve("x")));
  }

  @Test
  void findsNothingWrongWithASoundDatabase() throws IOException {
    importHistory();

    assertTrue(json(ExitCode.DONE, "db", "check", "--json").get("sound").asBoolean());
    assertEquals(ExitCode.DONE, run("db", "check"));
    assertTrue(out.toString().contains("is sound"), out.toString());
  }

  @Test
  void saysWhatIsWrongWithADamagedDatabaseAndSavesTheRest() throws IOException {
    importHistory();
    byte[] bytes = Files.readAllBytes(database());
    for (int i = 0; i < 40; i++) {
      bytes[60 + i] ^= (byte) (3 * i + 1);
    }
    Files.write(database(), bytes);
    Path saved = home.resolve("saved.duckdb");

    assertEquals(ExitCode.DATABASE_UNUSABLE, run("stats"));
    assertTrue(err.toString().contains("update-all db repair"), err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, run("db", "check"));
    assertTrue(out.toString().contains("cannot be opened"), out.toString());
    JsonNode check = json(ExitCode.NOT_AS_HOPED, "db", "check", "--json");
    assertEquals("problem", check.get("findings").get(0).get("severity").asString());
    JsonNode repair = json(ExitCode.DONE, "db", "repair", saved.toString(), "--json");
    assertTrue(repair.get("complete").asBoolean(), repair.toString());
    assertEquals(ExitCode.DONE, run("stats", "--db", saved.toString()));
    assertEquals(ExitCode.FILE_REFUSED, run("db", "repair", saved.toString()));
    assertFalse(err.toString().contains("\tat "), "a stack trace");
  }

  @Test
  void saysWhatIsLost() throws IOException {
    importHistory();
    byte[] bytes = Files.readAllBytes(database());
    Files.write(database(), Arrays.copyOf(bytes, 20_000));

    assertEquals(ExitCode.DATABASE_UNUSABLE, run("db", "repair", home.resolve("s").toString()));

    assertTrue(err.toString().contains("beyond what can be repaired"), err.toString());
    assertFalse(Files.exists(home.resolve("s")));
  }

  @Test
  void advisesNobodyToGoOnWithASalvageOfNothing() throws IOException {
    importHistory();
    Files.write(database(), Arrays.copyOf(Files.readAllBytes(database()), 275_000));

    assertEquals(ExitCode.NOT_AS_HOPED, run("db", "repair", home.resolve("s").toString()));

    assertTrue(out.toString().contains("Nothing could be saved."), out.toString());
    assertFalse(out.toString().contains("put it in the place"), out.toString());
  }

  @Test
  void showsASalvageAsATable() throws IOException {
    importHistory();

    assertEquals(ExitCode.DONE, run("db", "repair", home.resolve("saved.duckdb").toString()));

    assertTrue(out.toString().contains("Nothing is lost"), out.toString());
    assertTrue(out.toString().contains("step_metrics"), out.toString());
  }

  @Test
  void writesACopyThatCanBeUsed() throws IOException {
    importHistory();
    Path copy = home.resolve("copy.duckdb");

    assertEquals(
        copy.toString(),
        json(ExitCode.DONE, "db", "backup", copy.toString(), "--json").get("file").asString());
    assertEquals(ExitCode.FILE_REFUSED, run("db", "backup", copy.toString()));
    assertEquals(ExitCode.DONE, run("db", "backup", home.resolve("other.duckdb").toString()));
    assertEquals(ExitCode.FILE_REFUSED, run("db", "backup", home.resolve("no/such/x").toString()));

    assertTrue(err.toString().contains("x: it lies in no directory"), err.toString());
    assertTrue(err.toString().contains(copy + ": there is something of that name"), err.toString());
    assertEquals(
        json(ExitCode.DONE, "history", "--json"),
        json(ExitCode.DONE, "history", "--json", "--db", copy.toString()));
  }

  @Test
  void forgetsAndGivesTheSpaceBack() throws IOException {
    importHistory();
    long all = runs();

    assertEquals(ExitCode.DONE, run("db", "prune", "--keep", "26w", "--dry-run"));
    assertTrue(out.toString().contains("Would forget"), out.toString());
    assertEquals(all, runs());
    long forgotten =
        json(ExitCode.DONE, "db", "prune", "--keep", "10d", "--json").get("runs").asLong();
    assertEquals(all - forgotten, runs());
    assertEquals(ExitCode.DONE, run("db", "prune", "--keep", "1d"));
    assertEquals(ExitCode.DONE, run("db", "compact"));
    assertTrue(out.toString().contains("and has"), out.toString());
    JsonNode compaction = json(ExitCode.DONE, "db", "compact", "--json");
    assertEquals(Files.size(database()), compaction.get("bytes_after").asLong());
  }

  @Test
  void refusesWordsThatMakeNoSense() {
    for (String[] words :
        new String[][] {
          {"db", "nosuch"},
          {"db", "prune"},
          {"db", "prune", "--keep", "2"},
          {"db", "prune", "--keep", "0d"},
          {"db", "prune", "--keep", "-1d"},
          {"db", "prune", "--keep", "99999y"},
          {"db", "prune", "--keep", "two years"},
          {"db", "backup"},
          {"db", "repair"},
          {"db", "convert", "--zone", "Mars/Olympus"}
        }) {
      assertEquals(ExitCode.WRONG_USAGE, run(words), Arrays.toString(words));
    }
  }

  @Test
  void helpsWithEveryCommand() {
    assertEquals(ExitCode.DONE, run("db"));
    for (String command :
        List.of("info", "check", "backup", "compact", "prune", "repair", "convert")) {
      assertTrue(out.toString().contains(command), out.toString());
      assertEquals(ExitCode.DONE, run("db", command, "--help"));
    }
    assertFalse(Files.exists(home.resolve(".local/share")));
  }

  @Test
  void saysWhatThereIsToConvert() throws IOException {
    importHistory();

    assertEquals(ExitCode.FILE_REFUSED, run("db", "convert"));

    assertTrue(err.toString().contains("--zone names another zone"), err.toString());
    assertTrue(err.toString().contains("was not made by the Python"), err.toString());
  }

  private long runs() {
    return json(ExitCode.DONE, "db", "info", "--json").get("rows").get("runs").asLong();
  }

  private void importHistory() throws IOException {
    Path file = home.resolve("history.json");
    LegacyFile.write(file, new SyntheticHistory(1).runs());
    assertEquals(ExitCode.DONE, run("import", file.toString()));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private Path database() {
    return home.resolve(".local/share/update-all/history.duckdb");
  }

  private JsonNode json(int exitCode, String... words) {
    out.getBuffer().setLength(0);
    assertEquals(exitCode, run(words), err::toString);
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
