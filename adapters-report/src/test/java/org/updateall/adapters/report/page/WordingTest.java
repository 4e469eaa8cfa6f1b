package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.adapters.report.chart.HistoryFixture;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.CoverageBand;

final class WordingTest {

  @ParameterizedTest
  @CsvSource({"0, < 1 %", "0.0099, < 1 %", "0.01, 1 %", "0.99, 99 %", "1, > 99 %"})
  void neverTellsAChanceAsCertain(double probability, String expected) {
    assertEquals(expected, Wording.chance(probability));
  }

  @ParameterizedTest
  @CsvSource({"0.9, 90 %", "0.95, 95 %", "0.975, 97.5 %", "0.29, 29 %"})
  void tellsLevelsAsTheyAre(double level, String expected) {
    assertEquals(expected, Wording.level(level));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 runs", "1, 1 run", "1204, '1,204 runs'"})
  void countsThings(long count, String expected) {
    assertEquals(expected, Wording.count(count, "run"));
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL, exponential smoothing",
    "FEW_RUNS, 'few runs, spread assumed'",
    "FAILED_RUNS, its failed runs alone",
    "PRIOR, other plugins or hosts",
    "ANNOUNCED, 'announced, spread assumed'",
    "DEFAULT, 'assumed, nothing known'",
    "NOTHING, no measured run yet"
  })
  void saysWhatAPredictionRestsOn(Basis basis, String expected) {
    PredictiveDistribution law = HistoryFixture.law(60, 0.3);
    SeriesKey key = new SeriesKey(new PluginName("apt"), HostScope.everyHost(), Target.WALL_CLOCK);
    Prediction prediction =
        new Prediction(key, law.median(), law, basis, "exponential_smoothing", 3, 2);

    assertEquals(expected, Wording.basis(prediction));
  }

  @Test
  void tellsBandsInWholePercent() {
    assertEquals("60–98 %", Wording.band(new CoverageBand(9, 10)));
    assertEquals("–", Wording.ratio(null));
    assertEquals("0.68", Wording.ratio(0.678));
  }
}
