package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.Target;
import picocli.CommandLine.TypeConversionException;

final class TargetWordTest {

  private final TargetWord.Converter converter = new TargetWord.Converter();

  @ParameterizedTest
  @CsvSource({
    "wall, WALL_CLOCK",
    "TIME, WALL_CLOCK",
    "wall_clock_seconds, WALL_CLOCK",
    "cpu, CPU_TIME",
    "memory, MEMORY_PEAK",
    "download, DOWNLOAD_SIZE"
  })
  void aMetricHasSeveralNames(String word, Target target) {
    assertEquals(target, converter.convert(word));
  }

  @Test
  void otherWordsAreAnsweredWithThoseThatThereAre() {
    TypeConversionException refused =
        assertThrows(TypeConversionException.class, () -> converter.convert("size"));
    assertEquals("'size' is none of wall, cpu, memory, download", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "WALL_CLOCK, elapsed time",
    "CPU_TIME, CPU time",
    "MEMORY_PEAK, memory peak",
    "DOWNLOAD_SIZE, download size"
  })
  void targetsHaveNamesInSentences(Target target, String words) {
    assertEquals(words, TargetWord.inWords(target));
  }
}
