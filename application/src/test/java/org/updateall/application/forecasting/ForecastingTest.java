package org.updateall.application.forecasting;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.LastValueForecaster;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.ObservedSeriesFixture;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;

final class ForecastingTest {

  private static final ForecastOptions OPTIONS = ForecastOptions.defaults();
  private static final double LEVEL = 0.9;
  private static final List<ObservedSeries> SERIES =
      range(0, 25).mapToObj(i -> ObservedSeriesFixture.noisy("series " + i, 10 + i)).toList();

  private final SeriesForecaster forecaster = new LastValueForecaster();

  @Test
  void forecastsThePastOfEverySeriesInTheirOrder() {
    List<SeriesBacktest> done = backtest(forecaster, SERIES, 4);

    assertEquals(SERIES, done.stream().map(SeriesBacktest::series).toList());
    for (SeriesBacktest each : done) {
      assertEquals(
          forecaster.backtest(each.series(), OPTIONS, Origins.defaults(), LEVEL), each.forecasts());
      assertEquals(1, each.scores().get().relativeError());
    }
  }

  @Test
  void givesTheSameOnOneThreadAndOnMany() {
    assertEquals(forecasts(1), forecasts(8));
  }

  @Test
  void worksOnNoMoreSeriesAtATimeThanThereAreThreads() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    backtest(
        before(
            series -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              running.decrementAndGet();
            }),
        SERIES,
        3);

    assertTrue(most.get() <= 3, most.toString());
  }

  @Test
  void reallyWorksOnSeveralAtATime() {
    CountDownLatch both = new CountDownLatch(2);

    assertEquals(
        2,
        backtest(
                before(
                    series -> {
                      both.countDown();
                      await(both);
                    }),
                SERIES.subList(0, 2),
                2)
            .size());
  }

  @Test
  void tellsHowLongEachTook() {
    AtomicLong passed = new AtomicLong();
    BacktestSeries useCase = new BacktestSeries(forecaster, () -> passed.addAndGet(1_500_000));

    List<SeriesBacktest> done = useCase.backtest(request(SERIES, 1), Progress.none());

    done.forEach(each -> assertEquals(Duration.ofNanos(1_500_000), each.elapsed()));
  }

  @Test
  void tellsHowFarItHasCome() {
    Progress progress = mock(Progress.class);

    new BacktestSeries(forecaster, System::nanoTime).backtest(request(SERIES, 2), progress);

    verify(progress).begin("Backtesting", 25);
    verify(progress, times(25)).advance();
    verify(progress).end();
  }

  @Test
  void hasNothingToSayOfNothing() {
    assertEquals(List.of(), backtest(forecaster, List.of(), 2));
  }

  @Test
  void stopsAtTheFirstFailureAndThrowsItAsItIs() {
    IllegalStateException failure = new IllegalStateException("series 7");
    AssertionError error = new AssertionError("series 0");

    assertSame(
        failure,
        assertThrows(IllegalStateException.class, () -> backtest(failing(failure, 7), SERIES, 2)));
    assertSame(
        error, assertThrows(AssertionError.class, () -> backtest(failingHard(error), SERIES, 2)));
  }

  @Test
  void refusesAModelThatIsNotKnown() {
    ForecastOptions strange =
        new ForecastOptions(
            "nosuchmodel", OPTIONS.scale(), OPTIONS.refit(), List.of(), null, OPTIONS.zone());
    BacktestRequest request = new BacktestRequest(SERIES, strange, Origins.defaults(), LEVEL, 2);

    assertThrows(
        IllegalArgumentException.class,
        () -> new BacktestSeries(forecaster, System::nanoTime).backtest(request, Progress.none()));
  }

  @Test
  void endsWhenItIsInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          CancellationException.class, () -> backtest(before(series -> await(never)), SERIES, 2));
    } finally {
      assertTrue(Thread.interrupted(), "it stays interrupted");
    }
  }

  @Test
  void refusesLevelsAndThreadsThatCannotBe() {
    assertEquals("there is at least 1 thread, not 0", Refusal.of(() -> request(SERIES, 0)));
    assertEquals(
        "there is at least 1 thread, not -1",
        Refusal.of(() -> new ForecastRequest(List.of(), OPTIONS, LEVEL, -1)));
    assertEquals(
        "a level lies above 0 and at or below 0.99, not at 0.995",
        Refusal.of(() -> new ForecastRequest(List.of(), OPTIONS, 0.995, 1)));
    assertEquals(
        "a level lies above 0 and at or below 0.99, not at 0.0",
        Refusal.of(() -> new BacktestRequest(SERIES, OPTIONS, Origins.defaults(), 0, 1)));
  }

  @Test
  void forecastsWhatComesNextInEverySeries() {
    List<SeriesAhead> ahead =
        range(0, SERIES.size())
            .mapToObj(i -> new SeriesAhead(SERIES.get(i), Collections.nCopies(i, Covariates.NONE)))
            .toList();
    Progress progress = mock(Progress.class);

    List<SeriesForecast> done =
        new ForecastSeries(forecaster)
            .forecast(new ForecastRequest(ahead, OPTIONS, LEVEL, 3), progress);

    assertEquals(SERIES, done.stream().map(SeriesForecast::series).toList());
    assertEquals(
        range(0, 25).boxed().toList(), done.stream().map(each -> each.steps().size()).toList());
    assertEquals(
        forecaster.forecast(SERIES.get(24), OPTIONS, ahead.get(24).next(), LEVEL),
        done.get(24).steps());
    verify(progress).begin("Forecasting", 25);
    verify(progress).end();
  }

  @Test
  void gathersASeriesOfEachTargetThatAPluginHasMeasured() {
    Histories histories =
        Histories.empty()
            .with("atlas", "apt", 20)
            .with("atlas", "snap", 3)
            .with("zeus", "apt", 7)
            .withUnmeasured("atlas", "npm");
    PluginName strange = new PluginName("nosuchplugin");

    GatheredSeries atlas = gather(histories, HostScope.only("atlas"));
    GatheredSeries apt = gather(histories, HostScope.everyHost(), new PluginName("apt"), strange);

    assertEquals(List.of(20, 3), atlas.series().stream().map(each -> each.size()).toList());
    assertTrue(atlas.series().stream().allMatch(each -> each.key().target() == Target.WALL_CLOCK));
    assertEquals(List.of(27), apt.series().stream().map(each -> each.size()).toList());
    assertEquals(List.of(strange), apt.unknown());
    assertFalse(atlas.series().isEmpty());
  }

  private static GatheredSeries gather(Histories histories, HostScope host, PluginName... plugins) {
    return new GatherSeries(histories.history()).gather(List.of(plugins), host);
  }

  private List<List<OneStepForecast>> forecasts(int threads) {
    return backtest(forecaster, SERIES, threads).stream().map(SeriesBacktest::forecasts).toList();
  }

  private static List<SeriesBacktest> backtest(
      SeriesForecaster forecaster, List<ObservedSeries> series, int threads) {
    return new BacktestSeries(forecaster, System::nanoTime)
        .backtest(request(series, threads), Progress.none());
  }

  private static BacktestRequest request(List<ObservedSeries> series, int threads) {
    return new BacktestRequest(series, OPTIONS, Origins.defaults(), LEVEL, threads);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SeriesForecaster failing(RuntimeException failure, int at) {
    return before(
        series -> {
          if (series.name().equals("series " + at)) {
            throw failure;
          }
        });
  }

  private static SeriesForecaster failingHard(Error error) {
    SeriesForecaster failing = mock(SeriesForecaster.class);
    when(failing.backtest(any(), any(), any(), anyList())).thenThrow(error);
    return failing;
  }

  /** The forecaster, before which something is done with each series. */
  private SeriesForecaster before(Consumer<ObservedSeries> first) {
    return new SeriesForecaster() {
      @Override
      public List<String> models() {
        return forecaster.models();
      }

      @Override
      public List<OneStepForecast> backtest(
          ObservedSeries series, ForecastOptions options, Origins origins, List<Double> levels) {
        first.accept(series);
        return forecaster.backtest(series, options, origins, levels);
      }

      @Override
      public List<StepForecast> forecast(
          ObservedSeries series, ForecastOptions options, List<Covariates> next, double level) {
        return forecaster.forecast(series, options, next, level);
      }
    };
  }
}
