package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.Refusal;

class FleetOptionsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  private static FleetTrainingRequest request(double level, int latest, int threads) {
    return new FleetTrainingRequest(
        Path.of("in"), Path.of("out"), DEFAULTS, level, latest, threads);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1, 0.99999, Double.NaN})
  void refusesALevelOfWhichNoIntervalIsKnown(double level) {
    assertThrows(IllegalArgumentException.class, () -> new FleetOptions(DEFAULTS, level, 1, NOW));
    assertThrows(IllegalArgumentException.class, () -> request(level, 1, 1));
  }

  @Test
  void refusesToUseNoExecution() {
    String why = "at least 1 execution is used, not 0";

    assertEquals(why, Refusal.of(() -> new FleetOptions(DEFAULTS, 0.9, 0, NOW)));
    assertEquals(why, Refusal.of(() -> request(0.9, 0, 1)));
    assertEquals(1, request(0.9, 1, 1).latest());
  }

  @Test
  void refusesToWorkWithoutThreads() {
    assertEquals("there is at least 1 thread, not 0", Refusal.of(() -> request(0.9, 1, 0)));
  }

  @Test
  void signsWhateverMayGiveSomethingElse() {
    FleetOptions options = new FleetOptions(DEFAULTS, 0.9, 1000, NOW);

    assertEquals(
        DEFAULTS.signature() + ";level=0.9;latest=1000;asOf=2026-11-29T12:00:00Z",
        options.signature());
    assertEquals(
        4,
        Set.of(
                options.signature(),
                new FleetOptions(DEFAULTS, 0.8, 1000, NOW).signature(),
                new FleetOptions(DEFAULTS, 0.9, 999, NOW).signature(),
                new FleetOptions(DEFAULTS, 0.9, 1000, NOW.plusNanos(1000)).signature())
            .size());
  }

  @Test
  void signsAlikeWhateverDigitsTheUserReads() {
    String expected = new FleetOptions(DEFAULTS, 0.9, 1000, NOW).signature();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, new FleetOptions(DEFAULTS, 0.9, 1000, NOW).signature());
    } finally {
      Locale.setDefault(before);
    }
  }
}
