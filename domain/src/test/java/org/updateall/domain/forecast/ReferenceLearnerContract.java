package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ReferenceLearner} promises. */
public abstract class ReferenceLearnerContract {

  private static final ForecastOptions DEFAULTS = ForecastOptions.defaults();
  private static final SourcedSeries LONG = noisy("atlas", "long", 30);

  protected abstract ReferenceLearner learner();

  @Test
  void forecastsEveryValueOfASeries() {
    PointForecasts forecasts = points(LONG);

    assertEquals("atlas", forecasts.source());
    assertEquals(values(LONG), forecasts.values());
    assertEquals(30, forecasts.points().size());
    assertEquals(List.of(), points(noisy("atlas", "empty", 0)).points());
  }

  @Test
  void isNotChangedByWhatComesLater() {
    List<Double> whole = points(LONG).points();

    for (int size = 1; size < 30; size += 7) {
      ObservedSeries first = ObservedSeriesFixture.first(size, LONG.series());
      assertEquals(whole.subList(0, size), points(new SourcedSeries("atlas", first)).points());
    }
  }

  @Test
  void isNotChangedByWhatIsKnownOfOtherSeries() {
    ErrorReference learned = learn(LONG).get();

    assertEquals(points(LONG), learner().pointForecasts(LONG, DEFAULTS.withReference(learned)));
  }

  @Test
  void refusesAModelThatItDoesNotHave() {
    ForecastOptions strange =
        new ForecastOptions(
            "nosuchmodel", DEFAULTS.scale(), DEFAULTS.refit(), List.of(), null, DEFAULTS.zone());

    assertThrows(IllegalArgumentException.class, () -> learner().pointForecasts(LONG, strange));
  }

  @Test
  void learnsTheSameFromTheSameAndSomethingElseFromSomethingElse() {
    SourcedSeries other = noisy("zeus", "other", 25);

    assertEquals(learn(LONG, other), learn(LONG, other));
    assertNotEquals(learn(LONG, other), learn(LONG));
    assertNotEquals(learn(LONG, other), learn(other));
  }

  @Test
  void learnsNothingWhereNoSeriesHasTwoValues() {
    assertEquals(Option.none(), learn());
    assertEquals(Option.none(), learn(noisy("atlas", "none", 0), noisy("zeus", "one", 1)));
    assertTrue(learn(noisy("atlas", "one", 1), noisy("zeus", "two", 2)).isDefined());
  }

  @Test
  void learnsFromSeriesThatNeverMove() {
    double[] values = new double[12];
    SourcedSeries zeros = new SourcedSeries("a", ObservedSeriesFixture.of("zeros", values));

    assertTrue(learn(zeros).isDefined());
  }

  @Test
  void readsWhatItHasLearned() {
    ErrorReference learned = learn(LONG).get();

    assertEquals(learned, learner().read(learned.document()).get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "{}", "[1, 2]", "{\"format\":1}"})
  void saysWhyATextIsNoReference(String text) {
    assertFalse(learner().read(text).getLeft().reason().isBlank());
  }

  @Test
  void isSafeForUseBySeveralThreads() {
    ReferenceLearner shared = learner();
    List<SourcedSeries> series =
        range(0, 4).mapToObj(i -> noisy("atlas", "thread " + i, 15)).toList();
    List<CompletableFuture<PointForecasts>> running =
        series.stream()
            .map(each -> CompletableFuture.supplyAsync(() -> shared.pointForecasts(each, DEFAULTS)))
            .toList();

    for (int i = 0; i < series.size(); i++) {
      assertEquals(points(series.get(i)), running.get(i).join());
    }
  }

  private PointForecasts points(SourcedSeries series) {
    return learner().pointForecasts(series, DEFAULTS);
  }

  private Option<ErrorReference> learn(SourcedSeries... series) {
    return learner().learn(List.of(series).stream().map(this::points).toList());
  }

  private static SourcedSeries noisy(String source, String name, int size) {
    return new SourcedSeries(source, ObservedSeriesFixture.noisy(name, size));
  }

  private static List<Double> values(SourcedSeries series) {
    return series.series().observations().stream().map(Observation::value).toList();
  }
}
