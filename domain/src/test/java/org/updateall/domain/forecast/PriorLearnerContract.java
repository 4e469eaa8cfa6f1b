package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HostScope;

/** What every {@link PriorLearner} promises. */
public abstract class PriorLearnerContract {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  protected abstract PriorLearner learner();

  private static TrainingSeries on(String host, TrainingSeries series) {
    SeriesKey key =
        new SeriesKey(series.key().plugin(), HostScope.only(host), series.key().target());
    return new TrainingSeries(key, series.observations(), series.missing());
  }

  private Option<SeriesEvidence> evidence(TrainingSeries series) {
    return learner().evidence(series, DEFAULTS);
  }

  private List<SeriesEvidence> evidenceOf(int hosts) {
    return IntStream.range(0, hosts)
        .mapToObj(host -> evidence(on("host-" + host, SeriesFixture.noisy(25 + host))).get())
        .toList();
  }

  @Test
  void takesALongSeriesForEvidenceOfItsHost() {
    SeriesEvidence said = evidence(on("zeus", SeriesFixture.noisy(PriorLearner.ENOUGH_RUNS))).get();

    assertEquals("zeus", said.source());
    assertFalse(said.document().isBlank());
  }

  @Test
  void takesAShorterSeriesForNone() {
    assertEquals(Option.none(), evidence(SeriesFixture.noisy(PriorLearner.ENOUGH_RUNS - 1)));
    assertEquals(Option.none(), evidence(SeriesFixture.noisy(0)));
  }

  @Test
  void doesNotCountALowerBoundForAValue() {
    TrainingSeries series = SeriesFixture.noisy(PriorLearner.ENOUGH_RUNS);
    List<Observation> observations = new ArrayList<>(series.observations());
    Observation last = observations.remove(observations.size() - 1);
    observations.add(new Observation(last.time(), last.value(), last.known(), true));

    assertEquals(Option.none(), evidence(new TrainingSeries(series.key(), observations, 0)));
  }

  @Test
  void takesASeriesThatIsAlwaysNothingForNone() {
    assertEquals(Option.none(), evidence(SeriesFixture.of(new double[40])));
  }

  @Test
  void takesASeriesThatIsSometimesNothing() {
    double[] values = SeriesFixture.noisy(40).values();
    values[3] = 0;
    values[30] = 0;

    assertTrue(evidence(SeriesFixture.of(values)).isDefined());
  }

  @Test
  void saysTheSameOfTheSameAndSomethingElseOfSomethingElse() {
    assertEquals(evidence(SeriesFixture.noisy(30)), evidence(SeriesFixture.noisy(30)));
    assertNotEquals(evidence(SeriesFixture.noisy(30)), evidence(SeriesFixture.noisy(31)));
    assertEquals(learner().pool(evidenceOf(9)), learner().pool(evidenceOf(9)));
    assertNotEquals(learner().pool(evidenceOf(9)), learner().pool(evidenceOf(8)));
  }

  @Test
  void makesAPriorOfEnoughHosts() {
    int fewest = PriorLearner.FEWEST_SOURCES;

    assertEquals(fewest, learner().pool(evidenceOf(fewest)).get().sources());
    assertEquals(Option.none(), learner().pool(evidenceOf(fewest - 1)));
    assertEquals(Option.none(), learner().pool(List.of()));
  }

  @Test
  void countsAHostOnceHoweverManySeriesItHas() {
    List<SeriesEvidence> evidence = new ArrayList<>(evidenceOf(PriorLearner.FEWEST_SOURCES));
    evidence.add(evidence(on("host-0", SeriesFixture.noisy(77))).get());

    assertEquals(PriorLearner.FEWEST_SOURCES, learner().pool(evidence).get().sources());
    assertEquals(Option.none(), learner().pool(evidence.subList(1, evidence.size() - 1)));
  }

  @Test
  void takesTheDocumentOfAPriorThatItMade() {
    PooledPrior made = learner().pool(evidenceOf(7)).get();

    assertEquals(Either.right(made), learner().read(made.sources(), made.document()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "{}", "[1, 2]", "{\"format\":1}", "null"})
  void saysWhyATextIsNone(String text) {
    assertFalse(learner().read(7, text).getLeft().reason().isBlank());
  }

  @Test
  void isSafeForUseBySeveralThreads() {
    PriorLearner shared = learner();
    List<TrainingSeries> series =
        IntStream.range(0, 8).mapToObj(i -> SeriesFixture.noisy(25 + i)).toList();
    List<CompletableFuture<Option<SeriesEvidence>>> running =
        series.stream()
            .map(each -> CompletableFuture.supplyAsync(() -> shared.evidence(each, DEFAULTS)))
            .toList();

    for (int i = 0; i < series.size(); i++) {
      assertEquals(evidence(series.get(i)), running.get(i).join());
    }
  }
}
