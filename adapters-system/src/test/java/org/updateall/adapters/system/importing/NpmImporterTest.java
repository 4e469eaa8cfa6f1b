package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

@Timeout(20)
class NpmImporterTest extends HistoryImporterContract {

  private static final String LOGS = "/home/ann/.npm/_logs/";
  private static final String STAMP = "2026-11-03T05_12_01_123Z";
  private static final Instant START = Instant.parse("2026-11-03T05:12:01.123Z");
  private static final String EXIT = "90 verbose exit 0\n91 info ok\n";
  private static final String CHANGES =
      """
      20 silly CHANGE node_modules/hull
      21 silly ADD node_modules/@harbour/oar
      22 silly CHANGE node_modules/hull/node_modules/keel
      23 silly REMOVE node_modules/mast
      """;

  @TempDir Path root;

  @TempDir Path elsewhere;

  @Override
  protected HistoryImporter importer() {
    return new NpmImporter();
  }

  @Override
  protected SourceMachine machine() {
    write("2026-11-01T05_12_01_123Z", log("update", "\"update\" \"--global\"") + EXIT);
    write("2026-11-02T05_12_01_123Z", log("run build", "\"run\" \"build\"") + EXIT);
    write(STAMP, log("i hull", "\"i\" \"--global\" \"hull\"") + EXIT);
    return tree().machine();
  }

  private LogTree tree() {
    return new LogTree(root);
  }

  private static String log(String title, String argv) {
    return """
        0 verbose cli /usr/bin/node /usr/bin/npm
        1 info using npm@11.19.1
        2 verbose title npm %s
        3 verbose argv %s
        4 verbose logfile logs-max:10 dir:/home/ann/.npm/_logs/
        """
        .formatted(title, argv);
  }

  /** The log of a run that took 61.5 seconds. */
  private LogTree write(String stamp, String log) {
    String file = LOGS + stamp + "-debug-0.log";
    String iso = stamp.substring(0, 11) + stamp.substring(11, 19).replace('_', ':') + "Z";
    return tree().write(file, log).touch(file, Instant.parse(iso).plusMillis(61_623));
  }

  private CollectedSightings read() {
    return CollectedSightings.of(importer(), tree().machine());
  }

  private Sighting only(String log) {
    write(STAMP, log);
    CollectedSightings collected = read();
    assertEquals(List.of(), collected.skipped());
    assertEquals(1, collected.sightings().size());
    return collected.sightings().get(0);
  }

