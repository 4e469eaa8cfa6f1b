package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PackageUpdate;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ScriptedPlugin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code update-all check} says, of plugins of which all is known. */
final class CheckCommandTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final PluginName NPM = new PluginName("npm");

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final List<Duration> limits = new ArrayList<>();

  @Test
  void showsWhatWaitsAndWhatItWillTake() {
    remember("apt", 8);
    addApt(12);
    addEvery();

    assertEquals(ExitCode.DONE, run("check"));

    String text = out.toString();
    assertTrue(text.contains("meant to hold in 90 % of all cases"), text);
    String apt = line(text, "apt");
    assertTrue(apt.matches("apt +updates wait +12 +160 MiB +[1-9].* min.*"), apt);
    assertTrue(
        line(text, "flatpak ").matches("flatpak +updates wait +2 +at most 1.0 MiB +– +– +.*"),
        text);
    assertTrue(line(text, "gem").matches("gem +updates wait +1 +about 95 MiB +.*"), text);
    assertTrue(line(text, "npm").matches("npm +up to date +0 +0 B +– +– +– +– +– +–"), text);
    assertTrue(line(text, "pipx").matches("pipx +cannot tell +– +– +.*"), text);
    assertTrue(text.contains("apt: package-1, package-2, "), text);
    assertTrue(text.contains("package-8 and 4 more (--verbose tells all)"), text);
    assertTrue(text.contains("pipx: it has no such option"), text);
    assertTrue(text.contains("Not on this machine: snap."), text);
    assertTrue(
        text.contains("No run in the history yet, so nothing is foretold of: flatpak, gem, pipx."),
        text);
    assertFalse(text.contains("not here"), text);
    assertEquals("", err.toString());
  }

  @Test
  void addsUpWhatWaits() {
    remember("apt", 8);
    remember("gem", 8);
    addApt(3);
    addEvery();

    run("check", "apt", "gem", "snap");

    String text = out.toString();
    assertTrue(line(text, "all together").matches("all together +4 +256 MiB +[1-9].* min.*"), text);
    assertTrue(line(text, "snap").matches("snap +not here +–.*"), text);
    assertTrue(text.contains("snap: there is no snap"), text);
  }

  @Test
  void sumsOfWhichAPartIsNotToldAreAtLeastThat() {
    remember("apt", 8);
    remember("pipx", 8);
    addApt(3);
    addEvery();
    run("check", "apt", "pipx");
    assertTrue(
        line(out.toString(), "all together")
            .matches("all together +at least 3 +at least 160 MiB +.*"),
        out.toString());
  }

  @Test
  void tellsVersionsToThoseWhoWantToKnowEverything() {
    addApt(12);
    run("check", "-v");
    assertTrue(out.toString().contains("package-12 1.12 to 2.12"), out.toString());
    assertFalse(out.toString().contains("more ("));
  }

  @Test
  void tellsWhatPluginsSayThemselvesWhereThePastSaysNothing() {
    catalogue.add(ScriptedPlugin.with("tool", new AnnouncedWork(2, List.of(), null, null, 75.0)));
    run("check");
    assertTrue(
        out.toString().contains("tool says itself that it takes 1 min 15 s."), out.toString());
  }

  @Test
  void exitsWith100WhereUpdatesWaitIfThatIsAsked() {
    addApt(1);
    assertEquals(ExitCode.DONE, run("check"));
    assertEquals(ExitCode.UPDATES_WAIT, run("check", "--exit-code"));
    catalogue.add(ScriptedPlugin.with("npm", AnnouncedWork.NOTHING));
    assertEquals(ExitCode.DONE, run("check", "--exit-code", "npm"));
  }

  @Test
  void aPluginThatCannotBeAskedIsShownWithItsReason() {
    addApt(1);
    catalogue.add(
        new ScriptedPlugin(
            NPM, limit -> PreflightReport.failed(NPM, "no network\u001b[31m", SECOND)));
    assertEquals(ExitCode.NOT_AS_HOPED, run("check", "--exit-code", "--quiet"));
    assertTrue(line(out.toString(), "npm").matches("npm +failed +–.*"), out.toString());
    assertEquals("update-all: npm: no network\\u001b[31m", err.toString().strip());
  }

  @Test
  void complainsOfWhatIsNotThere() {
    addApt(1);
    catalogue.disable(NPM);
    assertEquals(ExitCode.NOT_AS_HOPED, run("check", "--exit-code", "npm", "a$(pt)"));
    assertTrue(err.toString().contains("there is no plugin a$(pt)"), err.toString());
    assertTrue(err.toString().contains("npm is switched off in the configuration"), err.toString());
    assertTrue(out.toString().contains("nothing here that a plugin could update"), out.toString());
  }

  @Test
  void complainsOfWhatIsWrongAndShowsTheRest() {
    addApt(1);
    catalogue.refuse(new PluginName("bad"));
    assertEquals(ExitCode.FILE_REFUSED, run("check"));
    assertTrue(err.toString().contains("bad, line 1: it is wrong. Mend it"), err.toString());
    assertTrue(line(out.toString(), "apt").contains("updates wait"));
  }

  @Test
  void givesEachPluginTheTimeThatIsAllowed() {
    addApt(1);
    run("check");
    run("check", "--timeout", "90s");
    run("check", "--timeout", "5m");
    run("check", "--timeout", "1h");
    assertEquals(Stream.of(120, 90, 300, 3600).map(Duration::ofSeconds).toList(), limits);
  }

  @Test
  void refusesWrongWords() {
    addApt(1);
    assertEquals(ExitCode.WRONG_USAGE, run("check", "--timeout", "soon"));
    assertTrue(err.toString().contains("'soon' is no time such as 90s, 15m or 2h"), err.toString());
    assertEquals(ExitCode.WRONG_USAGE, run("check", "--timeout", "0"));
    assertEquals(ExitCode.WRONG_USAGE, run("check", "--level", "1.5"));
    assertEquals(ExitCode.WRONG_USAGE, run("check", "a\nb"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("check", "--host", "nowhere"));
    assertEquals(List.of(), limits);
  }

  @Test
  void tellsMachinesEverything() {
    remember("apt", 8);
    addApt(2);
    addEvery();

    assertEquals(ExitCode.DONE, run("check", "--json"));

    JsonNode document = JsonMapper.builder().build().readTree(out.toString());
    assertTrue(document.get("updates_wait").booleanValue());
    assertEquals("atlas", document.get("host").stringValue());
    JsonNode apt = document.get("plugins").get(0);
    assertEquals("apt", apt.get("plugin").stringValue());
    assertEquals("updates", apt.get("state").stringValue());
    assertEquals(2, apt.get("packages_to_update").intValue());
    assertEquals(168_282_864L, apt.get("announced_download_bytes").longValue());
    assertEquals("exact", apt.get("announced_download_precision").stringValue());
    assertEquals("1.1", apt.get("packages").get(0).get("installed").stringValue());
    assertEquals(1.0, apt.get("check_seconds").doubleValue());
    assertTrue(apt.get("reason").isNull());
    JsonNode seconds = apt.get("estimate").get("wall_clock_seconds");
    assertTrue(seconds.get("lower").doubleValue() < seconds.get("point").doubleValue());
    assertTrue(seconds.get("point").doubleValue() < seconds.get("upper").doubleValue());
    JsonNode snap = document.get("plugins").get(5);
    assertEquals("not_applicable", snap.get("state").stringValue());
    assertEquals("there is no snap", snap.get("reason").stringValue());
    assertTrue(snap.get("packages_to_update").isNull());
    assertTrue(snap.get("estimate").isNull());
    JsonNode total = document.get("total");
    assertEquals(5, total.get("packages_to_update").intValue());
    assertEquals("pipx", total.get("without_packages").get(0).stringValue());
    assertTrue(total.get("estimate").get("wall_clock_seconds").get("point").isNumber());
    assertEquals(0, document.get("refused").size());
  }

  @Test
  void aPersonWithoutAnyPluginIsToldSo() {
    assertEquals(ExitCode.DONE, run("check"));
    assertTrue(out.toString().contains("nothing here that a plugin could update"));
    assertEquals(ExitCode.DONE, run("check", "--json"));
  }

  private void addApt(int packages) {
    PluginName apt = new PluginName("apt");
    AnnouncedWork work =
        AnnouncedWork.of(
                IntStream.rangeClosed(1, packages)
                    .mapToObj(i -> new PackageUpdate("package-" + i, "1." + i, "2." + i, null))
                    .toList())
            .or(AnnouncedWork.ofBytes(168_282_864, DownloadPrecision.EXACT));
    catalogue.add(
        new ScriptedPlugin(
            apt,
            limit -> {
              limits.add(limit);
              return PreflightReport.of(apt, work, SECOND);
            }));
  }

  /** One of every finding, but for failures. */
  private void addEvery() {
    PluginName pipx = new PluginName("pipx");
    PluginName snap = new PluginName("snap");
    catalogue
        .add(ScriptedPlugin.with("npm", AnnouncedWork.NOTHING))
        .add(
            ScriptedPlugin.with(
                "flatpak",
                AnnouncedWork.ofCount(2)
                    .or(AnnouncedWork.ofBytes(1 << 20, DownloadPrecision.UPPER_BOUND))))
        .add(
            ScriptedPlugin.with(
                "gem",
                AnnouncedWork.ofCount(1)
                    .or(AnnouncedWork.ofBytes(100_000_000, DownloadPrecision.ROUNDED))))
        .add(
            new ScriptedPlugin(
                pipx, limit -> PreflightReport.untold(pipx, "it has no such option", SECOND)))
        .add(
            new ScriptedPlugin(
                snap, limit -> PreflightReport.notApplicable(snap, "there is no snap", SECOND)));
  }

  private void remember(String plugin, int count) {
    try (UpdateAll updateAll = UpdateAll.open(settings())) {
      for (int i = 0; i < count; i++) {
        var start = Runs.NOON.plus(Duration.ofDays(i));
        updateAll.record(
            Runs.run(plugin.hashCode() % 1000 * 100 + i)
                .startingAt(start)
                .endingAt(start.plusSeconds(600))
                .on("atlas")
                .executing(Runs.execution(plugin, 100 + i % 5))
                .build());
      }
    }
  }

  private Settings settings() {
    return Settings.of(home.resolve("history.duckdb")).withHostname("atlas");
  }

  private static String line(String text, String beginning) {
    return text.lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  private int run(String... words) {
    AbstractModule replacement =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(PluginCatalogue.class).toInstance(catalogue);
            bind(PreflightCache.class).toInstance(new InMemoryPreflightCache());
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings, unused -> UpdateAll.open(settings(), replacement)).run(words);
  }
}
