package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.modeling.NewHosts.Compared;
import org.updateall.modeling.NewHosts.Member;

final class FleetPriorsTest {

  private static final TrainingOptions ALONE = TrainingOptions.defaults();
  private static final List<Member> FLEET = NewHostsOfFleet.of(SyntheticFleet.of(3, 48, 1, 40));

  private static final PriorLearner LEARNER = new PrequentialPriorLearner();
  private static final PooledPrior PRIOR = LEARNER.pool(evidence("wall_clock_seconds")).get();

  private final ModelTrainer trainer =
      new PrequentialModelTrainer(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final TrainingOptions informed = ALONE.withPrior(PRIOR);

  private static List<SeriesEvidence> evidence(String target) {
    return FLEET.stream()
        .filter(member -> member.group().equals(target))
        .skip(1)
        .flatMap(member -> LEARNER.evidence(member.series(), ALONE).toJavaStream())
        .toList();
  }

  private static TrainingSeries first(int runs) {
    TrainingSeries whole =
        FLEET.stream()
            .filter(member -> member.group().equals("wall_clock_seconds"))
            .findFirst()
            .orElseThrow()
            .series();
    return new TrainingSeries(whole.key(), whole.observations().subList(0, runs), 0);
  }

  @Test
  void narrowsIntervalsOfNewHostsAndKeepsTheirCoverage() {
    Map<String, Compared> byTarget = new NewHosts(FLEET).compared(3, 2);

    double ratio = NewHosts.ratio(byTarget);
    double coverage = NewHosts.coverage(byTarget, true);
    assertTrue(ratio <= 0.85, "interval score in proportion: " + ratio);
    assertTrue(coverage >= 0.87 && coverage <= 0.93, "coverage: " + coverage);
    assertEquals(4, byTarget.size());
  }

  @Test
  void makesNoEvidenceOfShortSeriesOrOfNothing() {
    assertEquals(Option.none(), LEARNER.evidence(first(19), ALONE));
    assertTrue(LEARNER.evidence(first(20), ALONE).isDefined());
    assertEquals(first(20).key().host().hostname(), source(first(20)));
    TrainingSeries zeros =
        new TrainingSeries(
            first(20).key(),
            first(20).observations().stream().map(each -> new Observation(each.time(), 0)).toList(),
            0);
    assertEquals(Option.none(), LEARNER.evidence(zeros, ALONE));
  }

  private String source(TrainingSeries series) {
    return LEARNER.evidence(series, ALONE).get().source();
  }

  @Test
  void makesNoPriorOfFewHosts() {
    List<SeriesEvidence> evidence = evidence("wall_clock_seconds");
    SeriesEvidence one = evidence.get(0);

    assertEquals(Option.none(), LEARNER.pool(evidence.subList(0, 4)));
    assertEquals(Option.none(), LEARNER.pool(List.of(one, one, one, one, one, one)));
    assertEquals(5, LEARNER.pool(evidence.subList(0, 5)).get().sources());
  }

  @Test
  void makesTheSamePriorOfTheSameEvidence() {
    assertEquals(PRIOR, LEARNER.pool(evidence("wall_clock_seconds")).get());
    assertNotEquals(PRIOR.document(), LEARNER.pool(evidence("cpu_seconds")).get().document());
  }

  @Test
  void makesAPriorOfMoreSeriesThanItLooksAt() {
    List<SeriesEvidence> many = new ArrayList<>();
    SeriesEvidence one = evidence("wall_clock_seconds").get(0);
    IntStream.range(0, 2100)
        .forEach(host -> many.add(new SeriesEvidence("host-" + host, one.document())));

    assertEquals(2100, LEARNER.pool(many).get().sources());
  }

  @Test
  void readsWhatItWroteAndRefusesAnythingElse() {
    assertEquals(PRIOR, LEARNER.read(PRIOR.sources(), PRIOR.document()).get());
    for (String wrong :
        List.of(
            "{}",
            "nonsense",
            PRIOR.document().replace("\"levelVariance\":", "\"levelVariance\":-"),
            PRIOR.document().replaceFirst("\"signed\":\\[", "\"signed\":[1e9,"),
            PRIOR.document().replaceFirst("\"levels\":\\[", "\"levels\":[2.0,"))) {
      assertTrue(LEARNER.read(7, wrong).isLeft(), wrong);
    }
    String newer = PRIOR.document().replace("\"format\":1", "\"format\":2");
    assertTrue(LEARNER.read(7, newer).getLeft().reason().contains("update update-all"));
    assertThrows(
        IllegalArgumentException.class,
        () -> trainer.predictFromFewRuns(first(3), ALONE.withPrior(new PooledPrior(7, newer))));
  }

  @Test
  void tellsANewHostFromTheFleetAloneAndSaysSo() {
    Prediction none = trainer.predictFromFewRuns(first(0), informed).get();
    Prediction few = trainer.predictFromFewRuns(first(3), informed).get();

    assertEquals(Basis.PRIOR, none.basis());
    assertEquals(Basis.FEW_RUNS, few.basis());
    assertTrue(none.fleet() && few.fleet());
    assertFalse(trainer.predictFromFewRuns(first(3), ALONE).get().fleet());
    assertTrue(few.interval(0.9).width() < none.interval(0.9).width());
    assertEquals(Option.none(), trainer.predictFromFewRuns(first(0), ALONE));
  }

  @Test
  void saysHowOftenAValueIsNothing() {
    PooledPrior downloads = LEARNER.pool(evidence("download_size_bytes")).get();
    Prediction some = trainer.predictFromFewRuns(first(0), ALONE.withPrior(downloads)).get();

    assertEquals(0, some.interval(0.9).lower());
    assertTrue(some.interval(0.5).lower() > 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 12, 19})
  void restsModelsOfShortSeriesOnThePrior(int runs) {
    TrainedModel with = trainer.train(first(runs), informed, 0.9).get().model();
    TrainedModel without = trainer.train(first(runs), ALONE, 0.9).get().model();

    assertNotEquals(without.document(), with.document());
    assertNotEquals(without.provenance().fingerprint(), with.provenance().fingerprint());
    assertEquals(with.provenance().fingerprint(), trainer.fingerprint(first(runs), informed));
    assertTrue(predicted(with).fleet());
    assertNotEquals(predicted(without).distribution(), predicted(with).distribution());
    assertNotNull(ModelDocument.read(with.document()).get().early());
    assertNull(ModelDocument.read(without.document()).get().early());
    assertFalse(without.document().contains("\"early\":{\"rows\""));
  }

  @Test
  void restsModelsOfLongSeriesOnTheirOwnRuns() {
    TrainedModel with = trainer.train(first(20), informed, 0.9).get().model();

    assertEquals(trainer.train(first(20), ALONE, 0.9).get().model(), with);
    assertFalse(predicted(with).fleet());
  }

  @Test
  void goesOnFromAKeptModelToTheSameModelBitForBit() {
    TrainedModel kept = trainer.train(first(5), informed, 0.9).get().model();
    for (int runs = 6; runs <= 22; runs++) {
      TrainedModel updated = trainer.update(kept, first(runs), informed, 0.9).get().model();
      assertEquals(trainer.train(first(runs), informed, 0.9).get().model(), updated);
      kept = updated;
    }
  }

  @Test
  void beginsAnewWhereThePriorIsAnother() {
    PooledPrior other = LEARNER.pool(evidence("wall_clock_seconds").subList(0, 6)).get();
    TrainedModel kept = trainer.train(first(9), informed, 0.9).get().model();
    for (TrainingOptions options : List.of(ALONE, ALONE.withPrior(other))) {
      assertEquals(
          trainer.train(first(10), options, 0.9).get().model(),
          trainer.update(kept, first(10), options, 0.9).get().model());
    }
  }

  @Test
  void keepsAPriorShort() {
    assertTrue(PRIOR.document().length() < 9000, () -> "" + PRIOR.document().length());
  }

  private Prediction predicted(TrainedModel model) {
    return trainer.predict(model, Upcoming.ahead(1)).get();
  }
}