  private static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }

  @Test
  void readsAnUpdateOfGlobalPackages() {
    Sighting sighting = only(log("update", "\"update\" \"--global\"") + CHANGES + EXIT);

    assertEquals("npm", sighting.importer());
    assertEquals(STAMP, sighting.nativeId());
    assertEquals(new PluginName("npm"), sighting.plugin());
    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(START, sighting.start());
    assertEquals(START.plusMillis(61_500), sighting.end());
    assertEquals(2, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
    assertEquals(0, sighting.exitCode());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
  }

  @Test
  void leavesOutHowManyPackagesWhereNpmDoesNotSay() {
    assertNull(only(log("up", "\"up\" \"--global\"") + EXIT).packagesUpdated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "install hull   | \"install\" \"--global\" \"hull\"",
        "i hull         | \"i\" \"-g\" \"hull\"",
        "add hull       | \"--location=global\" \"add\" \"hull\"",
        "up             | \"up\" \"--location\" \"global\"",
        "upgrade        | \"--global\" \"true\" \"upgrade\"",
      })
  void takesWhatInstallsOrUpdatesGlobalPackages(String title, String argv) {
    assertEquals(ExecutionStatus.SUCCESS, only(log(title, argv) + EXIT).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "install hull   | \"install\" \"hull\"",
        "update         | \"update\"",
        "update         | \"update\" \"--global\" \"false\"",
        "update         | \"update\" \"--global\" \"--no-global\"",
        "update         | \"update\" \"--global\" \"--dry-run\"",
        "update         | \"update\" \"--location\" \"project\"",
        "outdated       | \"outdated\" \"--global\"",
        "uninstall hull | \"uninstall\" \"--global\" \"hull\"",
        "run install    | \"run\" \"install\" \"--global\"",
      })
  void skipsEverythingElse(String title, String argv) {
    write(STAMP, log(title, argv) + EXIT);

    CollectedSightings collected = read();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            new SkippedRecord(
                LOGS + STAMP + "-debug-0.log",
                null,
                "is no installation or update of global packages")),
        collected.skipped());
  }

  @Test
  void tellsWhatWentWrong() {
    Sighting sighting =
        only(
            log("update", "\"update\" \"--global\"")
                + """
                60 error code EACCES
                61 error syscall rename
                62 verbose exit 243
                63 verbose code 243
                64 error A complete log of this run can be found in: /x
                """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals(243, sighting.exitCode());
    assertEquals("code EACCES", sighting.errorMessage());
    assertNull(sighting.packagesUpdated());
  }

  @Test
  void readsARunThatFillsSeveralFiles() {
    String begun = LOGS + STAMP + "-debug-0.log";
    String ended = LOGS + STAMP + "-debug-1.log";
    tree()
        .write(begun, log("update", "\"update\" \"--global\"") + "5 silly ADD node_modules/hull\n")
        .touch(begun, START.plusSeconds(30))
        .write(ended, "50001 silly ADD node_modules/keel\n" + EXIT)
        .touch(ended, START.plusSeconds(45));

    CollectedSightings collected = read();

    assertEquals(1, collected.sightings().size());
    assertEquals(START.plusSeconds(45), collected.sightings().get(0).end());
    assertEquals(2, collected.sightings().get(0).packagesUpdated());
  }

  @Test
  void tellsWhatWasCutOffOnceADayHasPassed() {
    write(STAMP, log("update", "\"update\" \"--global\""));
    write("2026-11-20T11_00_00_000Z", log("update", "\"update\" \"--global\""));

    CollectedSightings collected = read();

    assertEquals(1, collected.sightings().size());
    assertEquals(ExecutionStatus.FAILED, collected.sightings().get(0).status());
    assertNull(collected.sightings().get(0).end());
    assertNull(collected.sightings().get(0).exitCode());
    assertEquals(List.of("has no end yet and may still be under way"), reasons(collected));
  }

  @Test
  void skipsOldLogsThatAreNamedAfterTheirEnd() {
    tree().write(LOGS + STAMP + "-debug.log", "1 verbose cli [ 'npm', 'update', '-g' ]\n");

    CollectedSightings collected = read();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of("was written by an old npm, which does not say when it began"), reasons(collected));
  }

  @Test
  void skipsTimesThatCannotBe() {
    String log = log("update", "\"update\" \"--global\"") + EXIT;
    write(STAMP, log).touch(LOGS + STAMP + "-debug-0.log", START.plus(Duration.ofDays(2)));
    write("1970-01-01T00_00_00_000Z", log);
    write("2026-11-25T00_00_00_000Z", log);
    tree().write(LOGS + "2026-11-31T05_12_01_123Z-debug-0.log", log);
    write("2026-11-02T05_12_01_123Z", log)
        .touch(
            LOGS + "2026-11-02T05_12_01_123Z-debug-0.log", Instant.parse("2026-11-01T00:00:00Z"));

    CollectedSightings collected = read();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "began before February 2000, when its clock was not set",
            "ended before it began: the clock was set back meanwhile",
            "was written to more than a day after npm began: it is a copy",
            "lies in the future",
            "has no date that can be read"),
        reasons(collected));
  }

  @Test
  void looksIntoEveryHome() {
    String log = log("update", "\"update\" \"--global\"") + EXIT;
    write(STAMP, log);
    String other = "/home/bob/.npm/_logs/2026-11-04T05_12_01_000Z-debug-0.log";
    tree().write(other, log).touch(other, Instant.parse("2026-11-04T05:13:01Z"));
    SourceMachine ann = tree().machine();
    SourceMachine both =
        new SourceMachine(
            root,
            List.of(root.resolve("home/ann"), root.resolve("home/bob"), root.resolve("home/eve")),
            ann.zone(),
            ann.now(),
            ann.programs());

    assertEquals(2, CollectedSightings.of(importer(), both).sightings().size());
    assertEquals(
        Detection.found(List.of("/home/ann/.npm/_logs", "/home/bob/.npm/_logs")),
        importer().detect(both));
  }

  @Test
  void opensNoPipesDirectoriesAndLinksOutOfTheTree() throws Exception {
    Path secret =
        Files.writeString(
            elsewhere.resolve("log"), log("update", "\"update\" \"--global\"") + EXIT);
    String link = LOGS + "2026-11-05T05_12_01_123Z-debug-0.log";
    tree()
        .pipe(LOGS + STAMP + "-debug-0.log")
        .directory(LOGS + "2026-11-04T05_12_01_123Z-debug-0.log")
        .link(link, secret);

    CollectedSightings collected = read();

    assertEquals(State.UNREADABLE, importer().detect(tree().machine()).state());
    assertEquals(List.of(), collected.sightings());
    assertEquals(3, collected.skipped().size());
    tree().delete(link);
  }

  @Test
  void readsWindowsLinesAndForeignBytesAndLetsNoCodesThrough() {
    String log =
        log("update", "\"update\" \"--global\"")
            + "\n \nx\n7\n60 error \u001B[31mcode\u001B[0m E404\u0007\n61 verbose exit 1\n";

    assertEquals("code E404", only(log.replace("\n", "\r\n")).errorMessage());
  }

  @Test
  void understandsNoExitCodeThatIsNoNumber() {
    write(STAMP, log("update", "\"update\" \"--global\"") + "9 verbose exit 99999999999999\n");

    assertNull(read().sightings().get(0).end());
  }
}
