package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.retrieval.HistoryQueries;

final class ForetellRunTest {

  private static final RunId RUN = Runs.id(99);
  private static final EstimateRequest REQUEST =
      new EstimateRequest(List.of(), HostScope.only("atlas"), TrainingOptions.defaults(), 0.8);

  private final Histories histories =
      Histories.empty()
          .with("atlas", "apt", 20)
          .with("atlas", "snap", 2)
          .withUnmeasured("atlas", "pipx");
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void entersEveryPredictionAndTheTotals() {
    RunEstimate estimate = foretell(ledger);

    ForetoldRun foretold = ledger.find(RUN).get();
    assertEquals(RUN, foretold.runId());
    assertEquals(Histories.NOW, foretold.madeAt());
    assertEquals(
        List.of("apt", "pipx", "snap", "total"),
        foretold.predictions().stream().map(ForetellRunTest::name).toList());
    RecordedPrediction apt = foretold.predictions().get(0);
    assertEquals(Basis.MODEL, apt.basis());
    assertEquals(estimate.plugins().get(0).leading().get().interval(0.8), apt.interval());
    RecordedPrediction total = foretold.total(Target.WALL_CLOCK).get();
    assertEquals(estimate.total(Target.WALL_CLOCK).get().interval(0.8), total.interval());
    assertEquals(Basis.PRIOR, total.basis());
    assertEquals(List.of(), estimate.warnings());
  }

  @Test
  void foretellsWhatAnEstimateWouldSay() {
    RunEstimate estimate = estimates(histories.history()).estimate(REQUEST, Progress.none());
    assertEquals(estimate.plugins(), foretell(ledger).plugins());
  }

  @Test
  void anEstimateEntersNothing() {
    estimates(histories.history()).estimate(REQUEST, Progress.none());
    assertEquals(List.of(), ledger.foretold(null));
  }

  @Test
  void aLedgerThatCannotBeWrittenIsAWarning() {
    PredictionLedger broken = mock(PredictionLedger.class);
    doThrow(new HistoryUnavailable("the disk is full")).when(broken).enter(any());

    RunEstimate estimate = foretell(broken);

    assertEquals(3, estimate.plugins().size());
    assertEquals(
        List.of("The predictions could not be entered in the ledger: the disk is full"),
        estimate.warnings());
  }

  @Test
  void nothingIsEnteredWhereNothingIsKnown() {
    EstimateRequest unknown =
        new EstimateRequest(
            List.of(new PluginName("nix")),
            HostScope.only("atlas"),
            TrainingOptions.defaults(),
            0.9);
    PredictionLedger untouched = mock(PredictionLedger.class);

    RunEstimate estimate =
        useCase(histories.history(), untouched).foretell(RUN, unknown, Progress.none());

    assertEquals(1, estimate.unknown().size());
    verifyNoInteractions(untouched);
  }

  @Test
  void aHistoryThatCannotBeReadIsNoWarning() {
    HistoryQueries unreadable = mock(HistoryQueries.class);
    when(unreadable.trainingTables(any(), any())).thenThrow(new HistoryUnavailable("damaged"));

    assertThrows(
        HistoryUnavailable.class,
        () -> useCase(unreadable, ledger).foretell(RUN, REQUEST, Progress.none()));
    assertTrue(ledger.foretold(null).isEmpty());
  }

  private RunEstimate foretell(PredictionLedger into) {
    return useCase(histories.history(), into).foretell(RUN, REQUEST, Progress.none());
  }

  private static ForetellRun useCase(HistoryQueries queries, PredictionLedger into) {
    return new ForetellRun(estimates(queries), into, Histories.CLOCK);
  }

  private static EstimateResources estimates(HistoryQueries queries) {
    return new EstimateResources(
        queries,
        new NaiveModelTrainer(Histories.CLOCK),
        new InMemoryModelStore(),
        new InMemoryPredictionLedger(),
        new LevelByLevelForecaster(),
        new DiscountingRiskForecaster(),
        Histories.CLOCK);
  }

  private static String name(RecordedPrediction prediction) {
    return Option.of(prediction.plugin()).map(PluginName::value).getOrElse("total");
  }
}
