package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.exchange.ExchangeFormat;

/**
 * Offers spoiled exports to the import in a process of its own with little memory, so that neither
 * a crash nor a full memory goes unseen. Short unless the system properties {@code fuzz.json},
 * {@code fuzz.csv} and {@code fuzz.parquet} (how many inputs), {@code fuzz.store} (one of how many
 * goes through the store) and {@code fuzz.seed} say otherwise.
 */
class ExchangeFuzzTest {

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
      String summary = String.join("\n", child.remainingLines());

      assertEquals(0, child.exitCode());
      assertTrue(summary.startsWith("%s: %d inputs".formatted(format, inputs)), summary);
      System.getLogger(ExchangeFuzzTest.class.getName()).log(System.Logger.Level.INFO, summary);
    }
  }

  private static long shortOf(ExchangeFormat format) {
    return format == ExchangeFormat.PARQUET ? 50 : 500;
  }
}
