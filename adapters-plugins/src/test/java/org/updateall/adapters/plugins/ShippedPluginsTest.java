package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.updateall.adapters.plugins.ScriptedAsking.captured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.updating.Applicability;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PackageUpdate;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.ProgressEvent.Advanced;
import org.updateall.domain.updating.StepOutcome;
import org.updateall.domain.updating.StepReader;
import org.updateall.domain.updating.UpdatePlugin;

/** What is shipped, on what the programs print. */
final class ShippedPluginsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  /**
   * What a pre-flight came to.
   *
   * @param packages how many; null if that is not told
   * @param bytes how much; null if that is not told
   */
  private record Found(
      Finding finding,
      @Nullable Integer packages,
      @Nullable Long bytes,
      @Nullable DownloadPrecision precision) {

    private static final Found NOTHING =
        new Found(Finding.UP_TO_DATE, 0, 0L, DownloadPrecision.EXACT);

    private static Found updates(int packages) {
      return new Found(Finding.UPDATES, packages, null, null);
    }

    private static Found updates(int packages, long bytes, DownloadPrecision precision) {
      return new Found(Finding.UPDATES, packages, bytes, precision);
    }

    private static Found of(PreflightReport report) {
      return new Found(
          report.finding(),
          report.work().packageCount(),
          report.work().downloadBytes(),
          report.work().precision());
    }
  }

  @TestFactory
  Stream<DynamicTest> readsWhatWouldBeDone() {
    return Stream.of(
        preflight(
            "apt 2.6",
            "apt",
            Found.updates(136, 220_854_436, DownloadPrecision.EXACT),
            aptSaying("apt-2.6-simulation.txt", captured("apt-2.6-uris.txt"))),
        preflight(
            "apt 1.0, everything fetched already",
            "apt",
            Found.updates(4, 0, DownloadPrecision.EXACT),
            aptSaying("apt-1.0-simulation.txt", "")),
        preflight(
            "apt 3.0",
            "apt",
            Found.updates(3, 0, DownloadPrecision.EXACT),
            aptSaying("apt-3.0-simulation.txt", "")),
        preflight("apt 2.6, nothing", "apt", Found.NOTHING, aptSaying("apt-2.6-nothing.txt", "")),
        preflight("apt 3.0, nothing", "apt", Found.NOTHING, aptSaying("apt-3.0-nothing.txt", "")),
        preflight(
            "dnf 4",
            "dnf",
            Found.updates(3, 70_936 + 18_874_368 + 837_204, DownloadPrecision.EXACT),
            new ScriptedAsking().on("dnf", 0, captured("dnf-4-repoquery.txt"))),
        preflight(
            "dnf 5",
            "dnf",
            Found.updates(3, 70_936 + 2_150_400 + 2_306_867, DownloadPrecision.EXACT),
            new ScriptedAsking().on("dnf", 0, captured("dnf-5-repoquery.txt"))),
        preflight("dnf, nothing", "dnf", Found.NOTHING, new ScriptedAsking().on("dnf", 0, "")),
        preflight(
            "checkupdates",
            "pacman",
            Found.updates(3),
            new ScriptedAsking().on("checkupdates", 0, captured("checkupdates-1.9.txt"))),
        preflight(
            "checkupdates, nothing",
            "pacman",
            Found.NOTHING,
            new ScriptedAsking().on("checkupdates", 2, "")),
        preflight(
            "checkupdates fails, pacman answers",
            "pacman",
            Found.updates(2, 134_217_728, DownloadPrecision.EXACT),
            new ScriptedAsking()
                .complaining("checkupdates", 1, "==> ERROR: Cannot fetch updates")
                .on("pacman", 0, captured("pacman-6-print.txt"))),
        preflight(
            "pacman, nothing",
            "pacman",
            Found.NOTHING,
            new ScriptedAsking()
                .complaining("checkupdates", 1, "==> ERROR: Cannot fetch updates")
                .on("pacman", 0, captured("pacman-6-nothing.txt"))),
        preflight(
            "zypper as root",
            "zypper",
            Found.updates(3, 23_592_960, DownloadPrecision.EXACT),
            new ScriptedAsking().on("zypper", 0, captured("zypper-1.14-dry-run.xml"))),
        preflight(
            "zypper as a user",
            "zypper",
            Found.updates(1),
            new ScriptedAsking()
                .on(
                    "zypper --non-interactive --no-refresh --xmlout update",
                    5,
                    captured("zypper-1.14-error.xml"))
                .on("zypper", 0, captured("zypper-1.14-list.xml"))),
        preflight(
            "zypper, nothing",
            "zypper",
            Found.NOTHING,
            new ScriptedAsking().on("zypper", 0, captured("zypper-1.14-nothing.xml"))),
        preflight(
            "snap 2.61",
            "snap",
            Found.updates(2, 297_400_000, DownloadPrecision.ROUNDED),
            new ScriptedAsking().on("snap", 0, captured("snap-2.61-list.txt"))),
        preflight(
            "snap 2.32",
            "snap",
            Found.updates(1),
            new ScriptedAsking().on("snap", 0, captured("snap-2.32-list.txt"))),
        preflight(
            "snap, nothing",
            "snap",
            Found.NOTHING,
            new ScriptedAsking().on("snap", 0, captured("snap-nothing.txt"))),
        preflight(
            "flatpak 1.14",
            "flatpak",
            Found.updates(3, 413_800_512, DownloadPrecision.UPPER_BOUND),
            new ScriptedAsking().on("flatpak", 0, captured("flatpak-1.14-updates.txt"))),
        preflight(
            "flatpak 1.12, one size not known",
            "flatpak",
            Found.updates(2),
            new ScriptedAsking().on("flatpak", 0, captured("flatpak-1.12-updates.txt"))),
        preflight(
            "flatpak, nothing",
            "flatpak",
            Found.NOTHING,
            new ScriptedAsking().on("flatpak", 0, "")),
        preflight(
            "brew 4",
            "brew",
            Found.updates(2),
            new ScriptedAsking().on("brew", 0, captured("brew-4-outdated.json"))),
        preflight(
            "brew 2",
            "brew",
            Found.updates(1),
            new ScriptedAsking().on("brew", 1, captured("brew-2-outdated.json"))),
        preflight(
            "pipx 1.16",
            "pipx",
            Found.updates(1),
            new ScriptedAsking().on("pipx", 0, captured("pipx-1.16-outdated.json"))),
        preflight(
            "pipx 1.2",
            "pipx",
            new Found(Finding.UNTOLD, null, null, null),
            new ScriptedAsking().complaining("pipx", 2, "pipx: error: unrecognized arguments")),
        preflight(
            "npm 11",
            "npm",
            Found.updates(2),
            new ScriptedAsking().on("npm", 1, captured("npm-11-outdated.json"))),
        preflight(
            "npm 6",
            "npm",
            Found.updates(3),
            new ScriptedAsking().on("npm", 1, captured("npm-6-outdated.json"))),
        preflight("npm 11, nothing", "npm", Found.NOTHING, new ScriptedAsking().on("npm", 0, "{}")),
        preflight("npm 6, nothing", "npm", Found.NOTHING, new ScriptedAsking().on("npm", 0, "")),
        preflight(
            "cargo-update 13",
            "cargo",
            Found.updates(2),
            new ScriptedAsking().on("cargo", 0, captured("cargo-update-13-list.txt"))),
        preflight(
            "cargo-update 13, nothing",
            "cargo",
            Found.NOTHING,
            new ScriptedAsking().on("cargo", 0, captured("cargo-update-13-nothing.txt"))),
        preflight(
            "rustup 1.29",
            "rustup",
            Found.updates(2),
            new ScriptedAsking().on("rustup", 100, captured("rustup-1.29-check.txt"))),
        preflight(
            "rustup 1.26",
            "rustup",
            Found.updates(1),
            new ScriptedAsking().on("rustup", 0, captured("rustup-1.26-check.txt"))),
        preflight(
            "rustup 1.26, nothing",
            "rustup",
            Found.NOTHING,
            new ScriptedAsking().on("rustup", 0, captured("rustup-1.26-nothing.txt"))),
        preflight(
            "gem 3",
            "gem",
            Found.updates(2),
            new ScriptedAsking().on("gem", 0, captured("gem-3-outdated.txt"))),
        preflight("gem, nothing", "gem", Found.NOTHING, new ScriptedAsking().on("gem", 0, "")));
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeReadIsNotTakenForNothing() {
    return ShippedDeclarations.NAMES.stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      ScriptedAsking strange =
                          new ScriptedAsking().on("", 0, "the quick brown fox\njumps over\n");
                      PreflightReport report = plugin(name, strange).preflight(MINUTE);
                      assertEquals(Finding.FAILED, report.finding());
                      assertNull(report.work().packageCount());
                      assertNull(report.work().downloadBytes());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> tellsWhatWentWrong() {
    return Stream.of(
            new String[] {"npm", "npm-11-offline.json", "npm: npm reports: request failed"},
            new String[] {"pipx", "pipx-1.16-errors.json", "could not reach the index"},
            new String[] {"zypper", "zypper-1.14-error.xml", "Root privileges are required"})
        .map(
            each ->
                dynamicTest(
                    each[0],
                    () -> {
                      ScriptedAsking asking = new ScriptedAsking().on("", 0, captured(each[1]));
                      PreflightReport report = plugin(each[0], asking).preflight(MINUTE);
                      assertEquals(Finding.FAILED, report.finding());
                      assertTrue(report.reason().contains(each[2]), report.reason());
                    }));
  }

  @Test
  void namesPackagesWithTheirVersions() throws IOException {
    ScriptedAsking asking = aptSaying("apt-1.0-simulation.txt", "");
    List<PackageUpdate> packages = plugin("apt", asking).preflight(MINUTE).work().packages();
    assertEquals(
        new PackageUpdate("libssl1.0.0", "1.0.1t-1+deb8u11", "1.0.1t-1+deb8u12", null),
        packages.get(0));
    assertEquals(
        new PackageUpdate("linux-image-3.16.0-11-amd64", null, "3.16.84-1", null), packages.get(1));
  }

  @Test
  void allCommandsTogetherTakeNoLongerThanAllowed() throws IOException {
    plugin("apt", new ScriptedAsking());
    AtomicLong seconds = new AtomicLong();
    ScriptedAsking asking =
        aptSaying("apt-1.0-simulation.txt", "")
            .failing("apt-get -qq", "apt-get did not answer within 2 s");
    Asking slow =
        (command, environment, limit) -> {
          seconds.addAndGet(asking.asked.isEmpty() ? 8 : 2);
          return asking.ask(command, environment, limit);
        };
    PreflightReport report =
        new DeclaredPlugin(
                declaration("apt"),
                new Programs(folder.toString()),
                slow,
                () -> TimeUnit.SECONDS.toNanos(seconds.get()))
            .preflight(Duration.ofSeconds(10));
    assertEquals(List.of(Duration.ofSeconds(10), Duration.ofSeconds(2)), asking.limits);
    assertEquals("it did not answer within 10 s", report.reason());
    assertEquals(Duration.ofSeconds(10), report.duration());
  }

  @Test
  void asksInPlainLanguage() throws IOException {
    ScriptedAsking asking = aptSaying("apt-2.6-nothing.txt", "");
    plugin("apt", asking).preflight(MINUTE);
    assertEquals("C", asking.environments.get(0).get("LC_ALL"));
    assertEquals("noninteractive", asking.environments.get(0).get("DEBIAN_FRONTEND"));
    assertEquals(1, asking.asked.size(), "nothing waits, so sizes are not asked for");
  }

  @TestFactory
  Stream<DynamicTest> doesNotApplyWhereItsProgramIsMissing() {
    return ShippedDeclarations.NAMES.stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      UpdatePlugin plugin =
                          new DeclaredPlugin(
                              declaration(name),
                              new Programs(folder.toString()),
                              new ScriptedAsking(),
                              () -> 0);
                      assertEquals(
                          Applicability.Verdict.DOES_NOT_APPLY,
                          plugin.applicability(MINUTE).verdict());
                      assertEquals(Finding.NOT_APPLICABLE, plugin.preflight(MINUTE).finding());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> readsWhatWasDone() {
    return Stream.of(
        outcome("apt-2.6-upgrade.txt", "apt", "upgrade", 3, 1_562_000L),
        outcome("apt-3.0-upgrade.txt", "apt", "upgrade", 3, 105_000_000L),
        outcome("apt-2.6-nothing.txt", "apt", "upgrade", 0, null),
        outcome("apt-3.0-upgrade.txt", "apt", "download", null, 105_000_000L),
        outcome("dnf-4-upgrade.txt", "dnf", "upgrade", 2, null),
        outcome("dnf-4-upgrade.txt", "dnf", "download", null, 19L << 20),
        outcome("dnf-5-upgrade.txt", "dnf", "upgrade", 1, null),
        outcome("dnf-5-upgrade.txt", "dnf", "download", null, 2L << 20),
        outcome("pacman-6-upgrade.txt", "pacman", "upgrade", 2, null),
        outcome("pacman-6-nothing.txt", "pacman", "upgrade", 0, null),
        outcome("pacman-6-upgrade.txt", "pacman", "download", null, 128L << 20),
        outcome("zypper-1.14-upgrade.txt", "zypper", "upgrade", 3, null),
        outcome("zypper-1.14-upgrade.txt", "zypper", "download", null, 23_592_960L),
        outcome("zypper-1.14.68-upgrade.txt", "zypper", "upgrade", 3, null),
        outcome("zypper-1.14.68-upgrade.txt", "zypper", "download", null, 3L << 19),
        outcome("snap-2.61-refresh.txt", "snap", "refresh", 2, null),
        outcome("snap-nothing.txt", "snap", "refresh", 0, null),
        outcome("flatpak-1.14-update.txt", "flatpak", "update", 3, null),
        outcome("brew-4-upgrade.txt", "brew", "upgrade", 2, null),
        outcome("pipx-1.2-upgrade.txt", "pipx", "upgrade", 1, null),
        outcome("npm-11-update.txt", "npm", "update", 22, null),
        outcome("cargo-update-13-update.txt", "cargo", "update", 2, null),
        outcome("rustup-1.26-update.txt", "rustup", "update", 1, null),
        outcome("gem-3-update.txt", "gem", "update", 1, null),
        outcome("gem-3-outdated.txt", "gem", "update", null, null));
  }

  @Test
  void followsAptWhileItWorks() throws IOException {
    UpdatePlugin apt = plugin("apt", new ScriptedAsking());
    List<ProgressEvent> events =
        read(apt.reader(step(apt, "upgrade")), captured("apt-2.6-upgrade.txt"));
    assertEquals(new ProgressEvent.PhaseStarted(StepPhase.EXECUTE), events.get(0));
    assertEquals(
        List.of(0.0, 16.6667, 50.0, 83.3333),
        events.stream()
            .filter(Advanced.class::isInstance)
            .map(event -> ((Advanced) event).percent())
            .toList());
  }

  @Test
  void followsAptWhileItDownloads() throws IOException {
    UpdatePlugin apt = plugin("apt", new ScriptedAsking());
    StepReader reader = apt.reader(step(apt, "download"));
    assertEquals(
        List.of(
            new ProgressEvent.PhaseStarted(StepPhase.DOWNLOAD),
            new Advanced(StepPhase.DOWNLOAD, 0.0, "Retrieving file 1 of 2", null, null, null, null),
            new Advanced(
                StepPhase.DOWNLOAD, 74.0947, "Retrieving file 2 of 2", null, null, null, null)),
        read(
            reader,
            "dlstatus:1:0.0000:Retrieving file 1 of 2\ndlstatus:2:74.0947:Retrieving file 2 of 2\ndlstatus:2:nonsense\n"));
    read(reader, "Fetched 66.3 kB in 0s (670 kB/s)\n");
    assertEquals(new StepOutcome(null, 66_300L), reader.outcome());
  }

  @TestFactory
  Stream<DynamicTest> everyPluginIsWhole() {
    return ShippedDeclarations.NAMES.stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Declaration declaration = declaration(name);
                      assertTrue(!declaration.preflight().isEmpty());
                      assertTrue(!declaration.plan().steps(StepPhase.EXECUTE).isEmpty());
                      assertTrue(!declaration.plan().mutexes(StepPhase.EXECUTE).isEmpty());
                    }));
  }

  private static ScriptedAsking aptSaying(String simulation, String uris) {
    return new ScriptedAsking()
        .on("apt-get -s", 0, captured(simulation))
        .on("apt-get -qq", 0, uris);
  }

  private DynamicTest preflight(
      String version, String name, Found expected, ScriptedAsking asking) {
    return dynamicTest(
        version, () -> assertEquals(expected, Found.of(plugin(name, asking).preflight(MINUTE))));
  }

  private DynamicTest outcome(
      String capture, String name, String step, @Nullable Integer packages, @Nullable Long bytes) {
    return dynamicTest(
        "%s of %s, %s".formatted(step, name, capture),
        () -> {
          UpdatePlugin plugin = plugin(name, new ScriptedAsking());
          StepReader reader = plugin.reader(step(plugin, step));
          read(reader, captured(capture));
          assertEquals(new StepOutcome(packages, bytes), reader.outcome());
        });
  }

  private static List<ProgressEvent> read(StepReader reader, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return reader.accept(Channel.OUTPUT, bytes, bytes.length);
  }

  private static PluginStep step(UpdatePlugin plugin, String name) {
    return plugin.plan().steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Declaration declaration(String name) {
    List<FileRefused> defects = new ArrayList<>();
    YamlMap map = Objects.requireNonNull(ShippedDeclarations.read(defects).get(name));
    Declaration declaration =
        DeclarationReader.read(new PluginName(name), PluginOrigin.SHIPPED, map).get();
    assertEquals(List.of(), defects);
    return declaration;
  }

  /** The plugin, on a machine that has all its programs. */
  private UpdatePlugin plugin(String name, ScriptedAsking asking) throws IOException {
    Declaration declaration = declaration(name);
    for (String program : declaration.programs()) {
      program(program);
    }
    for (PreflightCommand command : declaration.preflight()) {
      program(command.program());
    }
    return new DeclaredPlugin(declaration, new Programs(folder.toString()), asking, () -> 0);
  }

  private void program(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
  }
}
