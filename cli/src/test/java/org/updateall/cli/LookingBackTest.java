package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command lines that look back, on three runs of which everything is known. */
final class LookingBackTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final RunId FIRST = new RunId(new UUID(1, 1));

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /**
   * Two runs on atlas on the evening before and in the night after the clocks of Berlin were set
   * forward, and a failed one on zeus a month later.
   */
  @BeforeEach
  void recordThreeRuns() {
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database()))) {
      updateAll.record(run(FIRST, "2026-03-28T22:30:00Z", "atlas", "apt", ExecutionStatus.SUCCESS));
      updateAll.record(
          run(id(2), "2026-03-29T21:30:00Z", "atlas", "snap", ExecutionStatus.SUCCESS));
      updateAll.record(run(id(3), "2026-04-29T12:00:00Z", "zeus", "apt", ExecutionStatus.FAILED));
    }
  }

  @Test
  void statisticsAreOfWhatIsAskedFor() {
    assertEquals(List.of("apt", "snap"), plugins("stats"));
    assertEquals(List.of("snap"), plugins("stats", "snap"));
    assertEquals(List.of("apt"), plugins("stats", "--host", "zeus"));
    assertEquals(List.of("apt"), plugins("stats", "--status", "failed", "--status", "timeout"));
    assertEquals(List.of("apt", "snap"), plugins("stats", "--until", "2026-04-01"));
    assertEquals(
        List.of("snap"),
        plugins(
            "stats", "--until", "2026-03-30", "--since", "2026-03-29", "--zone", "Europe/Berlin"));
    assertEquals(List.of("apt"), plugins("stats", "--since", "2026-04-29T14:00:00+02:00"));
    assertEquals(List.of(), plugins("stats", "--since", "2026-04-29T12:00:00.000001Z"));
    JsonNode figures = json("stats", "apt", "--phase", "download").get("plugins").get(0);
    assertEquals(10, figures.get("wall_clock_seconds").get("sum").asDouble());
    assertEquals(1000, figures.get("download_size_bytes").get("max").asDouble());
  }

  @Test
  void daysCountBackFromNow() {
    Instant tenDaysAgo = Clock.systemUTC().instant().minus(Duration.ofDays(10));
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database()))) {
      updateAll.record(
          run(id(4), tenDaysAgo.toString(), "atlas", "cargo", ExecutionStatus.SUCCESS));
    }

    assertEquals(List.of("cargo"), plugins("stats", "cargo", "--days", "12"));
    assertEquals(List.of(), plugins("stats", "cargo", "--days", "9"));
  }

  @Test
  void periodsAreThoseOfTheZone() {
    JsonNode days = json("stats", "--by", "day", "--zone", "Europe/Berlin").get("periods");

    assertEquals(3, days.size());
    assertEquals("2026-03-28T23:00:00Z", days.get(1).get("start").asString());
    assertEquals("2026-03-29T22:00:00Z", days.get(1).get("end").asString());
    assertEquals(1, days.get(1).get("runs").asInt());
    assertEquals(0, days.get(2).get("success_rate").asDouble());
    assertEquals(30, days.get(2).get("wall_clock_seconds").get("sum").asDouble());
    assertEquals(2, json("stats", "--by", "month", "--zone", "UTC").get("periods").size());
    assertPrints("2026-03-28 23:00 +01:00", "stats", "--by", "hour", "--zone", "Europe/Berlin");
    assertPrints("2026-03-23", "stats", "--by", "week", "--zone", "UTC");
    assertPrints("MONTH (UTC)", "stats", "--by", "month", "--zone", "UTC");
  }

  @Test
  void aMeasureIsDistributedOverSuccessfulExecutionsUnlessOthersAreAskedFor() {
    JsonNode usual = json("stats", "--by", "month", "--measure", "memory", "--zone", "UTC");

    assertEquals("memory_peak_bytes", usual.get("measure").asString());
    assertEquals(2, usual.get("distributions").size());
    assertEquals(500, usual.get("distributions").get(0).get("median").asInt());
    assertTrue(usual.get("distributions").get(0).get("standard_deviation").isNull());
    assertEquals(
        1,
        json("stats", "--by", "month", "--measure", "memory", "--status", "failed")
            .get("distributions")
            .size());
    assertPrints("500 B", "stats", "--by", "month", "--measure", "memory_peak_bytes");
    assertPrints("100 B/s", "stats", "--by", "month", "--measure", "speed", "--phase", "download");
  }

  @Test
  void theTotalIsOfEverythingThatWasUsed() {
    JsonNode total = json("stats", "--total").get("total");

    assertEquals(3, total.get("runs").asInt());
    assertEquals(2, total.get("plugins").asInt());
    assertEquals(90, total.get("wall_clock_seconds").get("sum").asDouble());
    assertEquals(30, total.get("wall_clock_seconds").get("mean").asDouble());
    assertFalse(total.get("memory_peak_bytes").has("sum"), total.toString());
    assertPrints("3 runs with 3 executions of 2 plugins; 66.7 %", "stats", "--total");
    assertPrints("1 min 30 s", "stats", "--total");
  }

  @Test
  void announcementsAreJudged() {
    JsonNode judged = json("stats", "apt", "--announced").get("announcements").get(0);

    assertEquals("download_size_bytes", judged.get("measure").asString());
    assertEquals(1, judged.get("pairs").asInt());
    assertEquals(-250, judged.get("bias").asDouble());
    assertEquals(-0.25, judged.get("relative_bias").asDouble());
    assertEquals(0, judged.get("confidence_coverage").asDouble());
    assertPrints("-250 B", "stats", "--announced");
    assertPrints("-25.0 %", "stats", "--announced");
    assertPrints("SUFFICED", "stats", "--announced");
  }

  @Test
  void historyListsTheRunsThatAreMeant() {
    assertEquals(3, json("history").get("runs").size());
    assertEquals(1, json("history", "snap").get("runs").size());
    assertEquals(1, json("history", "--status", "failed").get("runs").size());
    assertEquals(2, json("history", "--until", "2026-04-01").get("runs").size());
    assertPrints(
        "2026-03-29 07:30:00", "history", "--zone", "Asia/Tokyo", "--until", "2026-03-29T22:00Z");
  }

  @Test
  void historyListsExecutionsOneByOne() {
    JsonNode executions = json("history", "--executions", "--limit", "2").get("executions");

    assertEquals(2, executions.size());
    JsonNode newest = executions.get(0);
    assertEquals("apt", newest.get("plugin").asString());
    assertEquals("failed", newest.get("status").asString());
    assertEquals("2026-04-29T12:00:00Z", newest.get("started_at").asString());
    assertEquals(id(3).toString(), newest.get("run_id").asString());
    assertEquals(30, newest.get("wall_clock_seconds").asDouble());
    assertEquals("no\nway", newest.get("error_message").asString());
    assertPrints("zeus   failed", "history", "--executions");
    assertFalse(printed("history", "--executions").contains("way"), "more than the first line");
  }

  @Test
  void aRunIsShownWhole() {
    JsonNode run = json("history", "--run", FIRST.toString());

    JsonNode apt = run.get("plugins").get(0);
    assertEquals(2, apt.get("steps").size());
    assertEquals("fetch", apt.get("steps").get(0).get("step_name").asString());
    assertEquals("download", apt.get("steps").get(0).get("phase").asString());
    assertEquals(750, apt.get("estimates").get(0).get("download_bytes").asInt());
    String shown = printed("history", "--run", FIRST.toString(), "--zone", "UTC");
    assertTrue(shown.contains("Run " + FIRST), shown);
    assertTrue(shown.contains("on atlas"), shown);
    assertTrue(shown.contains("fetch"), shown);
    assertTrue(shown.contains("sent 7 B"), shown);
    assertTrue(shown.contains("ANNOUNCED FOR"), shown);
    assertEquals(ExitCode.NOT_AS_HOPED, run("history", "--run", new UUID(9, 9).toString()));
    assertTrue(err.toString().contains("no run 00000000-0000-0009"), err.toString());
  }

  @Test
  void aSeriesFollowsAMeasure() {
    JsonNode whole = json("series", "apt");
    JsonNode steps = json("series", "apt", "--measure", "download", "--step", "fetch");

    assertEquals("wall_clock_seconds", whole.get("measure").asString());
    assertEquals(2, whole.get("points").size());
    assertEquals(30, whole.get("points").get(0).get("value").asDouble());
    assertTrue(whole.get("points").get(0).get("step_name").isNull());
    assertEquals(2, steps.get("points").size());
    assertEquals(1000, steps.get("points").get(0).get("value").asInt());
    assertEquals("download", steps.get("points").get(0).get("phase").asString());
    assertEquals(4, json("series", "apt", "--steps").get("points").size());
    assertPrints("20 s", "series", "apt", "--phase", "execute");
    assertPrints("1,234", "series", "apt", "--measure", "io-reads", "--step", "install");
    assertPrints("install", "series", "apt", "--steps");
  }

  @Test
  void whatIsNotKnownIsComplainedOf() {
    for (String[] words :
        new String[][] {
          {"stats", "cargo"},
          {"stats", "snap", "--host", "zeus"},
          {"stats", "--host", "pluto", "--total"},
          {"history", "cargo"},
          {"history", "--executions", "--host", "pluto"},
          {"series", "cargo"}
        }) {
      assertEquals(ExitCode.NOT_AS_HOPED, run(words), Arrays.toString(words));
    }
    assertTrue(err.toString().contains("no run of the plugin cargo is known"), err.toString());
    assertTrue(err.toString().contains("no run of the host pluto is known"), err.toString());
  }

  @Test
  void saysThatNothingIsOfThatKind() {
    for (String[] words :
        new String[][] {
          {"stats", "--since", "2030-01-01"},
          {"stats", "--since", "2030-01-01", "--total"},
          {"stats", "--since", "2030-01-01", "--by", "day"},
          {"stats", "--since", "2030-01-01", "--by", "day", "--measure", "time"},
          {"stats", "--since", "2030-01-01", "--announced"},
          {"history", "--since", "2030-01-01"},
          {"history", "--since", "2030-01-01", "--executions"},
          {"series", "apt", "--measure", "memory-average"}
        }) {
      assertEquals("Nothing in the history is of that kind.", printed(words).strip());
    }
  }

  @Test
  void explainsWrongUsage() {
    for (String[] words :
        new String[][] {
          {"stats", "--by", "year"},
          {"stats", "--by", "day", "--total"},
          {"stats", "--announced", "--total"},
          {"stats", "--measure", "time"},
          {"stats", "--by", "day", "--measure", "weight"},
          {"stats", "--since", "yesterday"},
          {"stats", "--since", "2026-02-30"},
          {"stats", "--since", "+10000-01-01"},
          {"stats", "--until", "2026-01-01T12:00"},
          {"stats", "--days", "-1"},
          {"stats", "--days", "2147483647"},
          {"stats", "--days", "3", "--since", "2026-01-01"},
          {"stats", "--zone", "Mars/Olympus"},
          {"stats", "--status", "splendid"},
          {"stats", "--phase", "splendid"},
          {"stats", ""},
          {"history", "--run", "7"},
          {"history", "--run", FIRST.toString(), "--executions"},
          {"history", "--run", FIRST.toString(), "apt"},
          {"series"},
          {"series", "apt", "snap"},
          {"series", "apt", "--measure", "weight"}
        }) {
      assertEquals(ExitCode.WRONG_USAGE, run(words), Arrays.toString(words));
    }
    assertFalse(err.toString().contains("\tat "), "a stack trace");
    assertFalse(err.toString().contains("java."), err.toString());
    assertTrue(err.toString().contains("'7' is not the identity of a run"), err.toString());
  }

  private Path database() {
    return home.resolve("history.duckdb");
  }

  private static RunId id(int number) {
    return new RunId(new UUID(number, 1));
  }

  private static Run run(
      RunId runId, String start, String host, String plugin, ExecutionStatus status) {
    Instant begin = Instant.parse(start);
    ExecutionId id = new ExecutionId(new UUID(runId.value().getMostSignificantBits(), 2));
    PluginExecution execution =
        PluginExecution.builder(id, runId, new PluginName(plugin), status)
            .packages(3, 100)
            .errorMessage(status == ExecutionStatus.FAILED ? "no\nway" : null)
            .exitCode(status == ExecutionStatus.FAILED ? 1 : 0)
            .steps(
                List.of(
                    step(id, 0, "fetch", StepPhase.DOWNLOAD, 10),
                    step(id, 1, "install", StepPhase.EXECUTE, 20)))
            .estimates(
                List.of(
                    new Estimate(id, 0, StepPhase.DOWNLOAD, 750L, null, null, null, 3, 0.5, null)))
            .build();
    return new Run(
        runId, begin, begin.plusSeconds(40), host, "ada", null, List.of(execution), null);
  }

  private static StepMetrics step(
      ExecutionId id, int ordinal, String name, StepPhase phase, double seconds) {
    ResourceUsage usage =
        ResourceUsage.builder()
            .wallClockSeconds(seconds)
            .memoryBytes(500L, null)
            .ioOperations(1234L, 5L)
            .networkBytes(6L, 7L)
            .downloadSizeBytes(phase == StepPhase.DOWNLOAD ? 1000L : null)
            .build();
    return new StepMetrics(id, ordinal, name, phase, null, null, usage, null);
  }

  private List<String> plugins(String... words) {
    return json(words)
        .get("plugins")
        .valueStream()
        .map(each -> each.get("plugin").asString())
        .toList();
  }

  private void assertPrints(String expected, String... words) {
    String shown = printed(words);
    assertTrue(shown.contains(expected), shown);
  }

  private String printed(String... words) {
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run(words), err::toString);
    return out.toString();
  }

  private JsonNode json(String... words) {
    String[] asked = Arrays.copyOf(words, words.length + 1);
    asked[words.length] = "--json";
    return MAPPER.readTree(printed(asked));
  }

  private int run(String... words) {
    String[] whole = Arrays.copyOf(words, words.length + 2);
    whole[words.length] = "--db";
    whole[words.length + 1] = database().toString();
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(whole);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
