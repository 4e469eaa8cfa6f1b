package org.updateall.domain.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.importing.Sightings.at;
import static org.updateall.domain.importing.Sightings.begun;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;

class SightingRecordsTest {

  private static void refuses(String why, Supplier<?> making) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, making::get);
    assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
  }

  @Test
  void aSightingIsOfSomethingThatIsOverAndHasAnIdentity() {
    Sighting.Builder fine = begun("apt", Extent.TRANSACTION, 1);

    refuses("RUNNING", () -> fine.ended(ExecutionStatus.RUNNING, at(1), at(2)));
    refuses("before", () -> fine.ended(ExecutionStatus.SUCCESS, at(2), at(1)));
    refuses(
        "identity",
        () ->
            Sighting.builder("apt", "", new PluginName("apt"), Extent.PART)
                .ended(ExecutionStatus.SUCCESS, at(1), at(2)));
    refuses(
        "negative",
        () ->
            begun("apt", Extent.PART, 1)
                .packagesUpdated(-1)
                .ended(ExecutionStatus.SUCCESS, at(1), at(2)));
    refuses(
        "elapsed time",
        () ->
            begun("apt", Extent.PART, 1)
                .usage(ResourceUsage.builder().wallClockSeconds(1.0).build())
                .ended(ExecutionStatus.SUCCESS, at(1), at(2)));
  }

  @Test
  void aStepDoesNotEndBeforeItBegins() {
    refuses("unpack", () -> Sightings.step("unpack", 5, 4));
  }

  @Test
  void anUpdateIsOfOnePlugin() {
    Sighting apt = Sightings.sighting("apt", Extent.TRANSACTION, 1, 2);
    Sighting snap =
        Sighting.builder("snap", "1", new PluginName("snap"), Extent.SESSION)
            .ended(ExecutionStatus.SUCCESS, at(1), at(2));

    refuses("plugin apt", () -> new SightedUpdate(List.of(apt, snap), List.of(), Coverage.WHOLE));
    refuses("nothing saw", () -> new SightedUpdate(List.of(), List.of(), Coverage.WHOLE));
  }

  @Test
  void aMachinesFilesLieBelowItsRoot() {
    SourceMachine tree = machine("/mnt/disk");

    assertFalse(tree.isThisOne());
    assertEquals(Path.of("/mnt/disk/var/log"), tree.at("/var/log"));
    assertEquals("/var/log/x", tree.nameOf(Path.of("/mnt/disk/var/log/x")));
    assertEquals("/elsewhere", tree.nameOf(Path.of("/elsewhere")));
    assertTrue(machine("/").isThisOne());
    assertEquals("/var/log", machine("/").nameOf(machine("/").at("/var/log")));
    refuses("absolute", () -> machine("mnt"));
    refuses("normalised", () -> machine("/mnt/../etc"));
  }

  private static SourceMachine machine(String root) {
    return new SourceMachine(
        Path.of(root), List.of(), ZoneOffset.UTC, Instant.EPOCH, ScriptedPrograms.none());
  }

  @Test
  void provenanceNamesItsSourcesOneByOne() {
    assertEquals(
        List.of("apt", "dpkg"), new Provenance("apt+dpkg", Coverage.INSTALL, false).sources());
    refuses("source", () -> new Provenance(" ", Coverage.INSTALL, false));
  }

  @Test
  void coverageIsKnownByItsName() {
    for (Coverage coverage : Coverage.values()) {
      assertEquals(coverage, Coverage.fromWireName(coverage.wireName()).get());
    }
    assertTrue(Coverage.fromWireName("half").isEmpty());
  }

  @Test
  void detectionsSayWhatTheyFound() {
    assertEquals(Detection.State.ABSENT, Detection.absent().state());
    assertEquals("a remark", Detection.found(List.of("x")).remarking("a remark").remark());
    assertEquals(List.of("x"), Detection.unreadable(List.of("x"), "why").places());
  }
}
