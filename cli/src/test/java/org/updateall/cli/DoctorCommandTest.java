package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.updateall.application.importing.ImportSystemHistory;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code update-all doctor} says. */
final class DoctorCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<HistoryImporter> importers = new ArrayList<>();

  @Test
  void makesNothingWhereThereIsNothing() throws IOException {
    assertEquals(ExitCode.DONE, run("doctor"));

    assertTrue(line("state").contains("not there yet"), out.toString());
    assertTrue(line("configuration").endsWith("config.yaml (not there)"), out.toString());
    assertTrue(line("logs").endsWith("logs (not there)"), out.toString());
    assertTrue(line("cache").endsWith(".cache/update-all (not there)"), out.toString());
    assertTrue(out.toString().contains("there is none yet"), out.toString());
    assertEquals("", err.toString());
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void staysWithinAHundredColumnsWhereNoWordIsLonger() {
    importers.add(
        new Source("apt", Detection.unreadable(List.of("/nowhere/log"), "very ".repeat(60))));

    run("doctor");

    for (String line : out.toString().lines().toList()) {
      assertTrue(line.length() <= 100 || line.strip().split(" +").length <= 3, line);
    }
  }

  @Test
  void tellsOfAHistoryThatIsThere() {
    remember();

    assertEquals(ExitCode.DONE, run("doctor"));
    JsonNode history = json(ExitCode.DONE).get("history");

    assertTrue(line("state").contains("3 runs with "), out.toString());
    assertTrue(out.toString().contains("DuckDB "), out.toString());
    assertFalse(out.toString().contains("there is none yet"), out.toString());
    assertEquals(3, history.get("runs").asLong());
    assertEquals(0, history.get("runs_under_way").asInt());
    assertTrue(history.get("exists").asBoolean());
  }

  @Test
  void aHistoryThatCannotBeUsedIsBroken() throws IOException {
    Path database = Files.createDirectories(database().getParent()).resolve("history.duckdb");
    Files.writeString(database, "this is no database at all".repeat(500));

    assertEquals(ExitCode.NOT_AS_HOPED, run("doctor"));
    JsonNode document = json(ExitCode.NOT_AS_HOPED);

    assertTrue(line("state").contains("cannot be used: "), out.toString());
    assertTrue(document.get("broken").asBoolean());
    assertTrue(document.get("history").get("problem").asString().contains("history.duckdb"));
    assertEquals("history", document.get("missing").get(0).get("area").asString());
  }

  @Test
  void anOldHistoryIsDeprecatedAndADamagedOneBroken() throws IOException {
    Path file = home.resolve("history.json");
    LegacyFile.write(file, new SyntheticHistory(1).runs());

    assertEquals(ExitCode.DONE, run("doctor", "--db", file.toString()));
    assertTrue(out.toString().contains("as the Python update-all keeps it"), out.toString());
    assertTrue(
        out.toString().replaceAll("\\s+", " ").contains("update-all import " + file),
        out.toString());

    Files.writeString(file, "[{");
    assertEquals(ExitCode.NOT_AS_HOPED, run("doctor", "--db", file.toString()));
  }

  @Test
  void aConfigurationThatIsRefusedIsBroken() throws IOException {
    configure("plugins: [this, is, wrong]");

    assertEquals(ExitCode.NOT_AS_HOPED, run("doctor"));

    assertTrue(line("refused").contains("config.yaml"), out.toString());
    assertTrue(json(ExitCode.NOT_AS_HOPED).get("refused").size() > 0);
  }

  @Test
  void tellsWhichPluginsAreHereWhichAreNotAndWhichCannotTell() throws IOException {
    program("apt-get", "exit 1");
    program("apt", "exit 1");
    plugin("mute", "exit 9");
    configure("plugins: {npm: {enabled: false}}");

    assertEquals(ExitCode.DONE, run("doctor"), err::toString);
    JsonNode plugins = json(ExitCode.DONE).get("plugins");

    assertTrue(line("here").contains("apt"), out.toString());
    assertTrue(line("not here").contains("brew"), out.toString());
    assertTrue(line("unknown").contains("mute: "), out.toString());
    assertTrue(line("switched off").endsWith("npm"), out.toString());
    assertEquals("apt", plugins.get(0).get("plugin").asString());
    assertEquals("applies", plugins.get(0).get("verdict").asString());
  }

  @Test
  void saysWhenNoPluginApplies() {
    run("doctor");
    assertTrue(out.toString().contains("none applies to this machine"), out.toString());
  }

  @Test
  void tellsEachFigureWithItsMethodOrWhyItIsAbsent() {
    JsonNode measuring = json(ExitCode.DONE).get("measuring");

    assertEquals("wall_clock", measuring.get(0).get("figure").asString());
    assertEquals("monotonic_clock", measuring.get(0).get("method").asString());
    for (JsonNode each : measuring) {
      assertTrue(each.get("method").isNull() != each.get("absence").isNull(), each.toString());
    }
    run("doctor");
    assertTrue(line("network").contains("not measured: "), out.toString());
  }

  @Test
  void tellsWhatTheMachineRemembersAndHowToReadTheRest() throws IOException {
    Path closed = Files.createFile(home.resolve("closed.log"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-r-----"));
    importers.add(
        new Source(
            "apt", Detection.found(List.of("/var/log/one", "/var/log/two")).remarking("as root")));
    importers.add(new Source("journal", Detection.unreadable(List.of("journalctl"), "no access")));
    importers.add(new Source("open", Detection.unreadable(List.of(closed.toString()), "damaged")));
    importers.add(new Source("gone", Detection.unreadable(List.of("/nowhere/x"), "no access")));
    importers.add(new Source("dnf", Detection.absent()));
    importers.add(new Private("zsh", Detection.found(List.of("/root/.zsh_history"))));

    assertEquals(ExitCode.DONE, run("doctor"));

    assertTrue(line("apt").endsWith("/var/log/one and 1 more (as root)"), out.toString());
    assertTrue(line("journal ").endsWith("journalctl; cannot be read (no access)"), out.toString());
    assertTrue(line("zsh").endsWith("private, read only when it is named"), out.toString());
    assertTrue(out.toString().lines().anyMatch(each -> each.matches(" +not here +dnf")));
    JsonNode missing = json(ExitCode.DONE).get("missing");
    assertEquals(
        "add yourself to the group adm or systemd-journal, or run it as root",
        remedy(missing, "journal"));
    assertEquals("run it as root", remedy(missing, "gone"));
    assertTrue(remedy(missing, "open").startsWith("it is left out"), missing.toString());
    assertTrue(out.toString().contains("import --from-system"), out.toString());
  }

  @Test
  void logsWhereLogsAreAlready() throws IOException {
    Path logs = Files.createDirectories(home.resolve(".local/state/update-all/logs"));

    run("doctor");
    assertFalse(Files.exists(logs.resolve("update-all.log")), "nothing was logged");
    LoggerFactory.getLogger(DoctorCommandTest.class).warn("something is logged");

    assertTrue(Files.readString(logs.resolve("update-all.log")).contains("something is logged"));
    assertTrue(line("logs").endsWith("update-all/logs"), out.toString());
  }

  @Test
  void aPlaceThatIsNoDirectoryIsInTheWay() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertEquals(
        ExitCode.NOT_AS_HOPED, run("doctor", "--db", file.resolve("sub/x.duckdb").toString()));

    assertTrue(line("state").contains("cannot be used: "), out.toString());
    assertTrue(out.toString().contains(file.toString()), out.toString());
    KeptPlace place = KeptPlace.written(file.resolve("sub/x"));
    assertEquals(KeptPlace.State.UNWRITABLE, place.state());
    assertEquals(file, place.obstacle());
    assertTrue(place.inWords().endsWith("(this user may not write to " + file + ")"));
  }

  @Test
  void aHomeThatMayNotBeWrittenIsSaidBeforeAnythingIsStored() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(home), "root may write anywhere");

    assertEquals(ExitCode.NOT_AS_HOPED, run("doctor"));

    assertTrue(line("state").endsWith("this user may not make it"), out.toString());
    assertFalse(json(ExitCode.NOT_AS_HOPED).get("history").get("exists").asBoolean());
  }

  @Test
  void nothingThatSteersATerminalIsPrinted() {
    importers.add(new Source("apt", Detection.found(List.of("/var/log/\u001b[31mred"))));

    run("doctor");

    assertFalse(out.toString().contains("\u001b"), out.toString());
  }

  private static String remedy(JsonNode missing, String source) {
    for (JsonNode each : missing) {
      if (each.get("what").asString().startsWith(source + ":")) {
        return each.get("remedy").asString();
      }
    }
    throw new AssertionError(source + " is not missing: " + missing);
  }

  private void remember() {
    try (UpdateAll updateAll = UpdateAll.open(Settings.of(database()))) {
      Runs.many(3).forEach(updateAll::record);
    }
  }

  private Path database() {
    return home.resolve(".local/share/update-all/history.duckdb");
  }

  private void configure(String text) throws IOException {
    Path directory = Files.createDirectories(home.resolve(".config/update-all"));
    Files.writeString(directory.resolve("config.yaml"), text);
  }

  private void program(String name, String script) throws IOException {
    executable(Files.createDirectories(home.resolve("bin")).resolve(name), script);
  }

  private void plugin(String name, String script) throws IOException {
    executable(
        Files.createDirectories(home.resolve(".local/share/update-all/plugins")).resolve(name),
        script);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String line(String label) {
    return out.toString()
        .lines()
        .filter(each -> each.startsWith("  " + label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line of " + label + ": " + out));
  }

  private JsonNode json(int exitCode) {
    out.getBuffer().setLength(0);
    assertEquals(exitCode, run("doctor", "--json"), err::toString);
    JsonNode document = MAPPER.readTree(out.toString());
    out.getBuffer().setLength(0);
    run("doctor");
    return document;
  }

  private int run(String... words) {
    AbstractModule replacement =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(ImportSystemHistory.class)
                .toInstance(
                    new ImportSystemHistory(importers, new InMemoryRunHistory(Clock.systemUTC())));
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of("PATH", home.resolve("bin").toString()),
            home,
            false,
            null);
    return new Program(surroundings, settings -> UpdateAll.open(settings, replacement)).run(words);
  }

  private record Source(String id, Detection detection) implements HistoryImporter {

    @Override
    public String description() {
      return id + ", made up";
    }

    @Override
    public Detection detect(SourceMachine machine) {
      return detection;
    }

    @Override
    public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
      throw new AssertionError("read: " + id);
    }
  }

  private record Private(String id, Detection detection) implements HistoryImporter {

    @Override
    public String description() {
      return id + ", private";
    }

    @Override
    public boolean onlyWhenNamed() {
      return true;
    }

    @Override
    public Detection detect(SourceMachine machine) {
      return detection;
    }

    @Override
    public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
      throw new AssertionError("read: " + id);
    }
  }
}
