package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * Processes that are killed at random moments while they enter what is foretold, two at a time.
 * Short unless told: {@code -Dcrash.kills=200}.
 */
class LedgerCrashTest {

  private static final int KILLS = Integer.getInteger("crash.kills", 4);
  private static final int MOST_MILLIS = 500;

  private final Random random = new Random(Integer.getInteger("crash.seed", 1));
  private final Path directory;
  private final Stores stores;

  LedgerCrashTest(@TempDir Path directory) {
    this.directory = directory;
    this.stores = new Stores(directory);
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfThereOrTwice() throws Exception {
    int acknowledged = 0;
    for (int round = 0; round < (KILLS + 1) / 2; round++) {
      acknowledged += checked(acknowledgedBeforeTheKills(1 + round * 20_000));
    }

    assertTrue(acknowledged >= KILLS, "acknowledged: " + acknowledged);
    assertTrue(stores.upkeep().check().isSound(), () -> "" + stores.upkeep().check().findings());
    assertFalse(Files.exists(directory.resolve("history.duckdb.spool/bad")));
    System.out.printf(
        "%d kills: %d entries acknowledged, %d kept%n",
        KILLS, acknowledged, stores.ledger().foretold(null).size());
  }

  private List<Integer> acknowledgedBeforeTheKills(int first) throws Exception {
    try (ChildJvm one = foretelling(first);
        ChildJvm other = foretelling(first + 10_000)) {
      List<String> lines = new ArrayList<>(List.of(one.line(), other.line()));
      Thread.sleep(random.nextInt(MOST_MILLIS));
      one.kill();
      Thread.sleep(random.nextInt(MOST_MILLIS / 5));
      other.kill();
      lines.addAll(one.remainingLines());
      lines.addAll(other.remainingLines());
      return lines.stream()
          .filter(line -> line.endsWith("."))
          .map(line -> Integer.valueOf(line.replace(".", "")))
          .toList();
    }
  }

  private ChildJvm foretelling(int first) {
    return ChildJvm.start(ForetellingProgram.class, directory, first, 9_000);
  }

  private int checked(List<Integer> acknowledged) {
    Map<Integer, ForetoldRun> kept = new HashMap<>();
    for (ForetoldRun foretold : stores.ledger().foretold(null)) {
      int number = (int) (foretold.madeAt().getEpochSecond() - Runs.NOON.getEpochSecond());
      assertEquals(ForetellingProgram.foretold(number), foretold);
      assertEquals(null, kept.put(number, foretold), "twice: " + number);
    }
    acknowledged.forEach(number -> assertTrue(kept.containsKey(number), "lost: " + number));
    return acknowledged.size();
  }
}
