package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreferences;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.Preferences;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ScriptedPlugin;
import org.updateall.domain.updating.StepOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code update-all run} does and says, with real commands. */
@Timeout(120)
final class RunCommandTest {

  private static final PluginName SNAP = new PluginName("snap");

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private @Nullable Path metricsFile;

  @Test
  void aDryRunSaysWhatWouldBeRunAndRunsNothing() {
    remember("apt");
    Path mark = home.resolve("mark");
    catalogue
        .add(plugin("apt", "touch", mark.toString()))
        .add(ScriptedPlugin.with("npm", AnnouncedWork.NOTHING));

    assertEquals(ExitCode.DONE, run("run", "--dry-run", "--verbose"));

    String text = out.toString();
    assertTrue(line(text, "apt ").matches("apt +3 +1.0 MiB +1 min 4[0-9] s +.* to .*"), text);
    assertTrue(line(text, "npm").matches("npm +up to date +0 B +.*"), text);
    assertTrue(line(text, "total").matches("total +.*"), text);
    assertTrue(text.contains("apt, update (EXECUTE): touch " + mark), text);
    assertTrue(err.toString().contains("Nothing was run."), err.toString());
    assertFalse(mark.toFile().exists());
    assertEquals(20, recent().size());
  }

  @Test
  void aDryRunNeedsNoRootAndSaysWhatDoes() {
    PluginStep step =
        new PluginStep(
            "upgrade",
            StepPhase.EXECUTE,
            List.of("true"),
            Map.of(),
            true,
            Duration.ofMinutes(1),
            PluginStep.ZERO);
    catalogue.add(
        ScriptedPlugin.with("apt", AnnouncedWork.ofCount(1))
            .planning(ScriptedPlugin.planOf(Map.of(), Set.of(), Set.of(), step)));

    assertEquals(ExitCode.DONE, run("run", "--dry-run"));

    assertTrue(err.toString().contains("Root is needed for: apt"), err.toString());
  }

  @Test
  void aDryRunAsJsonTellsCommandsAndWhatIsExpected() {
    remember("apt");
    catalogue
        .add(plugin("apt", "true"))
        .add(
            new ScriptedPlugin(
                SNAP, limit -> PreflightReport.notApplicable(SNAP, "no snap here", limit)));

    JsonNode plan = json("run", "--dry-run", "--json");

    JsonNode apt = plan.get("plugins").get(0);
    assertEquals("apt", apt.get("plugin").asString());
    assertEquals(3, apt.get("packages").asInt());
    assertEquals("true", apt.get("steps").get(0).get("command").get(0).asString());
    assertEquals("no snap here", plan.get("left_out").get(0).get("reason").asString());
    assertTrue(plan.get("estimate").get("plugins").get(0).has("wall_clock_seconds"));
  }

  @Test
  void runsRemembersAndSumsUp() {
    remember("apt");
    catalogue
        .add(plugin("apt", "sh", "-c", "echo working; exit 0").telling(new StepOutcome(3, 2048L)))
        .add(plugin("npm", "sh", "-c", "echo no network >&2; exit 7"));

    assertEquals(ExitCode.NOT_AS_HOPED, run("run"));

    String text = out.toString();
    assertTrue(line(text, "apt ").matches("apt +success +3 +[0-9.]+ s +1 min 4.*2.0 KiB"), text);
    assertTrue(line(text, "npm ").matches("npm +failed +– +[0-9.]+ s +.*"), text);
    assertTrue(line(text, "total").matches("total +[0-9.]+ s +.*"), text);
    assertTrue(text.contains("npm: step update ended with exit code 7: no network"), text);
    String talk = err.toString();
    assertTrue(talk.contains("apt: started, expected 1 min 4"), talk);
    assertTrue(talk.contains("apt: done in "), talk);
    assertTrue(talk.contains("3 packages updated"), talk);
    assertTrue(talk.contains("npm: failed after "), talk);
    assertTrue(talk.contains(" left, and however long npm takes"), talk);
    Run run = recent().get(0);
    assertEquals(2, run.executions().size());
    assertEquals(7, run.executions().get(1).exitCode());
    out.getBuffer().setLength(0);
    JsonNode accuracy = json("accuracy", "--json");
    assertEquals(1, accuracy.get("runs").asInt());
  }

