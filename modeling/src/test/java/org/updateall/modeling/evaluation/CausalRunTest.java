package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.scale.Power;

class CausalRunTest {

  private static final List<Power> POWERS =
      List.of(Power.SQUARE_ROOT, Power.IDENTITY, Power.LOGARITHM);

  @Test
  void nothingAfterAnOriginChangesWhatIsUsedThere() {
    Random random = new Random(1);
    double[] series = IntStream.range(0, 70).mapToDouble(t -> untidy(random, t)).toArray();
    CausalRun whole = run(series);
    for (int length = 1; length <= series.length; length++) {
      ScaledForecasts then = run(Arrays.copyOf(series, length)).current();
      ScaledForecasts inHindsight = whole.usedAt(length);
      assertEquals(inHindsight.scale(), then.scale());
      assertArrayEquals(inHindsight.scoresBefore(length), then.scoresBefore(length));
    }
  }

  @Test
  void theScaleOfMultiplicativeGrowthIsLogarithmic() {
    Random random = new Random(3);
    double[] growing =
        IntStream.range(0, 400)
            .mapToDouble(t -> Math.exp(1 + t / 60.0 + 0.5 * random.nextGaussian()))
            .toArray();
    assertEquals(Power.LOGARITHM, run(growing).current().scale().power());
  }

  @Test
  void beforeTheOffsetIsSettledTheValuesThemselvesAreTheScale() {
    assertEquals(Power.IDENTITY, run(new double[] {1, 2, 3, 4}).current().scale().power());
    assertEquals(Power.SQUARE_ROOT, run(new double[] {1, 2, 3, 4, 5}).current().scale().power());
    assertEquals(Power.IDENTITY, run(new double[50]).current().scale().power());
  }

  /**
   * 3,000 forecasts of exchangeable values: four binomial standard errors, and one percentage point
   * because ranks are whole numbers and the forecasts of early origins move.
   */
  @Test
  void coversWhatItSaysOnStationarySeries() {
    Random random = new Random(4);
    for (double level : new double[] {0.5, 0.8, 0.9}) {
      int origins = 0;
      int hits = 0;
      for (int trial = 0; trial < 15; trial++) {
        double[] series = IntStream.range(0, 210).mapToDouble(t -> jobTime(random)).toArray();
        BacktestFigures backtest = run(series).backtest(level);
        origins += backtest.origins();
        hits += hits(backtest);
      }
      double limit = 4 * Math.sqrt(level * (1 - level) / origins);
      assertEquals(level, (double) hits / origins, limit + 0.01);
    }
  }

  @Test
  void aBacktestOfAConstantHitsEverywhereWithoutWidth() {
    double[] constant = new double[30];
    Arrays.fill(constant, 0.1);
    BacktestFigures backtest = run(constant).backtest(0.9);
    assertEquals(new BacktestFigures(0.9, 20, 0, 0, 0, 0, 0, 0, 0), withoutReference(backtest));
  }

  @Test
  void aBacktestKnowsWhereItMissed() {
    double[] series = new double[30];
    Arrays.fill(series, 10);
    series[20] = 30;
    BacktestFigures backtest =
        CausalRun.of(new LastValue(), series, List.of(Power.IDENTITY), 100).backtest(0.5);
    assertEquals(1, backtest.above());
    assertEquals(1, backtest.below());
    assertEquals(18, hits(backtest));
    assertEquals(2, backtest.meanAbsoluteError(), 1e-12);
    assertEquals(2, backtest.lastValueError(), 1e-12);
    assertEquals(2, backtest.meanOfThreeError(), 1e-12);
    assertEquals(0, backtest.meanWidth(), 1e-12);
    assertEquals(4 * 2, backtest.intervalScore(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {140, 500})
  void zerosAreInsideTheBoundsThatZerosMade(int zeros) {
    Random random = new Random(2);
    double[] series =
        DoubleStream.concat(
                DoubleStream.generate(() -> 1 + random.nextInt(9)).limit(10),
                DoubleStream.generate(() -> 0).limit(zeros))
            .toArray();
    for (List<Power> powers : List.of(POWERS, List.of(Power.LOGARITHM))) {
      BacktestFigures backtest =
          CausalRun.of(new ExponentialSmoothing(), series, powers, 100).backtest(0.9);
      assertTrue(backtest.below() + backtest.above() <= 1, backtest.toString());
    }
  }

  @Test
  void aShortSeriesHasNoOrigins() {
    BacktestFigures backtest = run(new double[] {1, 2, 3}).backtest(0.9);
    assertEquals(0, backtest.origins());
    assertEquals(0, backtest.intervalScore());
  }

  private static CausalRun run(double[] series) {
    return CausalRun.of(new ExponentialSmoothing(), series, POWERS, 100);
  }

  /** The mean of three tenths is not quite a tenth. */
  private static BacktestFigures withoutReference(BacktestFigures backtest) {
    assertEquals(0, backtest.meanOfThreeError(), 1e-12);
    return new BacktestFigures(
        backtest.level(),
        backtest.origins(),
        backtest.below(),
        backtest.above(),
        backtest.meanAbsoluteError(),
        backtest.lastValueError(),
        0,
        backtest.meanWidth(),
        backtest.intervalScore());
  }

  private static int hits(BacktestFigures backtest) {
    return backtest.origins() - backtest.below() - backtest.above();
  }

  private static double jobTime(Random random) {
    return 20 + 5 * Math.exp(0.8 * random.nextGaussian());
  }

  private static double untidy(Random random, int t) {
    return t % 9 == 0 ? 0 : Math.floor(20 * Math.exp(random.nextGaussian()));
  }
}
