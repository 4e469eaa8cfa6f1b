package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.fleet.FleetExportReport;
import org.updateall.application.fleet.FleetExportRequest;
import org.updateall.application.fleet.FleetImportReport;
import org.updateall.domain.fleet.Disclosure;
import org.updateall.domain.fleet.HostNaming;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** The histories of several hosts on their way into one database. */
final class FleetHistoriesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int MONTHS = 5;
  private static final int RUNS = 40;

  @TempDir private Path place;

  private UpdateAll open(String host) {
    return UpdateAll.open(
        Settings.of(place.resolve(host).resolve("history.duckdb"))
            .withHostname(host)
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  /** Forty runs, three days apart, each with what nobody else needs to know. */
  private void record(String host, int first) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(
          Runs.run(first + i)
              .on(host)
              .by("ada-lovelace")
              .startingAt(Runs.NOON.plus(Duration.ofDays(3L * i)))
              .unended()
              .executing(
                  Runs.execution("apt", 5 + i),
                  Runs.execution("snap").failingWith("no way to intranet.example", 7))
              .build());
    }
    try (UpdateAll updateAll = open(host)) {
      updateAll.recordAll(runs.iterator());
    }
  }

  private FleetExportReport export(String host, Disclosure disclosure) {
    try (UpdateAll updateAll = open(host)) {
      return updateAll
          .exportToFleet(new FleetExportRequest(tree(), host, null, disclosure), Progress.none())
          .get();
    }
  }

  private Path tree() {
    return place.resolve("fleet");
  }

  private FleetImportReport collect() {
    try (UpdateAll updateAll = open("collector")) {
      return updateAll.importFleet(tree(), false, Progress.none()).get();
    }
  }

  @Test
  void bringsTwoHostsThatExportAtTheSameTimeIntoOneDatabase() throws Exception {
    record("zeus", 1);
    record("hera", 1000);
    ExecutorService both = Executors.newFixedThreadPool(2);
    Future<FleetExportReport> zeus = both.submit(() -> export("zeus", Disclosure.USUAL));
    Future<FleetExportReport> hera = both.submit(() -> export("hera", Disclosure.USUAL));
    assertEquals(MONTHS, zeus.get().changedMonths());
    assertEquals(RUNS, hera.get().counts().runs());
    both.shutdown();

    FleetImportReport first = collect();
    FleetImportReport again = collect();

    assertEquals(2, first.hosts());
    assertEquals(2L * RUNS, first.added());
    assertEquals(List.of(), first.reports());
    assertEquals(2L * RUNS, again.unchanged());
    try (UpdateAll collector = open("collector");
        UpdateAll own = open("zeus")) {
      HistoryFilter ofZeus = HistoryFilter.everything().on(HostScope.only("zeus"));
      assertEquals(own.activity(ofZeus), collector.activity(ofZeus));
      assertEquals(
          own.trainingTables(ofZeus.ofPlugins("apt"), ZoneOffset.UTC),
          collector.trainingTables(ofZeus.ofPlugins("apt"), ZoneOffset.UTC));
    }
  }

  @Test
  void changesNothingOfTheHostsOwnHistoryWhenItComesBack() {
    record("zeus", 1);
    export("zeus", new Disclosure(false, false, HostNaming.hashed()));

    try (UpdateAll own = open("zeus")) {
      assertEquals(RUNS, own.importFleet(tree(), false, Progress.none()).get().unchanged());
      Run run = own.find(Runs.id(1)).get();
      assertEquals("zeus", run.hostname());
      assertEquals("ada-lovelace", run.username());
      assertEquals("no way to intranet.example", run.executions().get(1).errorMessage());
    }
  }

  @Test
  void holdsNeitherMessagesNorUsersNorHashedNamesInAnyFile() throws IOException {
    record("zeus-of-olympus", 1);

    export("zeus-of-olympus", new Disclosure(false, false, HostNaming.hashed("k".getBytes(UTF_8))));

    for (String secret : List.of("ada-lovelace", "intranet", "zeus-of-olympus")) {
      assertFalse(isThere(secret), secret);
    }
    // Where they are asked for they can be found so: what is compressed does not hide them.
    export("zeus-of-olympus", new Disclosure(true, true, HostNaming.plain()));
    for (String secret : List.of("ada-lovelace", "intranet", "zeus-of-olympus")) {
      assertTrue(isThere(secret), secret);
    }
  }

  /** In the path or the bytes of a file. */
  private boolean isThere(String text) throws IOException {
    try (Stream<Path> all = Files.walk(tree())) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        if (each.toString().contains(text) || bytes.contains(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
