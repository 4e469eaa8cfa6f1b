package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.application.importing.SystemImportRequest;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.HistoryImporter;

/** What the logs of a machine remember, from its files to an estimate. */
class SystemHistoryTest {

  private static final PluginName APT = new PluginName("apt");

  @TempDir private Path place;
  private Path tree;

  @BeforeEach
  void aMachine() throws IOException {
    tree = place.resolve("disk");
    write("etc/hostname", "hermes\n");
    write("etc/timezone", "Europe/Berlin\n");
    StringBuilder log = new StringBuilder();
    for (int day = 1; day <= 9; day++) {
      log.append(
          """

          Start-Date: 2026-02-0%d  06:00:00
          Commandline: apt-get dist-upgrade
          Upgrade: bash:amd64 (5.1, 5.2), dash:amd64 (1, 2)
          End-Date: 2026-02-0%d  06:00:%d
          """
              .formatted(day, day, 20 + day));
    }
    write("var/log/apt/history.log", log.toString());
  }

  private void write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private UpdateAll open() {
    return UpdateAll.open(Settings.of(place.resolve("history.duckdb")).withHostname("hermes"));
  }

  private SystemImportReport bringIn(UpdateAll updateAll) {
    MachineTree other = updateAll.machineIn(tree, null);
    return updateAll.importSystemHistory(
        new SystemImportRequest(
            other.machine(), Objects.requireNonNull(other.hostname()), List.of(), null, false),
        Progress.none());
  }

  @Test
  void theLogsOfAMachineBecomeEstimatesThatSayWhatTheyCover() {
    try (UpdateAll updateAll = open()) {
      assertEquals(9, bringIn(updateAll).addedInAll());
      assertEquals(0, bringIn(updateAll).addedInAll());
      assertEquals(9, updateAll.counts().runs());

      RunEstimate estimate = updateAll.estimate(0.9);

      assertEquals(Coverage.INSTALL, estimate.plugins().get(0).coverage(Target.WALL_CLOCK));
      double point = estimate.plugins().get(0).prediction(Target.WALL_CLOCK).get().point();
      assertTrue(point > 20 && point < 32, estimate.toString());
    }
  }

  @Test
  void whatWasReadIsStoredWithItsProvenanceAndItsAnnouncement() {
    try (UpdateAll updateAll = open()) {
      bringIn(updateAll);

      PluginExecution first =
          updateAll.recentRuns(HistoryFilter.everything(), 9).get(8).executions().get(0);

      assertEquals(APT, first.pluginName());
      assertEquals("2026-02-01T05:00:00Z", String.valueOf(first.startTime()));
      assertEquals(21.0, first.wallClockSeconds().get());
      assertEquals(2, first.packagesUpdated());
      assertEquals(2, first.estimates().get(0).packageCount());
      assertEquals("apt", Objects.requireNonNull(first.provenance()).source());
      assertFalse(first.provenance().ambiguousTime());
    }
  }

  @Test
  void aTreeTellsItsNameZoneAndHomes() throws IOException {
    Files.createDirectories(tree.resolve("home/ada"));
    Files.createSymbolicLink(tree.resolve("home/link"), Path.of("/"));
    try (UpdateAll updateAll = open()) {
      MachineTree other = updateAll.machineIn(tree, null);

      assertEquals("hermes", other.hostname());
      assertEquals(ZoneId.of("Europe/Berlin"), other.machine().zone());
      assertEquals(
          List.of("/root", "/home/ada"),
          other.machine().homes().stream().map(other.machine()::nameOf).toList());
      assertEquals(
          ZoneId.of("Asia/Tokyo"),
          updateAll.machineIn(tree, ZoneId.of("Asia/Tokyo")).machine().zone());
    }
  }

  @Test
  void aTreeThatTellsNothingOfItselfIsReadAllTheSame() throws IOException {
    write("etc/hostname", "not a name!\n");
    Files.delete(tree.resolve("etc/timezone"));
    try (UpdateAll updateAll = open()) {
      assertNull(updateAll.machineIn(tree, null).hostname());
      assertEquals(ZoneId.systemDefault(), updateAll.machineIn(tree, null).machine().zone());
      Files.createSymbolicLink(
          tree.resolve("etc/localtime"), Path.of("/usr/share/zoneinfo/America/Lima"));
      assertEquals(ZoneId.of("America/Lima"), updateAll.machineIn(tree, null).machine().zone());
      Files.delete(tree.resolve("etc/localtime"));
      write("etc/timezone", "Mars/Base\n");
      assertEquals(ZoneId.systemDefault(), updateAll.machineIn(tree, null).machine().zone());
    }
  }

  @Test
  void theZoneThatProgramsGoByCountsAndNotAnOutdatedName() throws IOException {
    Files.createSymbolicLink(
        tree.resolve("etc/localtime"), Path.of("../usr/share/zoneinfo/Etc/UTC"));
    try (UpdateAll updateAll = open()) {
      assertEquals(ZoneId.of("Etc/UTC"), updateAll.machineIn(tree, null).machine().zone());
    }
  }

  @Test
  void whatIsNoTreeIsRefused() throws IOException {
    Path file = Files.createFile(place.resolve("file"));
    try (UpdateAll updateAll = open()) {
      assertThrows(UncheckedIOException.class, () -> updateAll.machineIn(file, null));
      assertThrows(
          UncheckedIOException.class, () -> updateAll.machineIn(place.resolve("nothing"), null));
    }
  }

  @Test
  void everySourceIsFoundByItsServiceFile() {
    try (UpdateAll updateAll = open()) {
      List<String> ids = updateAll.historyImporters().stream().map(HistoryImporter::id).toList();

      assertTrue(
          ids.containsAll(List.of("apt", "dpkg", "dnf5", "packagekit", "npm")), ids::toString);
      assertEquals(ids.stream().distinct().toList(), ids);
      assertTrue(updateAll.thisMachine(place).isThisOne());
    }
  }
}
