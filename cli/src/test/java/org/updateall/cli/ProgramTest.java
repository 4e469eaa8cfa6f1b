package org.updateall.cli;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole command lines, as a user types them. */
final class ProgramTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean interactive;
  private Path legacyFile;

  @BeforeEach
  void writeAnOldHistory() throws IOException {
    legacyFile = home.resolve("history.json");
    LegacyFile.write(legacyFile, new SyntheticHistory(1).runs());
  }

  @Test
  void importsAnOldHistoryAndAddsNothingTheSecondTime() {
    JsonNode first = json("import", legacyFile.toString(), "--json");
    JsonNode second = json("import", legacyFile.toString(), "--json");

    assertTrue(first.get("added").asLong() > 150);
    assertEquals(first.get("runs"), first.get("added"));
    assertEquals(0, second.get("added").asLong());
    assertEquals(first.get("added"), second.get("unchanged"));
    assertTrue(Files.exists(Path.of(first.get("backup").asString())));
  }

  @Test
  void saysInWordsWhatWasImported() {
    assertEquals(ExitCode.DONE, run("import", legacyFile.toString()));

    assertTrue(out.toString().contains("new, 0 changed, 0 already there"), out.toString());
    assertTrue(out.toString().contains("the counts agree"), out.toString());
    assertTrue(err.toString().contains("A copy of the file is kept as"), err.toString());
  }

  @Test
  void looksForTheOldHistoryBesideTheDatabase() throws IOException {
    Path data = Files.createDirectories(home.resolve(".local/share/update-all"));
    Files.copy(legacyFile, data.resolve("history.json"));

    assertEquals(ExitCode.DONE, run("import"));
  }

  @Test
  void storesNothingInADryRun() {
    assertEquals(ExitCode.DONE, run("import", "--dry-run", legacyFile.toString()));

    assertTrue(out.toString().contains("Nothing was stored"), out.toString());
    assertEquals(0, json("history", "--json").get("runs").size());
  }

  @Test
  void worksOnAHistoryOfThePythonProgramAndSaysOnceWhatToDoInstead() {
    assertEquals(ExitCode.DONE, run("--db", legacyFile.toString(), "history"));
    assertTrue(out.toString().contains("apt"), out.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("deprecated"), err.toString());
    assertTrue(err.toString().contains("update-all import " + legacyFile), err.toString());

    err.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("--db", legacyFile.toString(), "--quiet", "stats"));
    assertEquals("", err.toString());
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void estimatesTheSameFromAHistoryOfThePythonProgramAsFromTheDatabase() {
    run("import", legacyFile.toString());

    assertEquals(
        json("estimate", "--json"), json("--db", legacyFile.toString(), "estimate", "--json"));
  }

  @Test
  void refusesADamagedHistoryOfThePythonProgramInOneLineAndLeavesItAlone() throws IOException {
    String damaged = Files.readString(legacyFile).substring(0, 1000);
    Files.writeString(legacyFile, damaged);

    assertEquals(
        ExitCode.DATABASE_UNUSABLE, run("--quiet", "--db", legacyFile.toString(), "history"));

    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("(byte 1000)"), err.toString());
    assertEquals(damaged, Files.readString(legacyFile));
  }

  @Test
  void reportsEveryReasonOfAQuarantinedRecordAndImportsTheRest() throws IOException {
    Files.writeString(
        legacyFile,
        """
        [{"id": "aaaaaaaa", "start_time": "2026-01-01T00:00:00Z", "plugins": []},
         {"id": "bbbbbbbb", "plugins": [{"status": "cancelled"}]}]
        """);

    assertEquals(ExitCode.DONE, run("import", legacyFile.toString()));

    assertTrue(out.toString().contains("1 new"), out.toString());
    assertTrue(out.toString().contains("record 2 (line 2, id bbbbbbbb)"), out.toString());
    assertTrue(out.toString().contains("cancelled"), out.toString());
  }

  @Test
  void refusesATruncatedFileAndChangesNothing() throws IOException {
    String text = Files.readString(legacyFile);
    Files.writeString(legacyFile, text.substring(0, text.length() / 2));

    assertEquals(ExitCode.FILE_REFUSED, run("import", legacyFile.toString()));

    assertTrue(err.toString().contains("line "), err.toString());
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void saysWhichFileIsMissing() {
    assertEquals(ExitCode.FILE_REFUSED, run("import"));

    assertTrue(err.toString().contains("history.json"), err.toString());
    assertTrue(err.toString().contains("update-all import FILE"), err.toString());
  }

  @Test
  void estimatesEveryPluginWithBoundsAboutThePoint() {
    run("import", legacyFile.toString());

    JsonNode estimate = json("estimate", "--json");

    assertEquals(0.9, estimate.get("level").asDouble());
    assertEquals(4, estimate.get("plugins").size());
    for (JsonNode plugin : estimate.get("plugins")) {
      assertEquals("model", plugin.get("basis").asString());
      assertEquals("pool", plugin.get("model").asString());
      assertTrue(plugin.get("runs").asInt() > 20);
      assertTrue(plugin.get("supported_level").asDouble() > 0.9);
      assertOrdered(plugin.get("wall_clock_seconds"));
      assertTrue(plugin.get("cpu_seconds").isNull());
      assertTrue(plugin.get("memory_peak_bytes").isNull());
      assertTrue(plugin.get("download_size_bytes").isNull());
    }
    assertOrdered(estimate.get("total").get("wall_clock_seconds"));
    assertTrue(estimate.get("total").get("cpu_seconds").isNull());
  }

  @Test
  void nestsIntervalsOfSmallerLevels() {
    run("import", legacyFile.toString());

    JsonNode half = json("estimate", "--json", "--level", "0.5");
    JsonNode most = json("estimate", "--json", "--level", "0.9");

    for (int i = 0; i < half.get("plugins").size(); i++) {
      JsonNode inner = half.get("plugins").get(i).get("wall_clock_seconds");
      JsonNode outer = most.get("plugins").get(i).get("wall_clock_seconds");
      assertTrue(inner.get("lower").asDouble() >= outer.get("lower").asDouble());
      assertTrue(inner.get("upper").asDouble() <= outer.get("upper").asDouble());
      assertEquals(inner.get("point"), outer.get("point"));
    }
  }

  @Test
  void showsAnEstimateAsATable() {
    run("import", legacyFile.toString());
    out.getBuffer().setLength(0);

    assertEquals(ExitCode.DONE, run("estimate"));

    String table = out.toString();
    assertTrue(table.contains("all together"), table);
    assertTrue(table.contains("4 of 4 plugins, one after another"), table);
    assertTrue(table.contains("Not in the history, so not estimated: CPU time"), table);
    assertFalse(table.contains("\u001b"), "escape codes without a terminal");
  }

  @Test
  void saysWhatPluginsNeedThatRunAtTheSameTime() {
    run("import", legacyFile.toString());

    JsonNode inTurn = json("estimate", "--json");
    JsonNode atOnce = json("estimate", "--json", "--jobs", "4");
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("estimate", "--jobs", "2"));

    assertEquals(1, inTurn.at("/schedule/jobs").asInt());
    assertEquals(4, atOnce.at("/schedule/jobs").asInt());
    double longest = 0;
    double shares = 0;
    for (JsonNode plugin : atOnce.get("plugins")) {
      longest = Math.max(longest, plugin.at("/wall_clock_seconds/point").asDouble());
      shares += plugin.get("critical_share").asDouble();
    }
    double total = atOnce.at("/total/wall_clock_seconds/point").asDouble();
    assertTrue(total >= 0.99 * longest, total + " of " + longest);
    assertTrue(total < inTurn.at("/total/wall_clock_seconds/point").asDouble());
    assertEquals(1, shares, 0.001);
    assertTrue(inTurn.at("/plugins/0/critical_share").isMissingNode());
    assertTrue(out.toString().contains("4 of 4 plugins, 2 at a time"), out.toString());
    assertTrue(out.toString().contains("The end waits for "), out.toString());
  }

  @Test
  void refusesToRunNoPluginAtATime() {
    assertEquals(ExitCode.WRONG_USAGE, run("estimate", "--jobs", "0"));
    assertTrue(err.toString().contains("--jobs"), err.toString());
  }

  @Test
  void isHonestAboutAPluginWithFewRuns() throws IOException {
    Files.writeString(
        legacyFile,
        """
        [{"id": "aaaaaaaa", "start_time": "2026-01-01T00:00:00Z", "plugins": [
          {"name": "apt", "status": "success", "start_time": "2026-01-01T00:00:00Z",
           "end_time": "2026-01-01T00:01:00Z"}, {"name": "snap", "status": "skipped"}]}]
        """);
    run("import", legacyFile.toString());

    JsonNode plugins = json("estimate", "--json").get("plugins");

    assertEquals("few_runs", plugins.get(0).get("basis").asString());
    assertTrue(plugins.get(0).get("model").isNull());
    assertEquals(0, plugins.get(0).get("supported_level").asDouble());
    assertEquals(60, plugins.get(0).get("wall_clock_seconds").get("point").asDouble());
    assertEquals("nothing", plugins.get(1).get("basis").asString());
    assertTrue(plugins.get(1).get("wall_clock_seconds").isNull());
    run("estimate");
    assertTrue(out.toString().contains("few runs, spread assumed"), out.toString());
  }

  @Test
  void tellsAPluginWithoutARunOfItsOwnFromTheOthers() throws IOException {
    Files.writeString(
        legacyFile,
        """
        [{"id": "aaaaaaaa", "start_time": "2026-01-01T00:00:00Z", "plugins": [
          {"name": "apt", "status": "success", "start_time": "2026-01-01T00:00:00Z",
           "end_time": "2026-01-01T00:01:00Z"}, {"name": "snap", "status": "failed"}]}]
        """);
    run("import", legacyFile.toString());

    JsonNode snap = json("estimate", "snap", "--json").get("plugins").get(0);

    assertEquals("prior", snap.get("basis").asString());
    assertEquals(0, snap.get("runs").asInt());
    assertEquals("prior", snap.get("wall_clock_seconds").get("interval_basis").asString());
    assertTrue(snap.get("memory_peak_bytes").isNull());
    run("estimate");
    assertTrue(out.toString().contains("other plugins or hosts *"), out.toString());
    run("explain", "snap");
    assertTrue(out.toString().contains("No run of its own was measured"), out.toString());
  }

  @Test
  void tellsAPluginThatHasFailedEachTimeByItsFailures() throws IOException {
    String failed =
        """
        {"id": "%1$s", "start_time": "2026-01-0%2$dT00:00:00Z", "plugins": [
          {"name": "snap", "status": "failed", "start_time": "2026-01-0%2$dT00:00:00Z",
           "end_time": "2026-01-0%2$dT00:00:02Z"}]}""";
    Files.writeString(
        legacyFile,
        "[%s,%s,%s]"
            .formatted(
                failed.formatted("aaaaaaaa", 1),
                failed.formatted("bbbbbbbb", 2),
                failed.formatted("cccccccc", 3)));
    run("import", legacyFile.toString());

    JsonNode snap = json("estimate", "snap", "--json").get("plugins").get(0);

    assertEquals("failed_runs", snap.get("basis").asString());
    assertEquals(3, snap.get("runs").asInt());
    assertEquals(2, snap.get("wall_clock_seconds").get("point").asDouble(), 1e-6);
    run("estimate");
    assertTrue(out.toString().contains("its failed runs alone *"), out.toString());
    run("explain", "snap");
    assertTrue(out.toString().contains("those of its 3 failed runs"), out.toString());
  }

  @Test
  void saysThatAFigureIsAssumedWhereNothingIsKnown() throws IOException {
    Files.writeString(
        legacyFile,
        """
        [{"id": "aaaaaaaa", "start_time": "2026-01-01T00:00:00Z", "plugins": [
          {"name": "snap", "status": "failed"}]}]
        """);
    run("import", legacyFile.toString());

    JsonNode estimate = json("estimate", "--download-bytes", "snap=5000000", "--json");

    JsonNode snap = estimate.get("plugins").get(0);
    assertEquals("default", snap.get("basis").asString());
    assertTrue(snap.get("model").isNull());
    assertEquals(300, snap.get("wall_clock_seconds").get("point").asDouble());
    assertEquals("announced", snap.get("download_size_bytes").get("basis").asString());
    assertTrue(estimate.get("total").get("wall_clock_seconds").isNull());
    assertFalse(err.toString().contains("makes no difference"), err.toString());
    run("estimate");
    assertTrue(out.toString().contains("assumed, nothing known *"), out.toString());
    run("explain");
    assertTrue(out.toString().contains("Nothing at all is known"), out.toString());
  }

  @Test
  void saysThatAPluginIsNotKnown() {
    run("import", legacyFile.toString());

    assertEquals(ExitCode.NOT_AS_HOPED, run("estimate", "nosuchplugin"));
    assertTrue(err.toString().contains("nosuchplugin"), err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, run("train", "nosuchplugin"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("estimate", "--host", "nosuchhost"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("history", "--host", "nosuchhost"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("stats", "--host", "nosuchhost"));
    assertTrue(err.toString().contains("nosuchhost"), err.toString());
  }

  @Test
  void trainsAndShowsItsCoverage() {
    run("import", legacyFile.toString());

    JsonNode training = json("train", "apt", "--json");
    run("train", "apt");

    JsonNode backtest = training.get("models").get(0).get("backtest");
    assertTrue(backtest.get("coverage").asDouble() > 0.8);
    assertTrue(out.toString().contains("COVERAGE OF 90 %"), out.toString());
  }

  @Test
  void goesOnFromKeptModelsUnlessAllIsTrainedAnew() {
    run("import", legacyFile.toString());

    JsonNode first = json("train", "apt", "--json").get("models");
    JsonNode goneOn = json("train", "apt", "--json").get("models");
    JsonNode anew = json("train", "--all", "apt", "--json").get("models");

    for (String same : List.of("model", "form", "scale", "runs", "backtest", "quality")) {
      assertEquals(first.get(0).get(same), goneOn.get(0).get(same), same);
      assertEquals(first.get(0).get(same), anew.get(0).get(same), same);
    }
  }

  @Test
  void makesIntervalsByTheMethodThatIsNamed() {
    run("import", legacyFile.toString());
    Set<JsonNode> ranges = new HashSet<>();

    for (String method : List.of("pool", "split", "cqr", "aci")) {
      assertEquals(
          method, json("train", "--intervals", method, "--json").get("intervals").asString());
      JsonNode estimate = json("estimate", "apt", "--intervals", method, "--json");
      ranges.add(estimate.get("plugins").get(0).get("wall_clock_seconds").get("upper"));
      JsonNode kept = json("estimate", "apt", "--intervals", method.toUpperCase(ROOT), "--json");
      assertEquals(estimate.get("plugins"), kept.get("plugins"));
    }

    // Adaptive intervals begin as those of split conformal prediction.
    assertTrue(ranges.size() >= 3, ranges.toString());
    assertEquals(ExitCode.WRONG_USAGE, run("estimate", "--intervals", "bootstrap"));
    assertTrue(err.toString().contains("--intervals"), err.toString());
  }

  @Test
  void listsTheNewestRunsFirst() {
    run("import", legacyFile.toString());

    JsonNode runs = json("history", "--limit", "5", "--json").get("runs");
    run("history");

    assertEquals(5, runs.size());
    for (int i = 1; i < 5; i++) {
      String newer = runs.get(i - 1).get("start_time").asString();
      assertTrue(newer.compareTo(runs.get(i).get("start_time").asString()) > 0);
      assertTrue(runs.get(i).get("plugins").get(0).get("plugin").isString());
    }
    assertTrue(out.toString().contains("STARTED ("), out.toString());
  }

  @Test
  void summarisesPlugins() {
    run("import", legacyFile.toString());

    JsonNode apt = json("stats", "--json").get("plugins").get(0);
    run("stats");

    assertEquals("apt", apt.get("plugin").asString());
    assertTrue(apt.get("success_rate").asDouble() > 0.9);
    assertTrue(apt.get("wall_clock_seconds").get("median").asDouble() > 10);
    assertTrue(out.toString().contains("MEDIAN"), out.toString());
  }

  @Test
  void isEmptyWithoutADatabaseAndMakesNone() {
    assertEquals(0, json("history", "--limit", "3", "--json").get("runs").size());
    assertEquals(0, json("stats", "--json").get("plugins").size());
    assertEquals(0, json("estimate", "--json").get("plugins").size());
    for (String command : List.of("history", "stats", "estimate", "train")) {
      assertEquals(ExitCode.DONE, run(command));
    }
    assertTrue(out.toString().contains("There is no history yet"), out.toString());
    assertFalse(Files.exists(home.resolve(".local/share/update-all")));
  }

  @Test
  void leavesAForeignDatabaseAlone() throws IOException {
    Path foreign = Files.writeString(home.resolve("foreign.duckdb"), "not a database");

    assertEquals(ExitCode.DATABASE_UNUSABLE, run("history", "--db", foreign.toString()));
    assertEquals(
        ExitCode.DATABASE_UNUSABLE,
        run("--db", foreign.toString(), "import", legacyFile.toString()));

    assertEquals("not a database", Files.readString(foreign));
    assertTrue(err.toString().contains("foreign.duckdb"), err.toString());
    assertFalse(err.toString().contains("\tat "), "a stack trace");
  }

  @Test
  void explainsWrongUsage() {
    for (String[] words :
        new String[][] {
          {"estmate"},
          {"history", "--db", "a;b.duckdb"},
          {"estimate", "--level", "2"},
          {"estimate", "--level", "0.999"},
          {"estimate", "--level", "half"},
          {"estimate", ""},
          {"history", "--limit", "-1"},
          {"import", "--zone", "Mars/Olympus"},
          {"train", "--lookback-days", "0"},
          {"train", "--outlier-threshold", "-1"},
          {"train", "--min-samples", "0"},
          {"history", "--db-memory", "lots"},
          {"history", "--db-memory", "1MB"},
          {"history", "--db-threads", "0"},
          {"history", "--db-threads", "1000"},
          {"import", "--host", " ", "x"},
          {"import", "--host", "x".repeat(300), "x"},
          {"--nosuchoption"}
        }) {
      assertEquals(ExitCode.WRONG_USAGE, run(words), Arrays.toString(words));
    }
    assertFalse(err.toString().contains("\tat "), "a stack trace");
  }

  @Test
  void helpsWithEveryCommandAndLeavesNoTrace() {
    List<String[]> calls = new ArrayList<>();
    calls.add(new String[] {});
    calls.add(new String[] {"--help"});
    calls.add(new String[] {"--version"});
    for (String command :
        List.of(
            "import",
            "train",
            "estimate",
            "explain",
            "history",
            "stats",
            "series",
            "accuracy",
            "demo")) {
      calls.add(new String[] {command, "--help"});
      calls.add(new String[] {"help", command});
    }
    for (String[] call : calls) {
      out.getBuffer().setLength(0);
      assertEquals(ExitCode.DONE, run(call), Arrays.toString(call));
      assertFalse(out.toString().isBlank(), Arrays.toString(call));
    }
    assertFalse(Files.exists(home.resolve(".local/share")));
  }

  @Test
  void logsToTheStateFolderAsTextOrJson() throws IOException {
    run("import", legacyFile.toString());
    Path log = home.resolve(".local/state/update-all/logs/update-all.log");
    assertTrue(Files.readString(log).contains("old history imported"));

    Files.delete(log);
    run("--log-format", "json", "import", legacyFile.toString());
    String line = Files.readAllLines(log).get(0);
    assertTrue(MAPPER.readTree(line).isObject(), line);
  }

  @Test
  void letsTheOwnerAloneReadTheLog() throws IOException {
    Path log = home.resolve(".local/state/update-all/logs/update-all.log");
    assumeTrue(log.getFileSystem().supportedFileAttributeViews().contains("posix"));

    run("import", legacyFile.toString());
    run("stats");

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
    for (Path each : List.of(log.getParent(), home.resolve(".local"))) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
    }
    assertTrue(Files.readString(log).contains("old history imported"));
  }

  @Test
  void beginsANewLogBeyondTenMegabytes() throws IOException {
    Path logs = Files.createDirectories(home.resolve(".local/state/update-all/logs"));
    Files.write(logs.resolve("update-all.log"), new byte[11 * 1024 * 1024]);

    run("import", legacyFile.toString());

    assertEquals(11 * 1024 * 1024, Files.size(logs.resolve("update-all.log.1")));
    assertTrue(Files.size(logs.resolve("update-all.log")) < 10_000);
  }

  @Test
  void colorsOnlyATerminalThatWelcomesIt() {
    run("import", legacyFile.toString());
    interactive = true;

    assertTrue(coloured("estimate"));
    assertFalse(coloured("estimate", "--no-color"));
    environment.put("NO_COLOR", "1");
    assertFalse(coloured("estimate"));
    environment.remove("NO_COLOR");
    environment.put("TERM", "dumb");
    assertFalse(coloured("estimate"));
  }

  @Test
  void writesNothingThatSteersATerminal() throws IOException {
    Path hostile = Files.createDirectories(home.resolve("a\u001b[31mb"));
    Files.copy(legacyFile, hostile.resolve("history.json"));

    run("import", hostile.resolve("history.json").toString());
    run("--db", hostile.resolve("h.duckdb").toString(), "import", legacyFile.toString());
    run("import", hostile.toString());
    run("estimate", "a\u202eb");

    assertFalse((out.toString() + err).contains("\u001b"), "an escape code");
    assertFalse((out.toString() + err).contains("\u202e"), "a change of direction");
  }

  @Test
  void usesTheMemoryAndThreadsThatItIsGiven() {
    assertEquals(
        ExitCode.DONE,
        run("import", legacyFile.toString(), "--db-memory", "100MB", "--db-threads", "1"));
    assertEquals(ExitCode.DONE, run("--db-memory", "1GiB", "--db-threads", "3", "stats"));
  }

  @Test
  void tellsOfRunsThatAreUnderWayAndOfThoseThatWereAbandoned() throws IOException {
    Path database = home.resolve("h.duckdb");
    Run run = Runs.sparse();
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database))) {
      updateAll.underWay(run);
    }
    assertEquals(ExitCode.DONE, run("history", "--db", database.toString()));
    assertTrue(err.toString().contains("a run is under way since"), err.toString());
    assertTrue(err.toString().contains("apt pending"), err.toString());

    Path marker = home.resolve("h.duckdb.spool/underway-" + run.runId() + ".json");
    Files.writeString(
        marker, Files.readString(marker).replaceFirst("\"boot_id\":\"..", "\"boot_id\":\"zz"));
    err.getBuffer().setLength(0);
    JsonNode runs = json("history", "--json", "--db", database.toString()).get("runs");

    assertEquals("skipped", runs.get(0).get("plugins").get(0).get("status").asString());
    assertTrue(err.toString().contains("ended with its process"), err.toString());
    assertTrue(err.toString().contains("apt skipped"), err.toString());
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("history", "--db", database.toString()));
    assertEquals("", err.toString());
  }

  @Test
  void tellsOfAFileThatWaitedAndCannotBeReadHoweverQuiet() throws IOException {
    Path database = home.resolve("h.duckdb");
    Path spool = Files.createDirectories(home.resolve("h.duckdb.spool"));
    Files.writeString(spool.resolve("run-0000000000000000001-ab-1.json"), "{\"format\":");

    assertEquals(ExitCode.DONE, run("stats", "--quiet", "--db", database.toString()));

    assertTrue(err.toString().contains("cannot be read: no whole JSON"), err.toString());
    assertTrue(
        err.toString().contains(spool.resolve("bad/run-0000000000000000001-ab-1.json").toString()),
        err.toString());
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("stats", "--db", database.toString()));
    assertEquals("", err.toString());
  }

  @Test
  void listsRunsThoughItCannotBeKnownWhichAreUnderWay() throws IOException {
    run("import", legacyFile.toString());
    Files.writeString(home.resolve(".local/share/update-all/history.duckdb.spool"), "in the way");

    assertEquals(ExitCode.DONE, run("history"));

    assertTrue(out.toString().contains("STARTED ("), out.toString());
    assertTrue(err.toString().contains("not known which runs are under way"), err.toString());
  }

  @Test
  void saysAtOnceForWhomItWaits() throws Exception {
    Path database = home.resolve("h.duckdb");
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database))) {
      updateAll.record(Runs.complete());
      CompletableFuture<Void> holding =
          CompletableFuture.runAsync(() -> updateAll.recordAll(endingAfter(done, held)));
      assertTrue(held.await(60, TimeUnit.SECONDS));
      CompletableFuture<Integer> waiting =
          CompletableFuture.supplyAsync(() -> run("stats", "--db", database.toString()));
      for (int pause = 0; err.toString().isEmpty() && pause < 2_000; pause++) {
        Thread.sleep(10);
      }

      assertTrue(err.toString().startsWith("Waiting for another thread"), err.toString());
      assertFalse(waiting.isDone());
      done.countDown();
      assertEquals(ExitCode.DONE, waiting.get(60, TimeUnit.SECONDS));
      holding.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void keepsQuietWhenAskedTo() {
    run("--quiet", "import", legacyFile.toString());

    assertEquals("", err.toString());
  }

  @Test
  void readsTimesWithoutAZoneInTheZoneGiven() throws IOException {
    Files.writeString(
        legacyFile,
        "[{\"id\": \"aaaaaaaa\", \"start_time\": \"2026-01-01T12:00:00\", \"plugins\": []}]");

    run("import", "--zone", "Europe/Warsaw", "--host", "zeus", legacyFile.toString());

    JsonNode run = json("history", "--json").get("runs").get(0);
    assertEquals("2026-01-01T11:00:00Z", run.get("start_time").asString());
    assertEquals("zeus", run.get("hostname").asString());
  }

  @Test
  void demonstratesItselfWithTheCoverageItPromises() {
    JsonNode demo = json("demo", "--json");

    assertEquals(0.9, demo.get("coverage").asDouble(), 0.05);
    for (JsonNode plugin : demo.get("estimate").get("plugins")) {
      assertOrdered(plugin.get("memory_peak_bytes"));
      assertOrdered(plugin.get("download_size_bytes"));
    }
    assertFalse(Files.exists(home.resolve(".local/share/update-all")));
  }

  @Test
  void demonstratesItselfInWords() {
    assertEquals(ExitCode.DONE, run("demo"));

    assertTrue(out.toString().contains("inside their 90 % interval"), out.toString());
    assertTrue(out.toString().contains("Nothing of this was kept"), out.toString());
  }

  /** No runs, of which that is known late. */
  private static Iterator<Run> endingAfter(CountDownLatch done, CountDownLatch asked) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        asked.countDown();
        try {
          return !done.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public Run next() {
        throw new NoSuchElementException();
      }
    };
  }

  private boolean coloured(String... words) {
    out.getBuffer().setLength(0);
    run(words);
    return out.toString().contains("\u001b[");
  }

  private JsonNode json(String... words) {
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run(words), err::toString);
    return MAPPER.readTree(out.toString());
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out), new PrintWriter(err), environment, home, interactive, null);
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }

  private static void assertOrdered(JsonNode figures) {
    double lower = figures.get("lower").asDouble();
    double point = figures.get("point").asDouble();
    double upper = figures.get("upper").asDouble();
    assertTrue(lower <= point && point <= upper, figures.toString());
    assertTrue(lower >= 0 && upper > lower, figures.toString());
  }
}