  @Test
  void asJsonItTellsWhatCameOfIt() {
    catalogue.add(plugin("apt", "true").telling(new StepOutcome(0, null)));

    JsonNode result = json("run", "--json", "apt");

    assertTrue(result.get("succeeded").asBoolean());
    JsonNode apt = result.get("plugins").get(0);
    assertEquals("success", apt.get("status").asString());
    assertEquals(0, apt.get("packages_updated").asInt());
    assertTrue(apt.get("download_size_bytes").isNull());
    assertTrue(apt.get("wall_clock_seconds").asDouble() >= 0);
  }

  @Test
  void showsWhatPluginsPrintToThoseWhoWantToSeeIt() {
    catalogue.add(
        plugin("apt", "sh", "-c", "printf 'one\\npmstatus:x:5:y\\ntwo \\033[31m\\nlast'"));

    run("run", "--verbose");

    String talk = err.toString();
    assertTrue(talk.contains("apt | one"), talk);
    assertTrue(talk.contains("apt | two \\u001b[31m"), talk);
    assertTrue(talk.contains("apt | last"), talk);
    assertFalse(talk.contains("pmstatus"), talk);
  }

  @Test
  void drawsAtATerminalAndLeavesOnlyTheSummary() {
    remember("apt");
    catalogue
        .add(plugin("apt", "sh", "-c", "echo unpacking; sleep 1"))
        .add(plugin("npm", "sh", "-c", "exit 1"));
    ByteArrayOutputStream screen = new ByteArrayOutputStream();

    assertEquals(
        ExitCode.NOT_AS_HOPED,
        run(
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            Map.of("COLUMNS", "70"),
            "run",
            "--no-continue-on-error",
            "--parallel",
            "2",
            "--memory-limit",
            "2GB"));

    String drawn = screen.toString(StandardCharsets.UTF_8);
    assertTrue(drawn.contains("apt: "), drawn);
    assertTrue(drawn.contains(" left · unpacking"), drawn);
    assertTrue(drawn.contains("npm: failed after"), drawn);
    assertTrue(drawn.contains("all: "), drawn);
    assertTrue(drawn.endsWith("\u001b[J"), drawn);
    assertTrue(
        drawn.lines().allMatch(line -> line.replaceAll("\u001b\\[[0-9]*[A-Z]", "").length() <= 71),
        drawn);
    assertTrue(line(out.toString(), "apt ").contains("success"), out.toString());
  }

  @Test
  void saysWhatIsWrongAndRunsTheOthers() {
    catalogue.add(plugin("apt", "true")).disable(SNAP);

    assertEquals(ExitCode.NOT_AS_HOPED, run("run", "apt", "snap", "dnf"));

    String talk = err.toString();
    assertTrue(talk.contains("there is no plugin dnf"), talk);
    assertTrue(talk.contains("snap is left out: it is switched off"), talk);
    assertTrue(line(out.toString(), "apt ").contains("success"), out.toString());
  }

  /** What is switched off in a file that cannot be read would run otherwise. */
  @Test
  void runsNothingWhileTheConfigurationIsWrong() {
    catalogue.add(plugin("apt", "true")).refuse(new PluginName("bad"));

    assertEquals(ExitCode.FILE_REFUSED, run("run"));
    assertEquals(ExitCode.FILE_REFUSED, run("run", "--dry-run"));

    assertTrue(err.toString().contains("it is wrong"), err.toString());
    assertEquals("", line(out.toString(), "apt +success"));
    assertEquals(0, recent().size());
  }

