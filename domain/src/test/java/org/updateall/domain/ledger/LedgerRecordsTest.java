package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;

class LedgerRecordsTest {

  private static final PredictiveDistribution UNIFORM = Foretellings.uniform(0, 100);

  @Test
  void aPredictionIsKeptWithTheIntervalThatWasAskedFor() {
    RecordedPrediction kept =
        RecordedPrediction.of(prediction("apt", Basis.MODEL, "pool", 30, 25), 0.85);

    assertEquals(new PluginName("apt"), kept.plugin());
    assertEquals(Target.WALL_CLOCK, kept.target());
    assertEquals(50, kept.point());
    assertEquals(UNIFORM.interval(0.85), kept.interval());
    assertEquals(QuantileOutline.of(UNIFORM), kept.outline());
    assertEquals(Basis.MODEL, kept.basis());
    assertEquals(IntervalBasis.BLEND, kept.intervalBasis());
    assertEquals("pool", kept.model());
    assertEquals(30, kept.runs());
    assertEquals(25, kept.scores());
  }

  @Test
  void aTotalRestsOnTheWeakestOfItsParts() {
    TotalPrediction total =
        new TotalPrediction(
            Target.WALL_CLOCK,
            UNIFORM,
            List.of(new PluginName("apt"), new PluginName("cargo")),
            List.of());
    RecordedPrediction kept =
        RecordedPrediction.of(
            total,
            0.9,
            List.of(
                prediction("apt", Basis.MODEL, "pool", 30, 25),
                prediction("cargo", Basis.FEW_RUNS, null, 3, 0)));

    assertTrue(kept.isTotal());
    assertNull(kept.model());
    assertEquals(Basis.FEW_RUNS, kept.basis());
    assertEquals(IntervalBasis.PRIOR, kept.intervalBasis());
    assertEquals(3, kept.runs());
    assertEquals(0, kept.scores());
    assertThrows(
        IllegalArgumentException.class, () -> RecordedPrediction.of(total, 0.9, List.of()));
  }

  @Test
  void whatIsForetoldOfARunIsFoundByItsTarget() {
    ForetoldRun foretold = Foretellings.complete();

    assertEquals(foretold.predictions().subList(0, 1), foretold.parts(Target.WALL_CLOCK));
    assertEquals(Option.some(foretold.predictions().get(2)), foretold.total(Target.WALL_CLOCK));
    assertEquals(Option.none(), foretold.total(Target.DOWNLOAD_SIZE));
    assertEquals(List.of(), foretold.parts(Target.CPU_TIME));
  }

  @Test
  void nothingIsForetoldTwiceOfARun() {
    RecordedPrediction one = Foretellings.prediction("apt", 1, 2);
    RecordedPrediction total = Foretellings.total(1, 2);
    assertRefused(List.of());
    assertRefused(List.of(one, one));
    assertRefused(List.of(one, total, total));
  }

  @Test
  void timesAreCutToTheMicrosecond() {
    assertEquals(
        Instant.parse("2026-01-05T12:00:00.123456Z"),
        Foretellings.run(1, Instant.parse("2026-01-05T12:00:00.123456789Z"), "apt").madeAt());
  }

  @Test
  void refusesFiguresThatNoPredictionHas() {
    assertThrows(IllegalArgumentException.class, () -> figures(-1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> figures(Double.NaN, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> figures(Double.POSITIVE_INFINITY, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> figures(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> figures(1, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> Judgements.uniform(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Judgements.uniform(-1));
  }

  private static void assertRefused(List<RecordedPrediction> predictions) {
    assertThrows(
        IllegalArgumentException.class, () -> new ForetoldRun(Runs.id(1), Runs.NOON, predictions));
  }

  private static RecordedPrediction figures(double point, int runs, int scores) {
    return new RecordedPrediction(
        null,
        Target.CPU_TIME,
        point,
        new PredictionInterval(0, 1, 0.9),
        QuantileOutline.of(UNIFORM),
        Basis.MODEL,
        IntervalBasis.BLEND,
        null,
        runs,
        scores);
  }

  private static Prediction prediction(
      String plugin, Basis basis, @Nullable String model, int runs, int scores) {
    return new Prediction(
        new SeriesKey(new PluginName(plugin), HostScope.everyHost(), Target.WALL_CLOCK),
        50,
        UNIFORM,
        basis,
        model,
        runs,
        scores);
  }
}
