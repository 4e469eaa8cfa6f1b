package org.updateall.domain.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

/** What {@link StoreUpkeep} promises, sentence by sentence, of a store that is sound. */
public abstract class StoreUpkeepContract {

  @TempDir protected Path copies;

  /** The history whose store is looked after; empty, and without a store. */
  protected abstract RunHistory history();

  protected abstract StoreUpkeep upkeep();

  /** The history in a file that was written. */
  protected abstract RunHistory open(Path file);

  @Test
  void thereIsNothingToSayOfAStoreThatIsNotThere() {
    assertTrue(upkeep().summary().isEmpty());
    assertTrue(upkeep().compact().isEmpty());
    CheckReport check = upkeep().check();
    assertFalse(check.exists());
    assertTrue(check.isSound());
    assertEquals(0, check.soundRuns());
  }

  @Test
  void nothingIsMadeOfAStoreThatIsNotThere() throws Exception {
    assertTrue(upkeep().backUp(copies.resolve("copy")).isLeft());
    assertTrue(upkeep().repair(copies.resolve("copy")).isLeft());
    assertTrue(upkeep().convert(ZoneOffset.UTC).isLeft());

    assertEquals(List.of(), files());
    assertTrue(upkeep().summary().isEmpty());
  }

  @Test
  void theSummaryCountsTheRowsOfEachTable() {
    history().record(Runs.complete());

    List<TableRows> tables = upkeep().summary().get().tables();

    assertTrue(tables.contains(new TableRows("runs", 1)), tables::toString);
    assertTrue(tables.contains(new TableRows("plugin_executions", 2)), tables::toString);
    assertTrue(tables.contains(new TableRows("step_metrics", 3)), tables::toString);
    assertTrue(tables.contains(new TableRows("estimates", 2)), tables::toString);
  }

  @Test
  void theSummaryKnowsTheOldestAndTheNewestRun() {
    List<Run> runs = Runs.many(3);
    runs.forEach(history()::record);

    StoreSummary summary = upkeep().summary().get();

    assertEquals(runs.get(0).startTime(), summary.oldestRun());
    assertEquals(runs.get(2).startTime(), summary.newestRun());
    assertTrue(summary.bytes() > 0);
    assertEquals(0, summary.journalBytes());
  }

  @Test
  void nothingIsWrongWithASoundStore() {
    history().record(Runs.complete());
    Runs.many(3).stream().skip(1).forEach(history()::record);

    CheckReport check = upkeep().check();

    assertTrue(check.exists());
    assertEquals(List.of(), check.findings());
    assertEquals(3, check.soundRuns());
  }

  @Test
  void aCopyHoldsEveryRunWithAllItsParts() {
    fill();
    Path target = copies.resolve("copy");

    StoreCopy copy = upkeep().backUp(target).get();

    assertEquals(target, copy.file());
    assertEquals(upkeep().summary().get().tables(), copy.tables());
    assertEquals(runs(history()), runs(open(target)));
  }

  @Test
  void aCopyDoesNotChangeAnyMore() {
    fill();
    Path target = copies.resolve("copy");
    upkeep().backUp(target);
    List<Run> before = runs(history());

    history().delete(before.stream().map(Run::runId).toList());

    assertEquals(before, runs(open(target)));
  }

  @Test
  void aFileThatIsThereIsNeverReplaced() throws Exception {
    fill();
    Path there = Files.writeString(copies.resolve("there"), "precious");

    FileRefused copy = upkeep().backUp(there).getLeft();
    FileRefused salvage = upkeep().repair(there).getLeft();

    assertTrue(copy.message().contains(there.toString()), copy::message);
    assertTrue(salvage.message().contains(there.toString()), salvage::message);
    assertEquals("precious", Files.readString(there));
    assertEquals(List.of(there), files());
  }

  @Test
  void noDirectoryIsMadeForACopy() throws Exception {
    fill();
    Path nowhere = copies.resolve("no/such/copy");

    FileRefused copy = upkeep().backUp(nowhere).getLeft();
    FileRefused salvage = upkeep().repair(nowhere).getLeft();

    assertTrue(copy.message().contains(nowhere.toString()), copy::message);
    assertTrue(salvage.message().contains(nowhere.toString()), salvage::message);
    assertEquals(List.of(), files());
  }

  @Test
  void compactingChangesNothingThatIsStored() {
    fill();
    List<Run> before = runs(history());

    Compaction compaction = upkeep().compact().get();

    assertEquals(before, runs(history()));
    assertTrue(compaction.bytesAfter() <= compaction.bytesBefore(), compaction::toString);
    assertEquals(upkeep().summary().get().bytes(), compaction.bytesAfter());
  }

  @Test
  void aSoundStoreIsSavedWholeAndLeftAsItIs() {
    fill();
    Path target = copies.resolve("saved");

    Salvage salvage = upkeep().repair(target).get();

    assertTrue(salvage.isComplete());
    assertEquals(List.of(), salvage.losses());
    for (SalvagedTable table : salvage.tables()) {
      assertEquals(table.found(), table.saved(), table::table);
    }
    assertEquals(runs(history()), runs(open(target)));
  }

  @Test
  void aStoreThatIsNotOfThePythonSystemIsNotConverted() {
    fill();
    List<Run> before = runs(history());

    FileRefused refused = upkeep().convert(ZoneOffset.UTC).getLeft();

    assertTrue(refused.reason().contains("Python"), refused::message);
    assertEquals(before, runs(history()));
  }

  private void fill() {
    history().record(Runs.complete());
    Runs.many(5).stream().skip(1).forEach(history()::record);
  }

  private static List<Run> runs(RunHistory history) {
    List<Run> runs = new ArrayList<>();
    history.visit(HistoryFilter.everything(), run -> runs.add(run.withoutCreationTimes()));
    return runs;
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(copies)) {
      return files.toList();
    }
  }
}
