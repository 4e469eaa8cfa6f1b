package org.updateall.domain.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.updateall.domain.importing.Extent.CHECK;
import static org.updateall.domain.importing.Extent.PART;
import static org.updateall.domain.importing.Extent.SESSION;
import static org.updateall.domain.importing.Extent.TRANSACTION;
import static org.updateall.domain.importing.Sightings.at;
import static org.updateall.domain.importing.Sightings.begun;
import static org.updateall.domain.importing.Sightings.sighting;
import static org.updateall.domain.importing.Sightings.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

class ReconciliationTest {

  private static final List<String> BELIEVED =
      List.of("apt", "dpkg", "unattended-upgrades", "packagekit", "journal");

  private static Reconciliation reconciled(Sighting... sightings) {
    return Reconciliation.of(List.of(sightings), BELIEVED);
  }

  private static PluginExecution execution(SightedUpdate update) {
    Run run = update.toRun(update.runId("atlas"), update.executionId("atlas"), "atlas");
    return run.executions().get(0);
  }

  private static Provenance provenance(PluginExecution execution) {
    return Objects.requireNonNull(execution.provenance());
  }

  private static PluginExecution only(Sighting... sightings) {
    List<SightedUpdate> updates = reconciled(sightings).updates();
    assertEquals(1, updates.size());
    return execution(updates.get(0));
  }

  private static List<String> steps(PluginExecution execution) {
    return execution.steps().stream()
        .map(
            each ->
                "%s %s %s"
                    .formatted(each.stepName(), each.phase(), each.wallClockSeconds().getOrNull()))
        .toList();
  }

  @Test
  void oneTransactionIsOneUpdateThatInstalls() {
    PluginExecution execution =
        only(
            begun("apt", TRANSACTION, 10)
                .packagesUpdated(3)
                .packagesAnnounced(3)
                .ended(ExecutionStatus.SUCCESS, at(10), at(25)));

    assertEquals(Coverage.INSTALL, execution.coverage());
    assertEquals(List.of("install EXECUTE 15.0"), steps(execution));
    assertEquals(at(10), execution.startTime());
    assertEquals(at(25), execution.endTime());
    assertEquals(3, execution.packagesUpdated());
    assertEquals(3, execution.estimates().get(0).packageCount());
    assertEquals(List.of("apt"), provenance(execution).sources());
  }

  @Test
  void transactionsOfOneSourceAreNeverTheSameEvenWithinASecond() {
    assertEquals(
        3,
        reconciled(
                sighting("apt", TRANSACTION, 10, 10),
                begun("apt", TRANSACTION, 11).ended(ExecutionStatus.SUCCESS, at(10), at(10)),
                sighting("apt", TRANSACTION, 12, 13))
            .updates()
            .size());
  }

  @Test
  void piecesBelongToTheTransactionThatEnclosesThemAndDivideItsTime() {
    PluginExecution execution =
        only(
            sighting("apt", TRANSACTION, 10, 40),
            begun("dpkg", PART, 11)
                .packagesUpdated(2)
                .steps(List.of(step("unpack", 11, 20)))
                .ended(ExecutionStatus.SUCCESS, at(11), at(20)),
            begun("dpkg", PART, 22)
                .steps(List.of(step("configure", 22, 30)))
                .ended(ExecutionStatus.SUCCESS, at(22), at(30)),
            begun("dpkg", PART, 33)
                .packagesUpdated(1)
                .steps(List.of(step("unpack", 33, 34)))
                .ended(ExecutionStatus.SUCCESS, at(33), at(34)));

    assertEquals(List.of("unpack EXECUTE 19.0", "configure EXECUTE 11.0"), steps(execution));
    assertEquals(30.0, execution.wallClockSeconds().get());
    assertEquals("apt+dpkg", provenance(execution).source());
    assertEquals(2, execution.packagesUpdated());
  }

  @Test
  void aPieceOfTwoTransactionsBackToBackBelongsToThatWithWhichItHasMostInCommon() {
    List<SightedUpdate> updates =
        reconciled(
                sighting("apt", TRANSACTION, 0, 10),
                sighting("apt", TRANSACTION, 10, 30),
                sighting("dpkg", PART, 11, 12))
            .updates();

    assertEquals(List.of(0, 1), updates.stream().map(each -> each.parts().size()).toList());
  }

