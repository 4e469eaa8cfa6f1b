package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.adapters.duckdb.RecordingProgram.How;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;

/**
 * Many processes at one database. Short unless told: {@code -Dprocesses.writers=8
 * -Dprocesses.runs=50 -Dprocesses.readers=2}.
 */
class ManyProcessesTest {

  private static final int WRITERS = Integer.getInteger("processes.writers", 3);
  private static final int RUNS = Integer.getInteger("processes.runs", 8);
  private static final int READERS = Integer.getInteger("processes.readers", 1);

  @Test
  void nobodyFailsAndNothingIsLost(@TempDir Path directory) throws Exception {
    Stores stores = new Stores(directory);
    List<ChildJvm> readers = started(READERS, number -> readerOf(directory));
    List<ChildJvm> writers = started(WRITERS, number -> writerOf(directory, number));
    try {
      for (ChildJvm writer : writers) {
        assertEquals(RUNS, writer.remainingLines().size());
        assertEquals(0, writer.exitCode());
      }
      for (ChildJvm reader : readers) {
        reader.say("enough");
        List<String> lines = reader.remainingLines();
        assertEquals(0, reader.exitCode());
        assertEquals("reading", lines.get(0));
        assertTrue(Integer.parseInt(lines.get(1)) > 0, lines.toString());
      }
    } finally {
      readers.forEach(ChildJvm::close);
      writers.forEach(ChildJvm::close);
    }

    stores.journal().settle();
    List<Run> kept = stores.history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
    assertEquals(WRITERS * RUNS, kept.size());
    assertEquals(kept.size(), kept.stream().map(Run::runId).distinct().count());
    for (int writer = 0; writer < WRITERS; writer++) {
      for (int number = first(writer); number < first(writer) + RUNS; number++) {
        Run expected = RecordingProgram.run(number);
        assertTrue(kept.stream().anyMatch(expected::sameContentAs), "run " + number);
      }
    }
    assertEquals(List.of(), stores.journal().runsUnderWay());
  }

  private interface Starter {
    ChildJvm start(int number);
  }

  private static List<ChildJvm> started(int count, Starter starter) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(starter::start).toList());
  }

  private static ChildJvm readerOf(Path directory) {
    return ChildJvm.start(ReadingProgram.class, directory);
  }

  private static ChildJvm writerOf(Path directory, int writer) {
    return ChildJvm.start(RecordingProgram.class, directory, first(writer), RUNS, How.ACCEPTING);
  }

  private static int first(int writer) {
    return 1 + writer * 10_000;
  }
}
