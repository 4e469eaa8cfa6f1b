package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightedStep;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;

class DpkgImporterTest extends LogFilesContract {

  private static final String UNPACK =
      """
      2026-11-03 06:12:01 startup archives unpack
      2026-11-03 06:12:02 upgrade hull:amd64 1.0 1.1
      2026-11-03 06:12:02 status half-configured hull:amd64 1.0
      2026-11-03 06:12:02 status unpacked hull:amd64 1.0
      2026-11-03 06:12:03 status half-installed hull:amd64 1.0
      2026-11-03 06:12:05 status unpacked hull:amd64 1.1
      2026-11-03 06:12:05 install wherry:all <none> 2
      2026-11-03 06:12:05 status half-installed wherry:all 2
      2026-11-03 06:12:09 status triggers-pending man-db:amd64 2
      2026-11-03 06:12:10 status unpacked wherry:all 2
      """;

  private static final String CONFIGURE =
      """
      2026-11-03 06:12:11 startup packages configure
      2026-11-03 06:12:11 configure hull:amd64 1.1 <none>
      2026-11-03 06:12:11 status unpacked hull:amd64 1.1
      2026-11-03 06:12:12 conffile /etc/hull.conf keep
      2026-11-03 06:12:12 status half-configured hull:amd64 1.1
      2026-11-03 06:12:20 status installed hull:amd64 1.1
      2026-11-03 06:12:20 trigproc man-db:amd64 2 <none>
      2026-11-03 06:12:20 status half-configured man-db:amd64 2
      2026-11-03 06:12:31 status installed man-db:amd64 2
      """;

  @Override
  protected HistoryImporter importer() {
    return new DpkgImporter();
  }

  @Override
  String file() {
    return "/var/log/dpkg.log";
  }

  @Override
  String update(String dateAndTime) {
    return """
        %1$s startup archives unpack
        %1$s upgrade hull:amd64 1 2
        %1$s status unpacked hull:amd64 2
        """
        .formatted(dateAndTime);
  }

  @Test
  void readsEveryCallAsAPartWithAStep() {
    List<Sighting> parts = read(UNPACK + CONFIGURE).sightings();

    Sighting unpack = parts.get(0);
    assertEquals(2, parts.size());
    assertEquals("dpkg", unpack.importer());
    assertEquals(new PluginName("apt"), unpack.plugin());
    assertEquals(Extent.PART, unpack.extent());
    assertEquals(ExecutionStatus.SUCCESS, unpack.status());
    assertEquals(Instant.parse("2026-11-03T05:12:01Z"), unpack.start());
    assertEquals(Instant.parse("2026-11-03T05:12:10Z"), unpack.end());
    assertEquals(2, unpack.packagesUpdated());
    assertNull(unpack.packagesAnnounced());
    assertNull(unpack.errorMessage());
    assertNull(unpack.exitCode());
    assertEquals(List.of(step("unpack", unpack.start(), unpack.end())), unpack.steps());
    Sighting configure = parts.get(1);
    assertNull(configure.packagesUpdated());
    assertEquals(Instant.parse("2026-11-03T05:12:31Z"), configure.end());
    assertEquals(List.of(step("configure", configure.start(), configure.end())), configure.steps());
  }

  @Test
  void dividesAnInstallationWhereItBeginsToConfigure() {
    Sighting sighting =
        only(
            """
            2026-11-03 06:12:01 startup archives install
            2026-11-03 06:12:01 install hull:amd64 <none> 1
            2026-11-03 06:12:04 status half-installed hull:amd64 1
            2026-11-03 06:12:05 status unpacked hull:amd64 1
            2026-11-03 06:12:06 configure hull:amd64 1 1
            2026-11-03 06:12:08 status half-configured hull:amd64 1
            2026-11-03 06:12:09 status installed hull:amd64 1
            """);

    Instant divided = Instant.parse("2026-11-03T05:12:06Z");
    assertEquals(
        List.of(
            step("unpack", sighting.start(), divided), step("configure", divided, sighting.end())),
        sighting.steps());
    assertEquals(1, sighting.packagesUpdated());
  }

  @ParameterizedTest
  @CsvSource({
    "archives unpack, unpack, 0",
    "archives install, unpack, 0",
    "packages configure, configure,",
    "packages triggers-only, configure,",
    "packages remove, remove, 0",
    "packages purge, remove, 0"
  })
  void namesTheStepAfterWhatDpkgWasStartedFor(String startup, String step, Integer packages) {
    Sighting sighting = only("2026-11-03 06:12:01 startup %s\n".formatted(startup));

    assertEquals(List.of(step), sighting.steps().stream().map(SightedStep::name).toList());
    assertEquals(packages, sighting.packagesUpdated());
    assertEquals(sighting.start(), sighting.end());
  }

