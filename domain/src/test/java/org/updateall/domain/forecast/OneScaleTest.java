package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.retrieval.ScannedHistory;

class OneScaleTest {

  private final List<Run> history = new ArrayList<>();

  private void add(ExecutionBuilder execution) {
    int number = history.size() + 1;
    history.add(
        run(number)
            .startingAt(Runs.NOON.plus(Duration.ofDays(number)))
            .executing(execution)
            .build());
  }

  private void installing(double seconds) {
    add(execution("apt", seconds).knownFrom("apt", Coverage.INSTALL));
  }

  private void whole(double download, double install) {
    add(
        execution("apt")
            .with(
                step("download").in(StepPhase.DOWNLOAD).lasting(download),
                step("upgrade").lasting(install)));
  }

  private TrainingSeries series(Target target) {
    return TrainingSeries.of(
        new ScannedHistory(history::forEach)
            .trainingTables(HistoryFilter.everything(), ZoneOffset.UTC)
            .get(0),
        HostScope.everyHost(),
        target);
  }

  private void assertSeries(Coverage coverage, double... values) {
    TrainingSeries series = series(Target.WALL_CLOCK);
    assertArrayEquals(values, series.values(), 1e-9);
    assertEquals(coverage, series.coverage());
  }

  @Test
  void aHistoryOfWholeUpdatesStaysAsItIs() {
    whole(10, 20);
    whole(5, 5);

    assertSeries(Coverage.WHOLE, 30, 10);
  }

  @Test
  void whereLogsKnowOfInstallingAloneThatIsTheSeries() {
    installing(20);
    installing(30);

    assertSeries(Coverage.INSTALL, 20, 30);
  }

  @Test
  void installingIsRaisedToTheWholeByWhatWholeUpdatesTell() {
    installing(20);
    installing(30);
    whole(10, 10);

    assertSeries(Coverage.WHOLE, 40, 60, 20);
  }

  @Test
  void theMiddleOfTheFirstFiveRatiosCountsAndNoLaterOne() {
    installing(1);
    whole(10, 10);
    whole(20, 10);
    whole(30, 10);
    whole(40, 10);
    whole(50, 10);
    double[] before = series(Target.WALL_CLOCK).values();
    whole(990, 10);
    whole(990, 10);

    assertEquals(4.0, before[0], 1e-9);
    assertEquals(4.0, series(Target.WALL_CLOCK).values()[0], 1e-9);
  }

  @Test
  void theMiddleOfTwoRatiosIsTheirMean() {
    installing(1);
    whole(10, 10);
    whole(20, 10);

    assertSeries(Coverage.WHOLE, 2.5, 20, 30);
  }

  @Test
  void fewWholeUpdatesThatDoNotTellHowLongInstallingTookAreLeftOut() {
    installing(20);
    installing(30);
    add(execution("apt").with(step("all").in(StepPhase.DOWNLOAD).lasting(100)));

    assertSeries(Coverage.INSTALL, 20, 30);
  }

  @Test
  void anUpdateWhoseOnlyStepIsAllOfItTellsNoRatio() {
    installing(20);
    installing(30);
    add(execution("apt", 100));

    assertSeries(Coverage.INSTALL, 20, 30);
  }

  @Test
  void asManyWholeUpdatesAsThatAreTheSeries() {
    installing(20);
    add(execution("apt").with(step("all").in(StepPhase.DOWNLOAD).lasting(100)));

    assertSeries(Coverage.WHOLE, 100);
  }

  @Test
  void aFailedUpdateTellsNoRatio() {
    installing(20);
    add(
        execution("apt")
            .ending(ExecutionStatus.FAILED)
            .with(
                step("download").in(StepPhase.DOWNLOAD).lasting(100), step("upgrade").lasting(1)));

    assertSeries(Coverage.INSTALL, 20);
  }

  @Test
  void otherTargetsAreNeverRaised() {
    add(
        execution("apt")
            .with(
                step("upgrade")
                    .using(ResourceUsage.builder().wallClockSeconds(1.0).downloadSizeBytes(500L)))
            .knownFrom("packagekit", Coverage.INSTALL));
    add(
        execution("apt")
            .with(
                step("upgrade")
                    .using(ResourceUsage.builder().wallClockSeconds(1.0).downloadSizeBytes(700L))));

    assertArrayEquals(new double[] {700}, series(Target.DOWNLOAD_SIZE).values());
  }

  @Test
  void whatOnlyLookedIsNoUpdate() {
    whole(10, 20);
    add(
        execution("apt")
            .with(step("look").in(StepPhase.CHECK).lasting(3))
            .knownFrom("journal", Coverage.CHECK));

    assertSeries(Coverage.WHOLE, 30);
  }
}
