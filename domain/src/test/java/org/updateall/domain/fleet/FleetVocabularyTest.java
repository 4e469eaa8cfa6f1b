package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;

class FleetVocabularyTest {

  private static final long GIB = 1L << 30;
  private static final PluginName APT = new PluginName("apt");
  private static final HostProfile PROFILE = new HostProfile("debian-12", SizeClass.SMALL);
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final NaiveModelTrainer TRAINER =
      new NaiveModelTrainer(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "1, 64, SMALL",
    "2, 64, SMALL",
    "3, 3, SMALL",
    "3, 4, MEDIUM",
    "8, 64, MEDIUM",
    "9, 15, MEDIUM",
    "9, 16, LARGE",
    "64, 3, SMALL"
  })
  void measuresMachinesByWhatAnUpdateFeels(int processors, long gibibytes, SizeClass size) {
    assertEquals(size, SizeClass.of(processors, gibibytes * GIB));
  }

  @Test
  void doesNotGuessTheSizeOfAMachine() {
    assertEquals(SizeClass.UNKNOWN, SizeClass.of(null, GIB));
    assertEquals(SizeClass.UNKNOWN, SizeClass.of(2, null));
    assertEquals(SizeClass.SMALL, SizeClass.of(8, 4 * GIB - 1));
    assertEquals(SizeClass.MEDIUM, SizeClass.of(9, 16 * GIB - 1));
  }

  @ParameterizedTest
  @EnumSource(SizeClass.class)
  void knowsEverySizeByItsWireName(SizeClass size) {
    assertEquals(Option.some(size), SizeClass.fromWireName(size.wireName()));
    assertEquals(Option.none(), SizeClass.fromWireName(size.name()));
  }

  @Test
  void refusesAProfileWithoutASystem() {
    assertEquals(
        "the operating system is blank", Refusal.of(() -> new HostProfile(" ", SizeClass.SMALL)));
    assertEquals(new HostProfile("unknown", SizeClass.UNKNOWN), HostProfile.UNKNOWN);
  }

  @Test
  void namesTheKindsOfASeriesFromTheNarrowestToTheWidest() {
    assertEquals(
        List.of(
            new PriorClass(Target.CPU_TIME, APT, "debian-12", SizeClass.SMALL),
            new PriorClass(Target.CPU_TIME, APT, "debian-12", null),
            new PriorClass(Target.CPU_TIME, APT, null, null)),
        PriorClass.of(APT, Target.CPU_TIME, PROFILE));
  }

  @Test
  void refusesKindsThatAreNotNested() {
    String why = "a size without a system, or a system without a plugin";
    assertEquals(
        why, Refusal.of(() -> new PriorClass(Target.CPU_TIME, APT, null, SizeClass.SMALL)));
    assertEquals(why, Refusal.of(() -> new PriorClass(Target.CPU_TIME, null, "arch", null)));
    assertEquals(
        why, Refusal.of(() -> new PriorClass(Target.CPU_TIME, null, null, SizeClass.SMALL)));
  }

  @Test
  void findsThePriorOfTheNarrowestKindThatThereIsOneOf() {
    List<PriorClass> kinds = PriorClass.of(APT, Target.CPU_TIME, PROFILE);
    Map<PriorClass, PooledPrior> priors = new HashMap<>();
    assertEquals(Option.none(), found(priors));
    for (int i = kinds.size() - 1; i >= 0; i--) {
      PooledPrior prior = new PooledPrior(5 + i, "of kind " + i);
      priors.put(kinds.get(i), prior);
      assertEquals(Option.some(prior), found(priors));
    }
    assertEquals(Option.none(), new PriorTable(NOW, priors).find(APT, Target.WALL_CLOCK, PROFILE));
    assertEquals(
        Option.none(),
        new PriorTable(NOW, priors).find(new PluginName("snap"), Target.CPU_TIME, PROFILE));
    assertEquals(
        Option.some(priors.get(kinds.get(1))),
        new PriorTable(NOW, priors)
            .find(APT, Target.CPU_TIME, new HostProfile("debian-12", SizeClass.LARGE)));
  }

  private static Option<PooledPrior> found(Map<PriorClass, PooledPrior> priors) {
    return new PriorTable(NOW, priors).find(APT, Target.CPU_TIME, PROFILE);
  }

  @Test
  void knowsNothingFromNoFleet() {
    assertEquals(Map.of(), PriorTable.none().priors());
    assertEquals(Option.none(), PriorTable.none().find(APT, Target.CPU_TIME, PROFILE));
  }

  @Test
  void refusesEvidenceAndPriorsThatSayNothing() {
    assertEquals(
        "the source or the document is blank", Refusal.of(() -> new SeriesEvidence(" ", "x")));
    assertEquals(
        "the source or the document is blank", Refusal.of(() -> new SeriesEvidence("x", "")));
    assertEquals("a prior of 0 sources", Refusal.of(() -> new PooledPrior(0, "x")));
    assertEquals("the document is blank", Refusal.of(() -> new PooledPrior(1, "\t")));
  }

  @Test
  void writesAForecastAsARow() {
    FleetSeries series = new FleetSeries(SeriesFixture.noisy(12), PROFILE);
    Prediction prediction = TRAINER.predict(trained(series.series()), Upcoming.ahead(1)).get();

    FleetForecast row = FleetForecast.of(series, prediction, 0.8);

    assertEquals("atlas apt wall_clock_seconds debian-12 small", words(row));
    assertEquals(12, row.runs());
    assertEquals(series.series().observations().get(11).time(), row.lastRun());
    assertEquals(series.series().observations().get(11).value(), row.lastValue());
    assertEquals("model", row.basis());
    assertEquals("naive", row.model());
    assertEquals(prediction.point(), row.point());
    assertEquals(prediction.interval(0.8).lower(), row.lower());
    assertEquals(prediction.interval(0.8).upper(), row.upper());
    assertEquals(0.8, row.level());
    assertEquals(prediction.distribution(), row.distribution());
  }

  private static String words(FleetForecast row) {
    return String.join(
        " ", row.host(), row.pluginName(), row.target(), row.operatingSystem(), row.sizeClass());
  }

  @Test
  void writesAForecastOfASeriesWithoutRuns() {
    TrainingSeries empty = new TrainingSeries(SeriesFixture.KEY, List.of(), 0);
    Kindred others = new Kindred(List.of(SeriesFixture.of(3, 4, 5)));
    Prediction prediction =
        TRAINER.predictFromFewRuns(empty, others, TrainingOptions.defaults()).get();

    FleetForecast row = FleetForecast.of(new FleetSeries(empty, PROFILE), prediction, 0.9);

    assertNull(row.lastRun());
    assertNull(row.lastValue());
    assertNull(row.model());
    assertEquals("prior", row.basis());
    assertEquals(0, row.runs());
  }

  @Test
  void refusesAForecastWhoseQuantilesAreNoneOfADistribution() {
    Prediction prediction =
        TRAINER.predict(trained(SeriesFixture.noisy(9)), Upcoming.ahead(1)).get();
    FleetForecast row =
        FleetForecast.of(new FleetSeries(SeriesFixture.noisy(9), PROFILE), prediction, 0.9);

    assertThrows(IllegalArgumentException.class, () -> with(row, "atlas", List.of(1.0)));
  }

  @Test
  void ordersForecastsByHostPluginAndTarget() {
    Prediction prediction =
        TRAINER.predict(trained(SeriesFixture.noisy(9)), Upcoming.ahead(1)).get();
    FleetForecast row =
        FleetForecast.of(new FleetSeries(SeriesFixture.noisy(9), PROFILE), prediction, 0.9);
    FleetForecast before = with(row, "a", row.quantiles());

    assertEquals(List.of(before, row), Stream.of(row, before).sorted(FleetForecast.ORDER).toList());
  }

  private static FleetForecast with(FleetForecast row, String host, List<Double> quantiles) {
    return new FleetForecast(
        host,
        row.operatingSystem(),
        row.sizeClass(),
        row.pluginName(),
        row.target(),
        row.runs(),
        row.lastRun(),
        row.lastValue(),
        row.basis(),
        row.model(),
        row.point(),
        row.lower(),
        row.upper(),
        row.level(),
        quantiles);
  }

  @Test
  void writesAModelAsARow() {
    TrainedModel model = trained(SeriesFixture.noisy(12));

    assertEquals(
        new FleetModel(
            "apt",
            "atlas",
            "wall_clock_seconds",
            "naive",
            "empirical",
            "identity",
            12,
            model.provenance().lastObservation(),
            model.provenance().fingerprint(),
            NOW,
            model.document()),
        FleetModel.of(model));
  }

  @Test
  void ordersModelsByHostPluginAndTarget() {
    List<FleetModel> expected =
        Stream.of("a apt", "a snap", "b apt")
            .map(words -> model(words.substring(2), words.substring(0, 1)))
            .toList();

    assertEquals(
        expected,
        Stream.of(expected.get(2), expected.get(1), expected.get(0))
            .sorted(FleetModel.ORDER)
            .toList());
  }

  @Test
  void refusesAModelOfEveryHost() {
    TrainedModel model = trained(SeriesFixture.noisy(12));
    SeriesKey key = new SeriesKey(APT, HostScope.everyHost(), Target.WALL_CLOCK);

    assertThrows(
        NullPointerException.class,
        () -> FleetModel.of(new TrainedModel(key, model.provenance(), model.document())));
  }

  private static FleetModel model(String plugin, @Nullable String host) {
    TrainedModel model = trained(SeriesFixture.noisy(12));
    SeriesKey key = new SeriesKey(new PluginName(plugin), new HostScope(host), Target.WALL_CLOCK);
    return FleetModel.of(new TrainedModel(key, model.provenance(), model.document()));
  }

  private static TrainedModel trained(TrainingSeries series) {
    return TRAINER.train(series, TrainingOptions.defaults(), 0.9).get().model();
  }
}
