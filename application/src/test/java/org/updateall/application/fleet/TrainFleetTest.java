package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.application.Progress;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetRowWith;
import org.updateall.domain.fleet.FleetRows;
import org.updateall.domain.fleet.InMemoryFleetOutput;
import org.updateall.domain.fleet.InMemoryFleetTree;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.MeanPriorLearner;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.TrainingOptions;

class TrainFleetTest {

  private static final Path IN = Path.of("in");
  private static final Path OUT = Path.of("out");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

  /** Of three batches, the last of which is not full. */
  private static final SyntheticFleet FLEET = SyntheticFleet.of(3, 120, 2, 24);

  private final InMemoryFleetTree tree = new InMemoryFleetTree();
  private InMemoryFleetOutput output = new InMemoryFleetOutput();

  @BeforeEach
  void exportOnce() {
    tree.put(IN, FLEET);
  }

  private TrainFleet trainer() {
    return new TrainFleet(
        tree, output, new NaiveModelTrainer(CLOCK), new MeanPriorLearner(), CLOCK);
  }

  private static FleetTrainingRequest request(int latest, int threads) {
    return new FleetTrainingRequest(IN, OUT, TrainingOptions.defaults(), 0.9, latest, threads);
  }

  private FleetTrainingReport train() {
    return trainer().train(request(1000, 2), Progress.none()).get();
  }

  private InMemoryFleetOutput.Finished trainedAnew(int threads) {
    output = new InMemoryFleetOutput();
    trainer().train(request(1000, threads), Progress.none()).get();
    return output.at(OUT);
  }

  @Test
  void trainsEveryMeasureOfEveryPluginOnEveryHost() {
    FleetTrainingReport report = train();

    assertEquals(120, report.hosts());
    assertEquals(120 * 2 * 24, report.rows());
    assertEquals(120 * 2 * 4, report.forecasts());
    assertEquals(120 * 2 * 4, report.models());
    assertEquals(List.of(), report.leftOut());
    List<String> keys =
        output.at(OUT).forecasts().stream()
            .map(each -> each.host() + " " + each.pluginName() + " " + each.target())
            .toList();
    assertEquals(120 * 2 * 4, keys.stream().distinct().count());
    assertEquals(keys.stream().sorted().toList(), keys);
    assertEquals(report.partitions(), output.at(OUT).partitions());
    assertEquals(report.priors(), output.at(OUT).priors());
  }

