package org.updateall.application.forecasting;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.LastValueForecaster;
import org.updateall.domain.forecast.LastValueReferenceLearner;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.ObservedSeriesFixture;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PointForecasts;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.SourcedSeries;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.history.Refusal;

final class LearningTest {

  private static final ForecastOptions OPTIONS = ForecastOptions.defaults();
  private static final List<ObservedSeries> SERIES =
      range(0, 9).mapToObj(i -> ObservedSeriesFixture.noisy("series " + i, 5 + i)).toList();
  private static final List<String> SOURCES =
      List.of("atlas", "zeus", "atlas", "hera", "zeus", "hera", "atlas", "zeus", "hera");

  private final ReferenceLearner learner = new LastValueReferenceLearner();
  private final Remembering forecaster = new Remembering();

  @Test
  void learnsFromAllSeriesTheSameOnOneThreadAndOnMany() {
    Option<ErrorReference> expected = learner.learn(points(""));

    assertEquals(expected, learn(sourced(), 1, Progress.none()));
    assertEquals(expected, learn(sourced(), 4, Progress.none()));
  }

  @Test
  void tellsHowFarLearningHasCome() {
    Progress progress = mock(Progress.class);

    learn(sourced(), 2, progress);

    verify(progress).begin("Learning", 9);
    verify(progress, times(9)).advance();
    verify(progress).end();
  }

  @Test
  void learnsNothingFromNothing() {
    assertEquals(Option.none(), learn(List.of(), 1, Progress.none()));
    assertEquals(
        "there is at least 1 thread, not 0",
        Refusal.of(() -> new LearningRequest(List.of(), OPTIONS, 0)));
  }

  @Test
  void forecastsEverySeriesByWhatTheOtherSourcesSay() {
    List<SeriesBacktest> done = backtest(SERIES, SOURCES).get();

    assertEquals(SERIES, done.stream().map(SeriesBacktest::series).toList());
    for (int i = 0; i < SERIES.size(); i++) {
      assertEquals(
          learner.learn(points(SOURCES.get(i))).getOrNull(),
          forecaster.references.get(SERIES.get(i).name()));
    }
    assertEquals(
        new LastValueForecaster().backtest(SERIES.get(8), OPTIONS, Origins.all(), 0.9),
        done.get(8).forecasts());
  }

  @Test
  void saysOfWhichSourceTheOthersSayNothing() {
    List<ObservedSeries> one = List.of(SERIES.get(0), ObservedSeriesFixture.noisy("short", 1));

    assertEquals(
        Either.left(new NothingToLearnFrom("atlas")), backtest(one, List.of("atlas", "zeus")));
    assertEquals(
        Either.left(new NothingToLearnFrom("atlas")),
        backtest(SERIES.subList(0, 2), List.of("atlas", "atlas")));
    assertEquals(Either.right(List.of()), backtest(List.of(), List.of()));
  }

  @Test
  void refusesSeriesOfWhichTheSourceIsNotTold() {
    assertEquals("9 series, but 0 sources", Refusal.of(() -> backtest(SERIES, List.of())));
  }

  private Option<ErrorReference> learn(List<SourcedSeries> series, int threads, Progress progress) {
    return new LearnReference(learner)
        .learn(new LearningRequest(series, OPTIONS, threads), progress);
  }

  private Either<NothingToLearnFrom, List<SeriesBacktest>> backtest(
      List<ObservedSeries> series, List<String> sources) {
    BacktestRequest request = new BacktestRequest(series, OPTIONS, Origins.all(), 0.9, 2);
    return new BacktestByOthers(learner, forecaster, System::nanoTime)
        .backtest(request, sources, Progress.none());
  }

  private static List<SourcedSeries> sourced() {
    return range(0, SERIES.size())
        .mapToObj(i -> new SourcedSeries(SOURCES.get(i), SERIES.get(i)))
        .toList();
  }

  /** What there is to learn from, but for that source. */
  private List<PointForecasts> points(String without) {
    return sourced().stream()
        .filter(each -> !each.source().equals(without))
        .map(each -> learner.pointForecasts(each, OPTIONS))
        .toList();
  }

  /** Forecasts by the last value, and remembers the references by series. */
  private static final class Remembering implements SeriesForecaster {

    private final SeriesForecaster forecaster = new LastValueForecaster();
    private final Map<String, ErrorReference> references = new ConcurrentHashMap<>();

    @Override
    public List<String> models() {
      return forecaster.models();
    }

    @Override
    public List<OneStepForecast> backtest(
        ObservedSeries series, ForecastOptions options, Origins origins, List<Double> levels) {
      ErrorReference reference = options.reference();
      if (reference != null) {
        references.put(series.name(), reference);
      }
      return forecaster.backtest(series, options, origins, levels);
    }

    @Override
    public List<StepForecast> forecast(
        ObservedSeries series, ForecastOptions options, List<Covariates> next, double level) {
      return forecaster.forecast(series, options, next, level);
    }
  }
}