  @Test
  void piecesWithoutATransactionMakeOneWhereTheyFollowOneAnother() {
    List<SightedUpdate> updates =
        reconciled(
                begun("dpkg", PART, 0)
                    .packagesUpdated(1)
                    .steps(List.of(step("unpack", 0, 4)))
                    .ended(ExecutionStatus.SUCCESS, at(0), at(4)),
                begun("dpkg", PART, 6)
                    .steps(List.of(step("configure", 6, 9)))
                    .ended(ExecutionStatus.SUCCESS, at(6), at(9)),
                begun("dpkg", PART, 20)
                    .packagesUpdated(2)
                    .ended(ExecutionStatus.FAILED, at(20), at(30)))
            .updates();

    assertEquals(2, updates.size());
    assertEquals(
        List.of("unpack EXECUTE 6.0", "configure EXECUTE 3.0"), steps(execution(updates.get(0))));
    assertEquals(ExecutionStatus.FAILED, execution(updates.get(1)).status());
    assertEquals(2, execution(updates.get(1)).packagesUpdated());
  }

  @Test
  void lonePiecesOfWhichNothingCameAreNoUpdate() {
    assertEquals(List.of(), reconciled(sighting("dpkg", PART, 5, 5)).updates());
  }

  @Test
  void aTransactionThatWasCutOffEndsWhereAnotherSourceSawItEnd() {
    PluginExecution execution =
        only(
            begun("apt", TRANSACTION, 10).cutOff(at(10)),
            begun("dpkg", PART, 11)
                .packagesUpdated(1)
                .steps(List.of(step("unpack", 11, 17)))
                .ended(ExecutionStatus.SUCCESS, at(11), at(17)));

    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertEquals(at(17), execution.endTime());
    assertEquals(List.of("unpack EXECUTE 7.0"), steps(execution));
  }

  @Test
  void whatWasCutOffHasNoEndAndNoTime() {
    PluginExecution execution = only(begun("apt", TRANSACTION, 10).cutOff(at(10)));

    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertNull(execution.endTime());
    assertEquals(List.of("install EXECUTE null"), steps(execution));
  }

  @Test
  void aSessionAroundOneTransactionMakesTheUpdateWhole() {
    PluginExecution execution =
        only(
            sighting("apt", TRANSACTION, 30, 50),
            begun("journal", SESSION, 0)
                .usage(ResourceUsage.builder().memoryBytes(100L, null).build())
                .ended(ExecutionStatus.SUCCESS, at(0), at(55)));

    assertEquals(Coverage.WHOLE, execution.coverage());
    assertEquals(
        List.of(
            "prepare DOWNLOAD 30.0",
            "install EXECUTE 20.0",
            "finish EXECUTE 5.0",
            "together EXECUTE null"),
        steps(execution));
    assertEquals(55.0, execution.wallClockSeconds().get());
    assertEquals(100L, execution.memoryPeakBytes().get());
    assertEquals(at(0), execution.startTime());
    assertEquals("apt+journal", provenance(execution).source());
  }

  @Test
  void aSessionAroundSeveralTransactionsIsLeftOut() {
    Reconciliation reconciliation =
        reconciled(
            sighting("journal", SESSION, 0, 100),
            sighting("apt", TRANSACTION, 10, 20),
            sighting("apt", TRANSACTION, 30, 40));

    assertEquals(2, reconciliation.updates().size());
    assertEquals(
        List.of("journal"), reconciliation.leftOut().stream().map(Sighting::importer).toList());
    assertEquals(
        Set.of(Coverage.INSTALL),
        Set.copyOf(reconciliation.updates().stream().map(SightedUpdate::coverage).toList()));
  }

  @Test
  void aSessionIsNotThatOfATransactionThatBeganAsItEnded() {
    Reconciliation reconciliation =
        reconciled(
            sighting("packagekit", SESSION, 10, 16),
            sighting("apt", TRANSACTION, 10, 16),
            sighting("apt", TRANSACTION, 16, 18));

    assertEquals(List.of(), reconciliation.leftOut());
    assertEquals(
        List.of(Coverage.WHOLE, Coverage.INSTALL),
        reconciliation.updates().stream().map(SightedUpdate::coverage).toList());
  }

  @Test
  void sessionsOfSeveralSourcesAreOneUpdateAndEachFillsWhatIsAbsent() {
    PluginExecution execution =
        only(
            begun("unattended-upgrades", SESSION, 1)
                .packagesUpdated(4)
                .packagesAnnounced(5)
                .ended(ExecutionStatus.SUCCESS, at(1), at(60)),
            begun("journal", SESSION, 0)
                .exitCode(0)
                .usage(ResourceUsage.builder().cpuSeconds(2.0, 1.0).build())
                .ended(ExecutionStatus.SUCCESS, at(0), at(61)));

    assertEquals(Coverage.WHOLE, execution.coverage());
    assertEquals(4, execution.packagesUpdated());
    assertEquals(0, execution.exitCode());
    assertEquals(3.0, execution.cpuSeconds().get());
  }

