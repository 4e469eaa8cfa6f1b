package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.exchange.ExchangeFormat;

/**
 * Offers spoiled exports to the import in a process of its own with little memory, so that neither
 * a crash, a full memory nor a hang goes unseen. Short unless the system properties {@code
 * fuzz.json}, {@code fuzz.csv} and {@code fuzz.parquet} (how many inputs), {@code fuzz.store} (one
 * of how many goes through the store) and {@code fuzz.seed} say otherwise.
 */
class ExchangeFuzzTest {

  /** Far beyond what an input takes on a loaded machine: what is silent for longer hangs. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void refusesASpoiledExportOrTakesItInWhole(ExchangeFormat format) throws Exception {
    long inputs = Long.getLong("fuzz." + format.wireName(), shortOf(format));
    try (ChildJvm child =
        ChildJvm.startWith(
            List.of("-Xmx256m"),
            FuzzProgram.class,
            directory,
            format.name(),
            Long.getLong("fuzz.seed", 1),
            0,
            inputs,
            Long.getLong("fuzz.store", 100))) {
      String summary = summaryOf(child, inputs);

      assertEquals(0, child.exitCode());
      assertTrue(summary.startsWith("%s: %d inputs".formatted(format, inputs)), summary);
      System.getLogger(ExchangeFuzzTest.class.getName()).log(System.Logger.Level.INFO, summary);
    }
  }

  /** Its last line, behind one for each input. */
  private static String summaryOf(ChildJvm child, long inputs) throws Exception {
    String last = "the beginning";
    try {
      for (long input = 0; input < inputs; input++) {
        last = child.line(LONGEST_SILENCE);
      }
      return child.line(LONGEST_SILENCE);
    } catch (TimeoutException e) {
      throw new AssertionError("no end in sight after " + last, e);
    }
  }

  private static long shortOf(ExchangeFormat format) {
    return format == ExchangeFormat.PARQUET ? 50 : 500;
  }
}
