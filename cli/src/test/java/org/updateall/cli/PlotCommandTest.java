package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line that draws a plugin through time. */
final class PlotCommandTest {

  private static final int RUNS = 12;
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void remember() {
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database()))) {
      updateAll.recordAll(IntStream.range(0, RUNS).mapToObj(PlotCommandTest::run).iterator());
    }
  }

  private static Run run(int day) {
    RunId runId = new RunId(new UUID(day, 7));
    Instant start = START.plus(Duration.ofDays(day));
    Instant end = start.plusSeconds(60 + 7L * (day % 5));
    ExecutionStatus status = day == 3 ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS;
    PluginExecution apt =
        PluginExecution.builder(
                new ExecutionId(new UUID(day, 1)), runId, new PluginName("apt"), status)
            .times(start, end)
            .build();
    return new Run(runId, start, end, "atlas", null, null, List.of(apt), null);
  }

  @Test
  void drawsInTheTerminalAndSaysWhatThereIsToSee() {
    assertEquals(ExitCode.DONE, plot("apt"), err.toString());
    String said = out.toString();
    assertTrue(said.startsWith("apt: elapsed time\n"), said);
    assertTrue(said.contains("│") && said.contains("┊") && said.contains("━"), said);
    assertTrue(said.contains("past  11 runs, 1 Mar 2026 to 12 Mar 2026"), said);
    assertTrue(
        said.contains("      least 1 min, middle 1 min 7 s, greatest 1 min 28 s, last 1 min 7 s"),
        said);
    assertTrue(said.contains("      50 %: ") && said.contains("      90 %: "), said);
    assertFalse(said.contains("\u001b"), said);
    said.lines().forEach(line -> assertTrue(Text.width(line) < 80, line));
  }

  @Test
  void saysThatFewRunsMakeNoModel() {
    Duration sinceTheLast =
        Duration.between(START.plus(Duration.ofDays(RUNS)), Instant.now()).plusDays(3);
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(home.resolve("few.duckdb")))) {
      updateAll.record(run(1));
      updateAll.record(run(2));
    }
    assertEquals(ExitCode.DONE, plot("apt", "--db", home.resolve("few.duckdb").toString()));
    String said = out.toString();
    assertTrue(said.contains("past  2 runs, 2 Mar 2026 to 3 Mar 2026"), said);
    assertTrue(
        said.contains("too few runs for a model; what it rests on tells: update-all explain apt"),
        said);
    assertEquals(
        ExitCode.DONE, plot("apt", "--days", Long.toString(sinceTheLast.toDays())), err.toString());
    assertTrue(out.toString().contains("past  2 runs, 11 Mar 2026 to 12 Mar 2026"), "" + out);
  }

  @Test
  void drawsInAsciiWhereTheLocaleKnowsNothingElse() {
    assertEquals(ExitCode.DONE, plotIn(Map.of("LC_ALL", "C"), "apt"));
    assertTrue(out.toString().chars().allMatch(each -> each < 128), out.toString());
  }

  @Test
  void tellsTheFiguresToMachines() {
    assertEquals(ExitCode.DONE, plot("apt", "--json"), err.toString());
    JsonNode document = JsonMapper.builder().build().readTree(out.toString());
    assertEquals("apt", document.get("plugin").asString());
    assertEquals("wall_clock_seconds", document.get("target").asString());
    assertEquals(RUNS - 1, document.get("runs").size());
    JsonNode last = document.get("runs").get(RUNS - 2);
    assertEquals("2026-03-12T12:00:00Z", last.get("time").asString());
    assertEquals(67.0, last.get("value").asDouble());
    assertFalse(last.get("forecast").get("beforehand").asBoolean());
    assertTrue(document.get("runs").get(0).get("forecast").isNull());
    JsonNode next = document.get("next").get(0);
    assertEquals(4, next.get("intervals").size());
    assertEquals(0.9, next.get("intervals").get(2).get("level").asDouble());
    double point = next.get("point").asDouble();
    assertTrue(next.get("intervals").get(2).get("lower").asDouble() <= point);
    assertTrue(next.get("intervals").get(2).get("upper").asDouble() >= point);
  }

  @Test
  void writesPicturesAndReplacesOnlyItsOwn() throws IOException {
    for (String name : List.of("apt.svg", "apt.PNG", "apt.PNG")) {
      Path file = home.resolve(name);
      assertEquals(ExitCode.DONE, plot("apt", "--output", file.toString()), err.toString());
      assertTrue(err.toString().contains("Drew it into " + file), err.toString());
      assertTrue(Files.size(file) > 1000);
    }
    for (String name : List.of("apt.svg", "apt.PNG")) {
      Path file = Files.write(home.resolve(name), foreign(name));
      assertEquals(ExitCode.FILE_REFUSED, plot("apt", "--output", file.toString()));
      assertArrayEquals(foreign(name), Files.readAllBytes(file));
    }
  }

  /** A picture that somebody else has made. */
  private static byte[] foreign(String name) {
    return name.endsWith("svg")
        ? "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"/>\n".getBytes(UTF_8)
        : new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
  }

  @Test
  void refusesWhatItCannotDraw() {
    assertEquals(ExitCode.NOT_AS_HOPED, plot("nix"));
    assertTrue(err.toString().contains("no run of the plugin nix is known"), err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, plot("apt", "--metric", "memory"));
    assertTrue(
        err.toString()
            .contains(
                "no successful run of apt measured the memory peak. What was measured tells:"
                    + " update-all stats apt"),
        err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, plot("apt", "--host", "nowhere"));
    assertEquals(ExitCode.WRONG_USAGE, plot("apt", "--output", "apt.gif"));
    assertEquals(ExitCode.WRONG_USAGE, plot("apt", "--metric", "size"));
    assertEquals(ExitCode.WRONG_USAGE, plot("apt", "--days", "0"));
    assertEquals(ExitCode.WRONG_USAGE, plot("apt", "--days", "700001"));
    assertEquals(
        ExitCode.FILE_REFUSED, plot("apt", "--output", home.resolve("no/apt.svg").toString()));
  }

  private Path database() {
    return home.resolve("history.duckdb");
  }

  private int plot(String... words) {
    return plotIn(Map.of(), words);
  }

  private int plotIn(Map<String, String> environment, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> whole = new ArrayList<>(List.of("plot"));
    whole.addAll(Arrays.asList(words));
    if (!whole.contains("--db")) {
      whole.addAll(List.of("--db", database().toString()));
    }
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out), new PrintWriter(err), environment, home, false, null);
    int exitCode = new Program(surroundings).run(whole.toArray(String[]::new));
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