  @Test
  void aLoneSessionHasOneStepWithAllThatIsKnown() {
    PluginExecution execution =
        only(
            begun("packagekit", SESSION, 0)
                .packagesUpdated(1)
                .usage(ResourceUsage.builder().cpuSeconds(2.0, 1.0).build())
                .ended(ExecutionStatus.SUCCESS, at(0), at(61)));

    assertEquals(List.of("update EXECUTE 61.0"), steps(execution));
    assertEquals(3.0, execution.cpuSeconds().get());
  }

  @Test
  void aSilentSessionOnlyLookedIfTransactionsWereLoggedByThen() {
    assertEquals(
        List.of(Coverage.INSTALL, Coverage.CHECK),
        reconciled(sighting("apt", TRANSACTION, 0, 5), sighting("journal", SESSION, 100, 160))
            .updates()
            .stream()
            .map(SightedUpdate::coverage)
            .toList());
    assertEquals(
        Coverage.WHOLE,
        reconciled(sighting("journal", SESSION, 0, 60)).updates().get(0).coverage());
  }

  @Test
  void whatOnlyLookedIsACheck() {
    PluginExecution execution = only(sighting("journal", CHECK, 0, 9));

    assertEquals(Coverage.CHECK, execution.coverage());
    assertEquals(List.of("check CHECK 9.0"), steps(execution));
    assertEquals(
        StepPhase.CHECK, execution.steps().stream().map(StepMetrics::phase).findFirst().get());
  }

  @Test
  void aSessionThatOneSourceSaysOnlyLookedIsACheckForTheOtherToo() {
    PluginExecution execution =
        only(
            begun("unattended-upgrades", CHECK, 1)
                .packagesUpdated(0)
                .ended(ExecutionStatus.SUCCESS, at(1), at(20)),
            sighting("journal", SESSION, 0, 21));

    assertEquals(Coverage.CHECK, execution.coverage());
  }

  @Test
  void transactionsOfTwoSourcesThatMostlyOverlapAreTheSame() {
    PluginExecution execution =
        only(
            begun("dpkg", TRANSACTION, 0)
                .packagesUpdated(7)
                .ended(ExecutionStatus.SUCCESS, at(0), at(30)),
            begun("apt", TRANSACTION, 1).ended(ExecutionStatus.SUCCESS, at(1), at(32)));

    assertEquals("apt+dpkg", provenance(execution).source());
    assertEquals(7, execution.packagesUpdated());
  }

  @Test
  void pluginsAreKeptApart() {
    assertEquals(
        2,
        reconciled(
                sighting("apt", TRANSACTION, 0, 30),
                Sighting.builder("snap", "1", new PluginName("snap"), SESSION)
                    .ended(ExecutionStatus.SUCCESS, at(0), at(30)))
            .updates()
            .size());
  }

  @Test
  void theOrderInWhichSightingsComeMakesNoDifference() {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sightings.add(sighting("apt", TRANSACTION, 100L * i, 100L * i + 20));
      sightings.add(sighting("dpkg", PART, 100L * i + 3, 100L * i + 9));
      sightings.add(sighting("journal", SESSION, 100L * i - 5, 100L * i + 22));
    }
    List<SightedUpdate> inOrder = Reconciliation.of(sightings, BELIEVED).updates();
    Collections.shuffle(sightings, new Random(7));

    assertEquals(40, inOrder.size());
    assertEquals(inOrder, Reconciliation.of(sightings, BELIEVED).updates());
  }

  @Test
  void theIdentityIsThatOfTheMostBelievedSightingOnThatMachine() {
    SightedUpdate alone = reconciled(sighting("apt", TRANSACTION, 0, 30)).updates().get(0);
    SightedUpdate together =
        reconciled(sighting("apt", TRANSACTION, 0, 30), sighting("journal", SESSION, 0, 31))
            .updates()
            .get(0);

    assertEquals(alone.runId("atlas"), together.runId("atlas"));
    assertNotEquals(alone.runId("atlas"), alone.runId("hermes"));
    assertNotEquals(alone.runId("atlas").value(), alone.executionId("atlas").value());
  }

  @Test
  void anErrorIsKeptOnlyOfWhatFailed() {
    Sighting failed =
        begun("apt", TRANSACTION, 0)
            .errorMessage("Sub-process failed")
            .ended(ExecutionStatus.FAILED, at(0), at(5));
    Sighting fine =
        begun("apt", TRANSACTION, 50)
            .errorMessage("a warning")
            .ambiguousTime(true)
            .ended(ExecutionStatus.SUCCESS, at(50), at(55));

    List<SightedUpdate> updates = reconciled(failed, fine).updates();

    assertEquals("Sub-process failed", execution(updates.get(0)).errorMessage());
    assertNull(execution(updates.get(1)).errorMessage());
    assertEquals(true, provenance(execution(updates.get(1))).ambiguousTime());
  }
}
