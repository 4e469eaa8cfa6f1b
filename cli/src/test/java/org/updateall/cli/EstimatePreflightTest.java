package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ScriptedPlugin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code update-all estimate} makes of what plugins said. */
final class EstimatePreflightTest {

  private static final PluginName APT = new PluginName("apt");

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final InMemoryPreflightCache cache = new InMemoryPreflightCache();
  private final ScriptedPlugin asked = ScriptedPlugin.with("apt", AnnouncedWork.ofCount(5));

  @BeforeEach
  void rememberRuns() {
    catalogue.add(asked);
    remember(settings().hostname());
  }

  @Test
  void tellsWhatWasSaidAndStartsNoProgram() {
    keep(work(14, 71_303_168), Duration.ofMinutes(125));

    assertEquals(ExitCode.DONE, run("estimate"));

    assertTrue(
        out.toString()
            .contains(
                "apt: 14 packages to update, 68 MiB to download, as asked 2 h ago"
                    + " (--no-preflight leaves that out)"),
        out.toString());
    assertTrue(out.toString().contains("announced, spread assumed"), out.toString());
    assertEquals(0, asked.questions());
    assertEquals("", err.toString());
  }

  @Test
  void explainsWithWhatWasSaid() {
    keep(work(14, 71_303_168), Duration.ofMinutes(125));

    assertEquals(ExitCode.DONE, run("explain", "--no-preflight"));
    String without = out.toString();
    assertFalse(without.contains("as asked"), without);
    assertEquals(ExitCode.DONE, run("explain"));

    String with = out.toString().substring(without.length());
    assertTrue(with.contains("apt: 14 packages to update, 68 MiB to download, as asked 2 h"), with);
    assertEquals(0, asked.questions());
  }

  @Test
  void asksNowIfThatIsWanted() {
    keep(work(14, 71_303_168), Duration.ofHours(2));
    PluginName npm = new PluginName("npm");
    catalogue.add(
        new ScriptedPlugin(
            npm, limit -> PreflightReport.failed(npm, "it is broken", Duration.ZERO)));

    assertEquals(ExitCode.DONE, run("estimate", "--preflight"));

    assertTrue(out.toString().contains("apt: 5 packages to update, as asked just now"));
    assertEquals("Note: npm could not be asked: it is broken", err.toString().strip());
    assertEquals(AnnouncedWork.ofCount(5), kept().work());
  }

  @Test
  void leavesItOutIfThatIsWanted() {
    keep(work(14, 71_303_168), Duration.ofHours(2));
    assertEquals(ExitCode.DONE, run("estimate", "--no-preflight"));
    assertFalse(out.toString().contains("as asked"), out.toString());
    assertFalse(out.toString().contains("announced"), out.toString());
  }

  @Test
  void wordsOfTheCommandLineWin() {
    keep(work(14, 71_303_168), Duration.ofHours(2));
    assertEquals(ExitCode.DONE, run("estimate", "apt", "--packages", "3"));
    assertFalse(out.toString().contains("as asked"), out.toString());
  }

  @Test
  void tellsOfWhatIsUpToDateAndOfWhatSaysNoFigure() {
    keep(AnnouncedWork.NOTHING, Duration.ofMinutes(7));
    run("estimate");
    assertTrue(
        out.toString()
            .contains("apt: up to date; the figures are those of an update, as asked 7 min ago"),
        out.toString());

    keep(AnnouncedWork.UNTOLD, Duration.ofMinutes(7));
    run("estimate");
    assertTrue(out.toString().contains("apt: updates wait, as asked 7 min ago"), out.toString());
  }

  @Test
  void nobodyIsAskedOfAnotherMachine() {
    remember("vega");
    assertEquals(ExitCode.DONE, run("estimate", "--preflight", "--host", "vega"));
    assertTrue(err.toString().contains("Note: nobody was asked"), err.toString());
    assertEquals(Map.of(), cache.recall());
  }

  @Test
  void whatNobodySaidIsNull() {
    assertTrue(preflight().isNull());
  }

  @Test
  void scriptsCanRelyOnTheKeys() {
    keep(AnnouncedWork.ofCount(14), Duration.ofHours(2));
    JsonNode preflight = preflight();
    assertEquals(kept().asked().toString(), text(preflight, "asked_at"));
    assertEquals(14, preflight.get("packages").intValue());
    assertTrue(preflight.get("download_bytes").isNull());
  }

  private JsonNode preflight() {
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("estimate", "--json"));
    JsonNode document = JsonMapper.shared().readTree(out.toString());
    return document.get("plugins").get(0).get("preflight");
  }

  private CachedPreflight kept() {
    return Objects.requireNonNull(cache.recall().get(APT));
  }

  private static String text(JsonNode object, String field) {
    return object.get(field).stringValue();
  }

  private static AnnouncedWork work(int packages, long bytes) {
    return AnnouncedWork.ofCount(packages)
        .or(AnnouncedWork.ofBytes(bytes, DownloadPrecision.ROUNDED));
  }

  private void remember(String host) {
    try (UpdateAll updateAll = UpdateAll.open(settings())) {
      for (int i = 0; i < 4; i++) {
        updateAll.record(
            Runs.run((host.equals("vega") ? 10 : 1) + i)
                .startingAt(Runs.NOON.plus(Duration.ofDays(i)))
                .endingAt(Runs.NOON.plus(Duration.ofDays(i)).plusSeconds(600))
                .on(host)
                .executing(Runs.execution("apt", 100 + i))
                .build());
      }
    }
  }

  private void keep(AnnouncedWork work, Duration age) {
    PreflightReport report =
        work.equals(AnnouncedWork.UNTOLD)
            ? new PreflightReport(
                APT, PreflightReport.Finding.UPDATES, work, "", Duration.ofSeconds(1))
            : PreflightReport.of(APT, work, Duration.ofSeconds(1));
    cache.keep(List.of(report), Instant.now().minus(age));
  }

  private Settings settings() {
    return Settings.of(home.resolve(".local/share/update-all/history.duckdb"));
  }

  private int run(String... words) {
    AbstractModule replacement =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(PluginCatalogue.class).toInstance(catalogue);
            bind(PreflightCache.class).toInstance(cache);
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings, settings -> UpdateAll.open(settings, replacement)).run(words);
  }
}
