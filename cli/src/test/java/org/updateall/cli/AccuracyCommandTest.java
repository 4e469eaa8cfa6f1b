package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The command line that judges predictions. */
final class AccuracyCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int RECORDED = 6;
  private static final int FORETOLD = 4;

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anEmptyLedgerSaysHowItFills() {
    assertEquals(ExitCode.DONE, run("accuracy"));
    assertTrue(out.toString().startsWith("Nothing was foretold yet."), out.toString());
  }

  @Test
  void aHistoryFileSaysThatItHasNoLedger() {
    assertEquals(ExitCode.DONE, run("accuracy", "--db", home.resolve("history.json").toString()));
    assertTrue(out.toString().startsWith("A history.json has no place"), out.toString());
  }

  @Test
  void refusesDaysThatThereAreNot() {
    assertEquals(ExitCode.WRONG_USAGE, run("accuracy", "--days", "-1"));
    assertEquals(ExitCode.WRONG_USAGE, run("accuracy", "--days", "700001"));
  }

  @Test
  void judgesWhatWasForetoldOfRecordedRuns() {
    recordRuns();

    JsonNode document = json("accuracy");
    assertEquals(FORETOLD + 1, document.get("runs").asInt());
    assertEquals(3 * (FORETOLD + 1), document.get("predictions").asInt());
    assertEquals(3 * FORETOLD, document.get("judged").asInt());
    assertEquals(2 * FORETOLD, document.get("coverage_of_plugins").get("judged").asInt());
    JsonNode apt = document.get("accuracy").get(0);
    assertEquals("apt", apt.get("plugin").asString());
    assertEquals("wall_clock_seconds", apt.get("target").asString());
    assertEquals(0.9, apt.get("level").asDouble());
    assertEquals(FORETOLD, apt.get("coverage").get("judged").asInt());
    assertEquals(FORETOLD, apt.get("comparison").get("judged").asInt());
    assertEquals(10, apt.get("tenths").size());
    assertTrue(apt.get("comparison").has("trimmed_mean"));
    assertTrue(document.get("accuracy").get(2).get("plugin").isNull());

    assertEquals(ExitCode.DONE, run("accuracy"));
    assertTrue(out.toString().contains("total"), out.toString());
    assertTrue(
        out.toString().contains("Of 15 predictions, foretold of 5 runs, 12 could be judged."),
        out.toString());

    assertEquals(ExitCode.DONE, run("accuracy", "--days", "1"));
    assertTrue(out.toString().contains("Nothing was foretold in that time."), out.toString());
    assertEquals(FORETOLD, json("accuracy", "cargo", "--host", "atlas").get("judged").asInt());
    assertEquals(ExitCode.NOT_AS_HOPED, run("accuracy", "nix"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("accuracy", "--host", "nowhere"));
  }

  /** Runs a day apart, of which the last few are foretold, and one that never was recorded. */
  private void recordRuns() {
    for (int day = 0; day < RECORDED + FORETOLD + 1; day++) {
      Instant start = Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(day));
      Settings settings =
          Settings.of(database())
              .withHostname("atlas")
              .withClock(Clock.fixed(start, ZoneOffset.UTC));
      try (UpdateAll updateAll = UpdateAll.open(settings)) {
        RunId runId = new RunId(new UUID(day, 7));
        if (day >= RECORDED) {
          updateAll.foretell(runId, 0.9);
        }
        if (day < RECORDED + FORETOLD) {
          updateAll.record(run(runId, start, day));
        }
      }
    }
  }

  private static Run run(RunId runId, Instant start, int day) {
    Instant between = start.plusSeconds(60 + 7L * (day % 5));
    Instant end = between.plusSeconds(10 + 3L * (day % 4));
    return new Run(
        runId,
        start,
        end,
        "atlas",
        null,
        null,
        List.of(
            execution(runId, 1, "apt", start, between), execution(runId, 2, "cargo", between, end)),
        null);
  }

  private static PluginExecution execution(
      RunId runId, int number, String plugin, Instant start, Instant end) {
    ExecutionId id = new ExecutionId(new UUID(runId.value().getMostSignificantBits(), number));
    return PluginExecution.builder(id, runId, new PluginName(plugin), ExecutionStatus.SUCCESS)
        .times(start, end)
        .build();
  }

  private Path database() {
    return home.resolve("history.duckdb");
  }

  private JsonNode json(String... words) {
    String[] asked = Arrays.copyOf(words, words.length + 1);
    asked[words.length] = "--json";
    assertEquals(ExitCode.DONE, run(asked), err.toString());
    return MAPPER.readTree(out.toString());
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    String[] whole = words;
    if (!Arrays.asList(words).contains("--db")) {
      whole = Arrays.copyOf(words, words.length + 2);
      whole[words.length] = "--db";
      whole[words.length + 1] = database().toString();
    }
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(whole);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
