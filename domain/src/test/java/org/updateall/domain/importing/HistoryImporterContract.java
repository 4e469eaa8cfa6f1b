package org.updateall.domain.importing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.importing.Detection.State;

/** What every {@link HistoryImporter} promises. */
public abstract class HistoryImporterContract {

  @TempDir Path empty;

  /** The importer, made as a service loader makes it. */
  protected abstract HistoryImporter importer();

  /** A machine whose source holds several updates and something that has to be skipped. */
  protected abstract SourceMachine machine();

  /** A machine below that empty directory, which has no such source. */
  protected SourceMachine without(Path root) {
    return new SourceMachine(
        root, List.of(), machine().zone(), machine().now(), ScriptedPrograms.none());
  }

  @Test
  void hasAStableNameAndOneLineOfDescription() {
    assertTrue(importer().id().matches("[a-z][a-z0-9-]*"), importer().id());
    assertFalse(importer().description().isBlank());
    assertEquals(1, importer().description().lines().count());
  }

  @Test
  void findsItsSource() {
    Detection detection = importer().detect(machine());

    assertEquals(State.FOUND, detection.state());
    assertFalse(detection.places().isEmpty());
  }

  @Test
  void isSilentWhereThereIsNoSource() {
    CollectedSightings collected = CollectedSightings.of(importer(), without(empty));

    assertEquals(State.ABSENT, importer().detect(without(empty)).state());
    assertEquals(List.of(), collected.sightings());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void givesEveryUpdateAnIdentityOfItsOwnAndTheSameOneEveryTime() {
    List<String> once = CollectedSightings.of(importer(), machine()).nativeIds();
    List<String> again = CollectedSightings.of(importer(), machine()).nativeIds();

    assertTrue(once.size() > 1);
    assertEquals(once, again);
    assertEquals(once.size(), new HashSet<>(once).size());
  }

  @Test
  void namesItselfInEverySighting() {
    assertTrue(
        CollectedSightings.of(importer(), machine()).sightings().stream()
            .allMatch(sighting -> sighting.importer().equals(importer().id())));
  }

  @Test
  void skipsWithAPlaceAndAReason() {
    List<SkippedRecord> skipped = CollectedSightings.of(importer(), machine()).skipped();

    assertFalse(skipped.isEmpty());
    assertTrue(
        skipped.stream().noneMatch(each -> each.place().isBlank() || each.reason().isBlank()));
  }

  @Test
  void leavesOutNothingThatBeganLaterThanAsked() {
    List<Sighting> all = CollectedSightings.of(importer(), machine()).sightings();
    Instant middle =
        all.stream().map(Sighting::start).sorted().skip(all.size() / 2).findFirst().orElseThrow();
    CollectedSightings later = new CollectedSightings();

    assertDoesNotThrow(() -> importer().read(machine(), middle, later));

    assertTrue(
        later
            .nativeIds()
            .containsAll(
                all.stream()
                    .filter(each -> !each.start().isBefore(middle))
                    .map(Sighting::nativeId)
                    .toList()));
  }
}
