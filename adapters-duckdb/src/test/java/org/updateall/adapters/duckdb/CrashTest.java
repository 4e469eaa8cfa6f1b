package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.adapters.duckdb.RecordingProgram.How;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.Settlement;

/**
 * Processes that are killed at random moments while they record, two at a time. Short unless told:
 * {@code -Dcrash.kills=200}. What became of the runs is checked after every two kills, by a process
 * that knows nothing but the files.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("crash.kills", 6);
  private static final int MOST_MILLIS = 500;

  private final Random random = new Random(Integer.getInteger("crash.seed", 1));
  private final Path directory;
  private final Stores stores;
  private int acknowledgedRuns;
  private int abandonedRuns;

  CrashTest(@TempDir Path directory) {
    this.directory = directory;
    this.stores = new Stores(directory);
  }

  @Test
  void noAcknowledgedRunIsLostAndNoneIsHalfThereOrTwice() throws Exception {
    for (int round = 0; round < (KILLS + 1) / 2; round++) {
      int first = 1 + round * 20_000;
      check(first, acknowledgedBeforeTheKills(first));
    }

    List<Run> all = stores.history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
    assertEquals(all.size(), all.stream().map(Run::runId).distinct().count());
    assertTrue(acknowledgedRuns >= KILLS, "acknowledged: " + acknowledgedRuns);
    assertFalse(Files.exists(directory.resolve("history.duckdb.spool/bad")));
    System.out.printf(
        "%d kills: %d runs acknowledged, %d stored, %d of them abandoned%n",
        KILLS, acknowledgedRuns, all.size(), abandonedRuns);
  }

  /** Lets two processes record, and kills each at its own moment; what they had said by then. */
  private Set<Integer> acknowledgedBeforeTheKills(int first) throws Exception {
    Set<Integer> acknowledged = new HashSet<>();
    try (ChildJvm accepting = recording(first, How.ACCEPTING);
        ChildJvm storing =
            recording(first + 10_000, random.nextBoolean() ? How.ACCEPTING : How.STORING)) {
      List<String> lines = new ArrayList<>(List.of(accepting.line(), storing.line()));
      Thread.sleep(random.nextInt(MOST_MILLIS));
      accepting.kill();
      Thread.sleep(random.nextInt(MOST_MILLIS / 5));
      storing.kill();
      lines.addAll(accepting.remainingLines());
      lines.addAll(storing.remainingLines());
      lines.stream()
          .filter(line -> line.endsWith("."))
          .forEach(line -> acknowledged.add(Integer.parseInt(line.replace(".", ""))));
    }
    return acknowledged;
  }

  private ChildJvm recording(int first, How how) {
    return ChildJvm.start(RecordingProgram.class, directory, first, 9_000, how);
  }

  private void check(int first, Set<Integer> acknowledged) {
    Settlement settlement = stores.journal().settle();
    assertEquals(List.of(), settlement.setAside());
    HistoryFilter thisRound =
        HistoryFilter.everything()
            .from(Runs.NOON.plusSeconds(first))
            .until(Runs.NOON.plusSeconds(first + 20_000L));
    List<Run> kept = stores.history().recent(thisRound, Integer.MAX_VALUE);

    Set<Integer> whole = new HashSet<>();
    for (Run run : kept) {
      int number = (int) (run.startTime().getEpochSecond() - Runs.NOON.getEpochSecond());
      if (run.sameContentAs(RecordingProgram.run(number))) {
        assertTrue(whole.add(number), "twice: " + number);
      } else {
        abandonedRuns++;
        assertTrue(run.sameContentAs(RecordingProgram.halfDone(number).abandoned()), "" + run);
      }
    }
    assertTrue(whole.containsAll(acknowledged), () -> missing(acknowledged, whole));
    assertEquals(List.of(), stores.journal().runsUnderWay());
    assertPartsAreOfRuns();
    acknowledgedRuns += acknowledged.size();
  }

  /** No part is there without its run, nor twice. */
  private void assertPartsAreOfRuns() {
    HistoryCounts counts = stores.history().counts();
    assertEquals(3 * counts.runs(), counts.executions());
    assertEquals(9 * counts.runs() - 6L * abandonedRuns, counts.steps());
  }

  private static String missing(Set<Integer> acknowledged, Set<Integer> whole) {
    Set<Integer> missing = new HashSet<>(acknowledged);
    missing.removeAll(whole);
    return "lost: " + missing;
  }
}