  @Test
  void saysThatNothingApplies() {
    catalogue.add(
        new ScriptedPlugin(
            SNAP, limit -> PreflightReport.notApplicable(SNAP, "no snap here", limit)));

    assertEquals(ExitCode.DONE, run("run"));
    assertEquals(ExitCode.DONE, run("run", "--dry-run", "--verbose"));

    assertTrue(out.toString().contains("No plugin applies to this machine."), out.toString());
    assertTrue(err.toString().contains("snap is left out: no snap here"), err.toString());
  }

  @Test
  void refusesWordsThatMakeNoSense() {
    assertEquals(ExitCode.WRONG_USAGE, run("run", "--parallel", "0"));
    assertEquals(ExitCode.WRONG_USAGE, run("run", "--memory-limit", "much"));
    assertEquals(ExitCode.WRONG_USAGE, run("run", "--level", "2"));
    assertEquals(ExitCode.WRONG_USAGE, run("run", "--preflight-limit", "soon"));
  }

  @Test
  void aTerminalIsAsWideAsItSays() {
    assertEquals(120, TerminalWidth.columns(Map.of("COLUMNS", "120"), 80));
    assertEquals(20, TerminalWidth.columns(Map.of("COLUMNS", "10"), 80));
    assertTrue(TerminalWidth.columns(Map.of("COLUMNS", "wide"), 80) >= 20);
  }

  private static ScriptedPlugin plugin(String name, String... command) {
    return ScriptedPlugin.with(
            name,
            AnnouncedWork.ofCount(3)
                .or(AnnouncedWork.ofBytes(1024 * 1024, DownloadPrecision.EXACT)))
        .planning(
            ScriptedPlugin.planOf(
                Map.of(), Set.of(), Set.of(), ScriptedPlugin.step("update", command)));
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
  }

  private List<Run> recent() {
    try (UpdateAll updateAll = UpdateAll.open(settings())) {
      return updateAll.recentRuns(HistoryFilter.everything(), 100);
    }
  }

  private void remember(String plugin) {
    try (UpdateAll updateAll = UpdateAll.open(settings())) {
      for (int i = 0; i < 20; i++) {
        Instant start = Runs.NOON.minus(Duration.ofDays(i));
        updateAll.record(
            Runs.run(i + 1)
                .startingAt(start)
                .on("atlas")
                .executing(Runs.execution(plugin, 100 + i % 5))
                .build());
      }
    }
  }

  private Settings settings() {
    return Settings.of(home.resolve("history.duckdb")).withHostname("atlas");
  }

  private JsonNode json(String... words) {
    run(words);
    return JsonMapper.builder().build().readTree(out.toString());
  }

  @Test
  void metricsAreWrittenWhereTheConfigurationSaysSo() throws IOException {
    Path file = home.resolve("update-all.prom");
    metricsFile = file;
    catalogue.add(plugin("apt", "true"));

    assertEquals(ExitCode.DONE, run("run"));

    assertTrue(
        Files.readString(file).contains("update_all_plugin_last_run_success{plugin=\"apt\"} 1.0"));
  }

  @Test
  void metricsThatCannotBeWrittenAreOneLineAndNoFailure() {
    metricsFile = home.resolve("nowhere/update-all.prom");
    catalogue.add(plugin("apt", "true"));

    assertEquals(ExitCode.DONE, run("run"));

    List<String> lines =
        err.toString().lines().filter(each -> each.contains("update-all.prom")).toList();
    assertEquals(1, lines.size(), err.toString());
    assertTrue(lines.get(0).contains("lies in no directory"), lines.get(0));
  }

  private int run(String... words) {
    return run(null, Map.of(), words);
  }

  private int run(@Nullable PrintStream watched, Map<String, String> environment, String... words) {
    AbstractModule replacement =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(PluginCatalogue.class).toInstance(catalogue);
            bind(PreflightCache.class).toInstance(new InMemoryPreflightCache());
            bind(Preferences.class).toInstance(new InMemoryPreferences(metricsFile));
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            environment,
            home,
            false,
            watched);
    return new Program(surroundings, unused -> UpdateAll.open(settings(), replacement)).run(words);
  }
}
