package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real commands, run, measured and remembered as a user types them. */
final class RecordCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream passedOut = new ByteArrayOutputStream();
  private final ByteArrayOutputStream passedErr = new ByteArrayOutputStream();
  private OutputStream outlet = passedOut;

  @Test
  void passesOnWhatTheCommandPrintsAndItsExitCode() {
    int code = record("--", "sh", "-c", "echo to out; echo to err >&2; exit 7");

    assertEquals(7, code);
    assertEquals("to out\n", passedOut.toString(UTF_8));
    assertEquals("to err\n", passedErr.toString(UTF_8));
    assertEquals("", out.toString());
    assertTrue(err.toString().startsWith("tool: exit code 7, time 0."), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());

    JsonNode execution = newestExecution();
    assertEquals("failed", execution.get("status").asString());
    assertEquals("exit code 7: to err", execution.get("error_message").asString());
  }

  @Test
  void isSilentWhenQuiet() {
    assertEquals(0, run("--quiet", "record", "--plugin", "tool", "--", "echo", "hello"));

    assertEquals("hello\n", passedOut.toString(UTF_8));
    assertEquals("", err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void printsTheFiguresAsJsonAfterWhatTheCommandPrinted() {
    int code =
        record(
            "--json",
            "--step",
            "fetch",
            "--phase",
            "download",
            "--packages",
            "3",
            "--download-bytes",
            "5000",
            "--",
            "sh",
            "-c",
            "echo to out; sleep 0.2; echo to err >&2");

    assertEquals(0, code);
    assertEquals("", passedOut.toString(UTF_8));
    assertEquals("to out\nto err\n", passedErr.toString(UTF_8));
    JsonNode document = MAPPER.readTree(out.toString());
    assertTrue(document.get("wall_clock_seconds").asDouble() >= 0.2, document.toString());
    assertTrue(document.get("wall_clock_seconds").asDouble() < 5, document.toString());
    for (String figure :
        List.of(
            "cpu_user_seconds",
            "cpu_kernel_seconds",
            "memory_peak_bytes",
            "io_read_bytes",
            "io_write_bytes",
            "network_rx_bytes",
            "network_tx_bytes")) {
      assertTrue(document.has(figure), figure);
      assertTrue(document.get(figure).isNull() || document.get(figure).asDouble() >= 0, figure);
    }
    assertEquals(5000, document.get("download_size_bytes").asLong());
    assertEquals(0, document.get("exit_code").asInt());
    assertEquals("ended", document.get("ending").asString());
    assertEquals("monotonic_clock", document.at("/methods/wall_clock").asString());
    assertEquals("reported", document.at("/methods/download").asString());
    assertTrue(document.get("absent").isObject() && document.get("caveats").isArray());
    assertTrue(document.get("remembered").asBoolean());
    assertTrue(document.get("foretold").isNull());

    JsonNode execution = newestExecution();
    assertEquals(3, execution.get("packages_updated").asInt());
    assertEquals("fetch", execution.at("/steps/0/step_name").asString());
    assertEquals("download", execution.at("/steps/0/phase").asString());
    assertEquals(
        document.get("wall_clock_seconds").asDouble(),
        execution.at("/steps/0/wall_clock_seconds").asDouble(),
        0.001);
  }

  @Test
  void whatCameTrueOfAPredictionIsToldAtTheEndAndJudged() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, record("--", "true"));
    }
    err.getBuffer().setLength(0);

    assertEquals(0, record("--", "true"));

    assertTrue(
        err.toString().matches("tool: time 0\\.\\d s \\(foretold 0\\.\\d s, 90 % from .*\n"),
        err.toString());
    JsonNode accuracy = json("accuracy", "--json");
    assertTrue(accuracy.get("judged").asInt() >= 3, accuracy.toString());
  }

  @Test
  void aCommandThatIsNotToBeForetoldLeavesTheLedgerAlone() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, record("--no-prediction", "--", "true"));
    }

    assertFalse(err.toString().contains("foretold"), err.toString());
    assertEquals(0, json("accuracy", "--json").get("predictions").asInt());
  }

  @Test
  void aProgramThatIsNotThereIsToldAndLeavesNothing() {
    assertEquals(127, record("--", "no-such-program-of-any-kind"));

    assertTrue(
        err.toString().startsWith("update-all: no-such-program-of-any-kind: "), err.toString());
    assertEquals(0, json("history", "--json").get("runs").size());
  }

  @Test
  void aFileThatMayNotBeExecutedIsToldAndLeavesNothing() throws IOException {
    Path file = Files.writeString(home.resolve("data"), "nothing");

    assertEquals(126, record("--json", "--", file.toString()));

    JsonNode document = MAPPER.readTree(out.toString());
    assertEquals(126, document.get("exit_code").asInt());
    assertEquals("not_started", document.get("ending").asString());
    assertFalse(document.get("remembered").asBoolean());
    assertEquals(0, json("history", "--json").get("runs").size());
  }

  @Test
  void aSignalEndsItWithTheCodeThatShellsGive() {
    assertEquals(128 + 15, record("--", "sh", "-c", "kill -TERM $$"));
    assertEquals("failed", newestExecution().get("status").asString());
  }

  @Test
  void aCommandThatTakesTooLongIsStopped() {
    long begin = System.nanoTime();

    assertEquals(124, record("--timeout", "300ms", "--", "sleep", "60"));

    assertTrue(System.nanoTime() - begin < 30_000_000_000L);
    assertEquals("timeout", newestExecution().get("status").asString());
    assertTrue(err.toString().contains("stopped at its time limit"), err.toString());
  }

  @Test
  void passesEveryByteOn() throws IOException {
    byte[] bytes = new byte[200_000];
    new java.util.Random(1).nextBytes(bytes);
    Path file = Files.write(home.resolve("bytes"), bytes);

    assertEquals(0, record("--", "cat", file.toString()));

    assertArrayEquals(bytes, passedOut.toByteArray());
  }

  static Stream<List<String>> awkwardWords() {
    return Stream.of(
        List.of("two words", " leading", "trailing ", ""),
        List.of("'single'", "\"double\"", "back\\slash", "`id`"),
        List.of("$(id)", "${HOME}", "$HOME", "$((1+1))", "%s%n"),
        List.of("new\nline", "tab\there", "cr\rlf\r\n", "\u001b[31mred"),
        List.of("-n", "--json", "--help", "-q", "--plugin", "--", "-"),
        List.of("*", "?", "[a]", "~", "!", "#", "&", "|", ";", "<", ">", "a && b", "a; b"),
        List.of("@file", "@@", "ünïcödé", "日本", "😀", "=", "A=B"));
  }

  @ParameterizedTest
  @MethodSource("awkwardWords")
  void handsEveryWordOverAsItIs(List<String> words) throws IOException {
    Files.writeString(home.resolve("file"), "expanded");
    List<String> command =
        new ArrayList<>(List.of("--no-prediction", "--", "printf", "<%s>\\n", "first"));
    command.addAll(words);

    assertEquals(0, record(command.toArray(String[]::new)));

    StringBuilder expected = new StringBuilder("<first>\n");
    words.forEach(word -> expected.append("<").append(word).append(">\n"));
    assertEquals(expected.toString(), passedOut.toString(UTF_8));
    assertEquals("", out.toString());
  }

  @Test
  void theCommandsOwnOptionsAreItsOwnAlsoWithoutTwoDashes() {
    assertEquals(0, record("printf", "%s|", "--json", "-q", "--plugin"));

    assertEquals("--json|-q|--plugin|", passedOut.toString(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("awkwardNames")
  void namesOfPluginsAndStepsAreTextAndNothingElse(String name) {
    assertEquals(
        0, run("record", "--plugin", name, "--step", name, "--no-prediction", "--", "true"));

    JsonNode execution = newestExecution();
    assertEquals(name, execution.get("plugin").asString());
    assertEquals(name, execution.at("/steps/0/step_name").asString());
  }

  static Stream<String> awkwardNames() {
    return Stream.of(
        "$(touch /tmp/never)", "a b", "'; DROP TABLE runs; --", "\"x\"", "../../x", "日本", "%s");
  }

  @Test
  void refusesWhatCannotBeRememberedBeforeAnythingRuns() {
    Path marker = home.resolve("marker");
    List<List<String>> wrong =
        List.of(
            List.of("--plugin", "new\nline"),
            List.of("--plugin", " "),
            List.of("--plugin", "x", "--step", "\t"),
            List.of("--plugin", "x", "--packages", "-1"),
            List.of("--plugin", "x", "--download-bytes", "many"),
            List.of("--plugin", "x", "--timeout", "soon"),
            List.of("--plugin", "x", "--phase", "lunch"),
            List.of());
    for (List<String> words : wrong) {
      List<String> line = new ArrayList<>(List.of("record"));
      line.addAll(words);
      line.addAll(List.of("--", "touch", marker.toString()));
      assertEquals(ExitCode.WRONG_USAGE, run(line.toArray(String[]::new)), words::toString);
    }
    assertEquals(ExitCode.WRONG_USAGE, run("record", "--plugin", "x"));
    assertFalse(Files.exists(marker));
  }

  @Test
  void aBrokenDatabaseStopsNothingAndIsToldInALine() throws IOException {
    Path database = Files.writeString(home.resolve("broken.duckdb"), "this is no database");

    int code =
        run("--db", database.toString(), "record", "--plugin", "x", "--", "sh", "-c", "exit 5");

    assertEquals(5, code);
    assertTrue(err.toString().contains("Note: nothing was foretold: "), err.toString());
    assertEquals("this is no database", Files.readString(database));
  }

  @Test
  void aPlaceThatCannotBeWrittenToStopsNothingAndIsToldThoughQuiet() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");

    int code =
        run(
            "--quiet",
            "--db",
            file.resolve("history.duckdb").toString(),
            "record",
            "--plugin",
            "x",
            "--",
            "sh",
            "-c",
            "echo hello; exit 5");

    assertEquals(5, code);
    assertEquals("hello\n", passedOut.toString(UTF_8));
    assertTrue(
        err.toString().startsWith("update-all: this run is not remembered: "), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void aCommandWhoseOutputNobodyReadsIsStopped() {
    outlet =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    int code = record("--no-prediction", "--", "sh", "-c", "while echo more; do sleep 0.01; done");

    assertNotEquals(0, code);
    assertTrue(err.toString().contains("tool: interrupted"), err.toString());
    assertEquals("failed", newestExecution().get("status").asString());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private JsonNode newestExecution() {
    JsonNode runs = json("history", "--json", "--limit", "1").get("runs");
    String id = runs.get(0).get("run_id").asString();
    return json("history", "--json", "--run", id).at("/plugins/0");
  }

  private JsonNode json(String... words) {
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run(words), err::toString);
    return MAPPER.readTree(out.toString());
  }

  private int record(String... words) {
    List<String> line = new ArrayList<>(List.of("record", "--plugin", "tool"));
    line.addAll(List.of(words));
    return run(line.toArray(String[]::new));
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of(),
            home,
            false,
            null,
            outlet,
            passedErr);
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