  @Test
  void skipsCallsThatChangeNothing() {
    CollectedSightings collected =
        read("2026-11-03 06:12:00 startup archives record-avail\n" + UNPACK);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(new SkippedRecord(file(), 1L, "is a call of dpkg that changes no package")),
        collected.skipped());
  }

  @Test
  void tellsWhatWasCutOffHalfway() {
    String crashed = UNPACK.lines().limit(5).map(line -> line + "\n").reduce("", String::concat);

    List<Sighting> parts = read(crashed + CONFIGURE).sightings();

    assertEquals(2, parts.size());
    assertEquals(ExecutionStatus.FAILED, parts.get(0).status());
    assertNull(parts.get(0).end());
    assertNull(parts.get(0).packagesUpdated());
    assertNull(parts.get(0).steps().get(0).end());
    assertEquals(ExecutionStatus.SUCCESS, parts.get(1).status());
  }

  @Test
  void skipsALogThatNeverSaysThatDpkgWasStarted() {
    CollectedSightings collected =
        read(
            """
            2004-11-03 06:12:02 upgrade hull 1.0 1.1
            2004-11-03 06:12:02 status half-configured hull 1.0
            2004-11-03 06:12:02 status installed hull 1.1
            """);

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            new SkippedRecord(
                file(), 1L, "does not say when dpkg was started, up to the next line that does")),
        collected.skipped());
  }

  @Test
  void readsOnAfterABeginningThatIsMissing() {
    CollectedSightings collected =
        read("2026-11-03 06:12:00 status installed oar:amd64 1\n" + UNPACK);

    assertEquals(1, collected.sightings().size());
    assertEquals(1, collected.skipped().size());
  }

  @Test
  void waitsForWhatWasLeftHalfwayADay() {
    String halfway =
        """
        2026-11-20 12:00:00 startup packages configure
        2026-11-20 12:00:01 configure hull:amd64 1.1 <none>
        2026-11-20 12:00:01 status half-configured hull:amd64 1.1
        """;

    CollectedSightings now = read(UNPACK + halfway);
    CollectedSightings later =
        CollectedSightings.of(importer(), tree().machineAt(Instant.parse("2026-11-21T11:00:01Z")));

    assertEquals(1, now.sightings().size());
    assertEquals(List.of("has no end yet and may still be under way"), reasons(now));
    assertEquals(2, later.sightings().size());
    assertEquals(ExecutionStatus.FAILED, later.sightings().get(1).status());
  }

  @Test
  void waitsForWhatIsSettledOnlyMinutes() {
    tree().write(file(), UNPACK + CONFIGURE);
    Instant end = Instant.parse("2026-11-03T05:12:31Z");

    CollectedSightings soon =
        CollectedSightings.of(importer(), tree().machineAt(end.plus(Duration.ofMinutes(9))));
    CollectedSightings then =
        CollectedSightings.of(importer(), tree().machineAt(end.plus(Duration.ofMinutes(10))));

    assertEquals(1, soon.sightings().size());
    assertEquals(List.of("has no end yet and may still be under way"), reasons(soon));
    assertEquals(2, then.sightings().size());
    assertEquals(List.of(), then.skipped());
  }

  @Test
  void keepsTheIdentityOfACallThatGrows() {
    List<String> before = read(UNPACK).nativeIds();

    List<String> after =
        read(UNPACK + "2026-11-03 06:12:40 status unpacked oar:amd64 2\n" + CONFIGURE).nativeIds();

    assertEquals(before.get(0), after.get(0));
  }

  @Test
  void tellsApartSeveralInTheSameSecond() {
    String empty = "2026-11-03 06:12:01 startup packages configure\n";

    List<String> identities = read(empty + UNPACK + empty + empty).nativeIds();

    assertEquals(4, identities.stream().distinct().count());
    assertEquals(identities.get(0) + "-3", identities.get(3));
  }

  @Test
  void skipsACallInWhichTheClockWasSetBack() {
    CollectedSightings collected =
        read(
            """
            2026-11-03 06:12:01 startup packages configure
            2026-11-03 06:10:00 configure hull:amd64 1.1 <none>
            2026-11-03 06:10:01 status installed hull:amd64 1.1
            """
                + UNPACK);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("ended before it began: the clock was set back meanwhile"), reasons(collected));
  }

  @Test
  void dividesNoInstallationInWhichTheClockWentBackAndForth() {
    CollectedSightings collected =
        read(
            """
            2026-11-03 06:12:01 startup archives install
            2026-11-03 06:12:01 install hull:amd64 <none> 1
            2026-11-03 06:10:00 configure hull:amd64 1 <none>
            2026-11-03 06:12:09 status installed hull:amd64 1
            """
                + UNPACK);

    assertEquals(2, collected.sightings().size());
    assertEquals(
        List.of("unpack"),
        collected.sightings().get(0).steps().stream().map(SightedStep::name).toList());
  }

  @Test
  void skipsDatesThatAreNone() {
    CollectedSightings collected =
        read(
            """
            2026-02-30 06:12:01 startup packages configure
            2026-02-30 06:12:01 status installed hull:amd64 1.1
            2026-11-03 06:1x:01 startup packages configure
            """
                + UNPACK);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("has no date that can be read", "has no date that can be read"),
        reasons(collected));
  }

  @Test
  void letsNoCodesForTerminalsThrough() {
    CollectedSightings collected =
        read(
            """
            2026-11-03 06:12:01 startup \u001B[2J
            2026-11-03 06:12:01 startup archives unpack
            2026-11-03 06:12:01 upgrade \u001B[31mhull\u001B[0m 1 2
            \u001B[2J
            2026-11-03 06:12:01 status unpacked \u0007hull 2
            """);

    assertEquals(1, collected.sightings().size());
    assertTrue(collected.nativeIds().get(0).matches("2026-11-03T06:12:01-[0-9a-f]{16}"));
    assertEquals(List.of("is a call of dpkg that changes no package"), reasons(collected));
  }

  private static SightedStep step(String name, Instant start, @Nullable Instant end) {
    return new SightedStep(name, StepPhase.EXECUTE, start, end, ResourceUsage.unmeasured());
  }
}