  @Test
  void learnsFromTheWholeFleetBeforeItTrainsTheFirst() {
    PriorTable priors = train().priors();

    assertEquals(
        FLEET.rows().map(FleetRow::startedAt).max(Instant::compareTo).orElseThrow(), priors.asOf());
    assertEquals(
        120, priors.priors().values().stream().mapToInt(PooledPrior::sources).max().orElseThrow());
    assertTrue(
        output.at(OUT).models().stream().allMatch(each -> each.trainedAt().equals(priors.asOf())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void givesTheSameWhateverTheNumberOfThreads(int threads) {
    assertEquals(trainedAnew(2), trainedAnew(threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void givesTheSameIfItIsStoppedAndCalledAgain(int part) {
    InMemoryFleetOutput.Finished expected = trainedAnew(2);
    output = new InMemoryFleetOutput();
    output.failAt(part);
    assertThrows(IllegalStateException.class, this::train);
    assertEquals(List.of(), output.at(OUT).parts());
    assertEquals(part, output.partsWritten());

    output.failAt(Integer.MAX_VALUE);
    train();

    assertEquals(3, output.partsWritten());
    assertEquals(expected, output.at(OUT));
  }

  @Test
  void beginsAnewIfAFileWasCorrectedInBetween() {
    output.failAt(2);
    assertThrows(IllegalStateException.class, this::train);
    String partition = "outcomes/month=2026-01/host=host-00000/part.parquet";
    List<FleetRow> corrected =
        FLEET.rows(0).stream()
            .map(row -> FleetRowWith.value(row, "wallClockSeconds", 12.5))
            .toList();
    tree.put(IN, partition, corrected);

    output.failAt(Integer.MAX_VALUE);
    train();

    assertEquals(12.5, wallClock("host-00000").lastValue());
    assertEquals(2 + 3, output.partsWritten());
  }

  @Test
  void beginsAnewIfSomethingElseIsAskedFor() {
    output.failAt(2);
    assertThrows(IllegalStateException.class, this::train);

    output.failAt(Integer.MAX_VALUE);
    trainer().train(request(10, 2), Progress.none()).get();

    assertEquals(2 + 3, output.partsWritten());
    assertTrue(output.at(OUT).forecasts().stream().allMatch(each -> each.runs() <= 10));
  }

  private FleetForecast wallClock(String host) {
    return output.at(OUT).forecasts().stream()
        .filter(each -> each.host().equals(host))
        .filter(each -> each.target().equals("wall_clock_seconds"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leavesOutWhatIsDamagedAndTrainsTheRest() {
    String damaged = "outcomes/month=2026-02/host=host-00000/part.parquet";
    tree.putDamaged(IN, damaged);

    FleetTrainingReport report = train();

    assertEquals(120, report.hosts());
    assertEquals(
        List.of(damaged), report.leftOut().stream().map(each -> each.partition()).toList());
    assertEquals(120 * 2 * 4, report.models());
  }

  @Test
  void bringsTheFilesOfAHostTogetherWhereverTheyLie() {
    List<FleetRow> rows = FleetRows.rows("zz", "apt", 8);
    tree.put(IN, "outcomes/month=2026-03/host=a/part.parquet", rows.subList(0, 4));
    tree.put(IN, "outcomes/month=2026-03/host=zz/part.parquet", rows.subList(4, 8));

    train();

    Map<String, Integer> observations =
        output.at(OUT).models().stream()
            .filter(each -> each.hostname().equals("zz"))
            .collect(Collectors.toMap(FleetModel::target, FleetModel::observations));
    assertEquals(8, observations.get("wall_clock_seconds"));
  }

  @Test
  void passesOverExecutionsThatBeginTooFarAhead() {
    Instant now = CLOCK.instant();
    tree.put(
        IN,
        "outcomes/month=2026-11/host=zz/part.parquet",
        List.of(
            FleetRows.row("zz", "apt", FleetRows.id("zz", "apt", 1), now, 5.0),
            FleetRows.row("zz", "apt", FleetRows.id("zz", "apt", 2), now.plusSeconds(86_400), 6.0),
            FleetRows.row(
                "zz", "apt", FleetRows.id("zz", "apt", 3), now.plusSeconds(86_401), 7.0)));

    FleetTrainingReport report = train();

    assertEquals(now.plusSeconds(86_400), report.priors().asOf());
    assertEquals(6.0, wallClock("zz").lastValue());
    assertEquals(1, report.leftOut().get(0).leftOut());
  }

  @Test
  void usesTheNewestExecutionsAlone() {
    trainer().train(request(7, 2), Progress.none()).get();

    assertTrue(output.at(OUT).forecasts().stream().allMatch(each -> each.runs() <= 7));
    assertEquals(Map.of(), output.at(OUT).priors().priors());
  }

  @Test
  void refusesATreeWithoutExecutions() {
    Path nothing = Path.of("nothing");
    FleetTrainingRequest request =
        new FleetTrainingRequest(nothing, OUT, TrainingOptions.defaults(), 0.9, 1000, 1);

    assertEquals(
        "nothing holds no executions of hosts. Let hosts export into it: update-all export --fleet DIR.",
        trainer().train(request, Progress.none()).getLeft().message());
  }

  @Test
  void refusesATreeOfWhichNothingCanBeRead() {
    Path broken = Path.of("broken");
    tree.putDamaged(broken, "outcomes/a.parquet");
    FleetTrainingRequest request =
        new FleetTrainingRequest(broken, OUT, TrainingOptions.defaults(), 0.9, 1000, 1);

    assertEquals(
        "broken has no file that can be learned from: outcomes/a.parquet, for one: it is damaged;"
            + " export that month of that host again. Mend it.",
        trainer().train(request, Progress.none()).getLeft().message());
  }

  @Test
  void refusesAnOutputThatIsSomethingElse() {
    output.putSomethingElse(OUT);

    assertEquals(
        "out is there already, and is no output of this command. Name another place.",
        trainer().train(request(1000, 1), Progress.none()).getLeft().message());
    assertEquals(0, output.partsWritten());
  }

  @Test
  void dependsOnTheClockOfTheZoneThatIsAskedFor() {
    InMemoryFleetOutput.Finished inUtc = trainedAnew(2);
    TrainingOptions inWarsaw =
        new TrainingOptions(null, 1, null, null, false, ZoneId.of("Europe/Warsaw"));
    output = new InMemoryFleetOutput();
    trainer()
        .train(new FleetTrainingRequest(IN, OUT, inWarsaw, 0.9, 1000, 2), Progress.none())
        .get();

    assertNotEquals(inUtc.models(), output.at(OUT).models());
  }

  @Test
  void stopsIfItsThreadIsInterruptedAndCanBeCalledAgain() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, this::train);

    assertTrue(Thread.interrupted());
    assertEquals(120, train().hosts());
  }

  @Test
  void tellsHowFarItHasCome() {
    List<String> told = new ArrayList<>();
    trainer()
        .train(
            request(1000, 2),
            new Progress() {
              @Override
              public void begin(String work, long steps) {
                told.add(work + " " + steps);
              }

              @Override
              public void advance() {
                told.add(".");
              }

              @Override
              public void end() {
                told.add("end");
              }
            })
        .get();

    assertEquals(
        List.of(
            "Learning from hosts 3",
            ".",
            ".",
            ".",
            "end",
            "Training hosts 3",
            ".",
            ".",
            ".",
            "end"),
        told.subList(told.indexOf("Learning from hosts 3"), told.size()));
    assertEquals("Reading the tree -1", told.get(0));
    assertFalse(told.subList(1, 121).contains("end"));
  }
}
