package org.updateall.modeling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.ObservedSeriesFixture;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PointForecasts;
import org.updateall.domain.forecast.SourcedSeries;
import org.updateall.modeling.interval.ReferenceDocument;
import org.updateall.modeling.interval.ReferenceErrors;

final class PrequentialReferenceLearnerTest {

  private static final ForecastOptions POOL = ForecastOptions.defaults();

  private final PrequentialReferenceLearner learner = new PrequentialReferenceLearner();
  private final UnivariateSeriesForecaster forecaster = new UnivariateSeriesForecaster();

  @Test
  void theShippedTableIsOneThatItReadsAndNoneIsTheSameAsThatOne() {
    ErrorReference shipped =
        new ErrorReference(new String(ReferenceDocument.write(ReferenceErrors.shipped()), UTF_8));
    ObservedSeries series = ObservedSeriesFixture.noisy("shipped", 40);

    assertTrue(learner.read(shipped.document()).isRight());
    assertEquals(backtest(series, POOL), backtest(series, POOL.withReference(shipped)));
  }

  @Test
  void intervalsOfAYoungSeriesAreAsWideAsTheSeriesThatWereLearnedFromAreRestless() {
    ErrorReference calm = learned(false);
    ErrorReference restless = learned(true);
    ObservedSeries young = ObservedSeriesFixture.noisy("young", 8);

    double narrow = width(backtest(young, POOL.withReference(calm)));
    double wide = width(backtest(young, POOL.withReference(restless)));

    assertTrue(wide > 1.5 * narrow, wide + " and " + narrow);
  }

  @Test
  void refusesToForecastByWhatIsNoTable() {
    ObservedSeries series = ObservedSeriesFixture.noisy("refused", 8);
    ForecastOptions options = POOL.withReference(new ErrorReference("nonsense"));

    assertThrows(IllegalArgumentException.class, () -> backtest(series, options));
  }

  private List<OneStepForecast> backtest(ObservedSeries series, ForecastOptions options) {
    return forecaster.backtest(series, options, Origins.all(), 0.9);
  }

  private static double width(List<OneStepForecast> forecasts) {
    return forecasts.get(forecasts.size() - 1).interval().width();
  }

  /**
   * From twelve series, on whose values either always a little noise lies, or now and then much.
   */
  private ErrorReference learned(boolean nowAndThen) {
    List<PointForecasts> points =
        range(0, 12)
            .mapToObj(seed -> new SourcedSeries("source " + seed % 3, series(seed, nowAndThen)))
            .map(series -> learner.pointForecasts(series, POOL))
            .toList();
    return learner.learn(points).get();
  }

  private static ObservedSeries series(int seed, boolean nowAndThen) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      double noise = nowAndThen && random.nextInt(5) == 0 ? 0.8 : 0.05;
      values[i] = 60 * Math.exp(noise * random.nextGaussian());
    }
    return ObservedSeriesFixture.of("series " + seed, values);
  }
}
