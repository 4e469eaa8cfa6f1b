package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

/**
 * What CPython itself makes of the files: reads them, finds the times to be times, lays them out as
 * they are, and appends to them as the Python update-all does. Skipped where there is no Python
 * 3.11 or later.
 */
class PythonProgramTest {

  private static final String HAS_PYTHON =
      """
      import sys
      sys.exit(0 if sys.version_info >= (3, 11) else 1)
      """;

  private static final String READ =
      """
      import datetime, json, sys, uuid
      text = open(sys.argv[1], encoding="utf-8").read()
      runs = json.loads(text)
      def times(it):
          for name in ("start_time", "end_time"):
              if it[name] is not None:
                  time = datetime.datetime.fromisoformat(it[name])
                  assert time.utcoffset() == datetime.timedelta(0) and time.isoformat() == it[name], it[name]
      for run in runs:
          assert str(uuid.UUID(run["id"])) == run["id"]
          times(run)
          for plugin in run["plugins"]:
              times(plugin)
              assert plugin["name"] and plugin["status"] in "pending running success failed skipped timeout".split()
              assert plugin.get("packages_updated", 0) + 0 >= 0
              assert plugin["error_message"] is None or isinstance(plugin["error_message"], str)
      if len(sys.argv) > 2:
          assert json.dumps(runs, indent=2, default=str) == text
      print(len(runs))
      """;

  private static final String SAVE_RUN =
      """
      import json, sys
      runs = json.load(open(sys.argv[1]))
      runs.append({"id": "9c41e7ab", "start_time": "2026-03-03T06:15:02.118204+00:00", "end_time": None,
                   "plugins": [{"name": "apt", "status": "success", "packages_updated": 14, "error_message": None,
                                "start_time": None, "end_time": None}]})
      open(sys.argv[1], "w").write(json.dumps(runs, indent=2, default=str))
      """;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void lookForPython() throws Exception {
    file = directory.resolve("history.json");
    assumeTrue(isThere() && python(HAS_PYTHON) == 0, "no Python 3.11");
  }

  @Test
  void readsWhatTheWriterWritesAndWouldWriteTheSame() throws Exception {
    new JsonLegacyHistoryWriter(JsonLegacySettings.DEFAULT_PATIENCE)
        .write(file, runs().iterator()::forEachRemaining);

    assertEquals(0, python(READ, file.toString(), "same layout"), output());
    assertEquals(Integer.toString(runs().size()), output().strip());
  }

  @Test
  void readsWhatTheStoreWrites() throws Exception {
    store().recordAll(runs().iterator());

    assertEquals(0, python(READ, file.toString()), output());
  }

  @Test
  void appendsARunAndLeavesAllThatTheStoreKnows() throws Exception {
    store().recordAll(runs().iterator());
    List<Run> before = visited();

    assertEquals(0, python(SAVE_RUN, file.toString()), output());

    List<Run> after = visited();
    assertTrue(after.containsAll(before));
    assertEquals(before.size() + 1, after.size());
    store().record(run(50).build());
    assertEquals(0, python(SAVE_RUN, file.toString()), output());
    assertEquals(before.size() + 2, visited().size());
  }

  private static List<Run> runs() {
    ResourceUsage extreme =
        ResourceUsage.builder()
            .wallClockSeconds(Double.MIN_VALUE)
            .cpuSeconds(1.0 / 3, -0.0)
            .memoryBytes(Long.MAX_VALUE, 0L)
            .build();
    List<Run> runs = new ArrayList<>(Runs.many(20));
    runs.set(0, Runs.complete());
    runs.set(1, run(2).startingAt("0001-01-01T00:00:00.000001Z").unended().build());
    runs.set(2, run(3).startingAt("9999-12-31T23:58:59.999999Z").on("中文 😀").build());
    runs.set(
        3,
        run(4)
            .executing(
                execution("é").with(Runs.step("x").using(extreme)).failingWith("\u0001\"\\", 1))
            .build());
    return runs;
  }

  private RunHistory store() {
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T08:00:00.5Z"), ZoneOffset.UTC);
    return LegacyStores.history(file, clock);
  }

  private List<Run> visited() {
    List<Run> runs = new ArrayList<>();
    store().visit(HistoryFilter.everything(), runs::add);
    return runs;
  }

  private boolean isThere() throws InterruptedException {
    try {
      return python("") == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private int python(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-c", program));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start()
        .waitFor();
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"), UTF_8);
  }
}
