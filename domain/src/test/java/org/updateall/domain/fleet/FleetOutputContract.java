package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FleetOutput} promises. */
public abstract class FleetOutputContract {

  @TempDir private Path directory;
  private Path target = Path.of("");

  @BeforeEach
  void chooseAPlace() {
    target = directory.resolve("out");
  }

  protected abstract FleetOutput output();

  /** The forecasts at that place, in the order of the parts; none where there is no output. */
  protected abstract List<FleetForecast> forecasts(Path target) throws Exception;

  protected abstract List<FleetModel> models(Path target) throws Exception;

  protected abstract PriorTable priors(Path target) throws Exception;

  protected abstract List<PartitionReport> partitions(Path target) throws Exception;

  /** Puts something there that is no output. */
  protected abstract void putSomethingElse(Path target) throws Exception;

  private FleetOutput.Draft begin(String plan) {
    return output().begin(target, plan).get();
  }

  private static void write(FleetOutput.Draft draft, int number, String host) {
    draft.writePart(
        number,
        List.of(FleetResults.forecast(host), FleetResults.withoutRuns(host)),
        List.of(FleetResults.model(host)));
  }

  private static FleetOutput.Counts finish(FleetOutput.Draft draft) {
    return draft.finish(FleetResults.priors(), FleetResults.reports());
  }

  @Test
  void holdsWhatWasWritten() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
      write(draft, 1, "zeus");

      assertEquals(new FleetOutput.Counts(4, 2), finish(draft));
    }

    assertEquals(
        List.of(
            FleetResults.forecast("atlas"),
            FleetResults.withoutRuns("atlas"),
            FleetResults.forecast("zeus"),
            FleetResults.withoutRuns("zeus")),
        forecasts(target));
    assertEquals(List.of(FleetResults.model("atlas"), FleetResults.model("zeus")), models(target));
    assertEquals(FleetResults.priors(), priors(target));
    assertEquals(FleetResults.reports(), partitions(target));
  }

  @Test
  void holdsPartsThatAreEmpty() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      draft.writePart(0, List.of(), List.of());
      assertTrue(draft.hasPart(0));
      assertEquals(new FleetOutput.Counts(0, 0), finish(draft));
    }

    assertEquals(List.of(), forecasts(target));
  }

  @Test
  void hasNothingAtItsPlaceBeforeItIsFinished() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
      assertEquals(List.of(), forecasts(target));
    }

    assertEquals(List.of(), forecasts(target));
  }

  @Test
  void goesOnWithOneOfTheSamePlan() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      assertFalse(draft.hasPart(1));
      write(draft, 1, "zeus");
    }

    try (FleetOutput.Draft draft = begin("one")) {
      assertFalse(draft.hasPart(0));
      assertTrue(draft.hasPart(1));
      write(draft, 0, "atlas");
      assertEquals(new FleetOutput.Counts(4, 2), finish(draft));
    }

    assertEquals(List.of(FleetResults.model("atlas"), FleetResults.model("zeus")), models(target));
  }

  @Test
  void writesAPartAgainInItsPlace() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
      write(draft, 0, "zeus");
      assertEquals(new FleetOutput.Counts(2, 1), finish(draft));
    }

    assertEquals(List.of(FleetResults.model("zeus")), models(target));
  }

  @Test
  void takesNothingFromOneOfAnotherPlan() {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
    }

    try (FleetOutput.Draft draft = begin("another")) {
      assertFalse(draft.hasPart(0));
      assertEquals(new FleetOutput.Counts(0, 0), finish(draft));
    }
  }

  @Test
  void takesThePlaceOfAnEarlierOutputOnceItIsFinished() throws Exception {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
      write(draft, 1, "zeus");
      finish(draft);
    }
    try (FleetOutput.Draft draft = begin("two")) {
      write(draft, 0, "hera");
      assertEquals(
          List.of(FleetResults.model("atlas"), FleetResults.model("zeus")), models(target));
      finish(draft);
    }

    assertEquals(List.of(FleetResults.model("hera")), models(target));
  }

  @Test
  void beginsAnewOnceItIsFinished() {
    try (FleetOutput.Draft draft = begin("one")) {
      write(draft, 0, "atlas");
      finish(draft);
    }

    try (FleetOutput.Draft draft = begin("one")) {
      assertFalse(draft.hasPart(0));
    }
  }

  @Test
  void refusesAPlaceWhereSomethingElseIs() throws Exception {
    putSomethingElse(target);

    assertEquals(
        "%s is there already, and is no output of this command. Name another place."
            .formatted(target),
        output().begin(target, "one").getLeft().message());
  }

  @Test
  void refusesAPlaceThatSomebodyElseWritesTo() {
    try (FleetOutput.Draft draft = begin("one")) {
      for (int i = 0; i < 2; i++) {
        assertEquals(
            "%s is being written by another process. Wait for it, or name another place."
                .formatted(target),
            output().begin(target, "one").getLeft().message());
      }
      write(draft, 0, "atlas");
    }

    try (FleetOutput.Draft draft = begin("one")) {
      assertTrue(draft.hasPart(0));
    }
  }
}
