package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.joint.PastTotals.PastTotal;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;

final class EstimateResourcesTest {

  private static final HostScope ATLAS = HostScope.only("atlas");

  private final Histories histories =
      Histories.empty()
          .with("atlas", "apt", 20)
          .with("atlas", "flatpak", 20)
          .with("atlas", "snap", 2)
          .withUnmeasured("atlas", "pipx");
  private final InMemoryModelStore store = new InMemoryModelStore();
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void estimatesEveryPluginOfTheHistoryByName() {
    RunEstimate estimate = estimate();

    assertEquals(
        List.of("apt", "flatpak", "pipx", "snap"),
        estimate.plugins().stream().map(each -> each.plugin().value()).toList());
  }

  @Test
  void saysWhatEachEstimateRestsOn() {
    RunEstimate estimate = estimate();

    assertEquals(Basis.MODEL, plugin(estimate, "apt").basis());
    assertEquals(Basis.FEW_RUNS, plugin(estimate, "snap").basis());
    assertEquals(2, plugin(estimate, "snap").leading().get().runs());
    assertEquals(Basis.PRIOR, plugin(estimate, "pipx").basis());
    assertEquals(0, plugin(estimate, "pipx").leading().get().runs());
  }

  @Test
  void countsOnlyTheRunsWithinTheLookback() {
    TrainingOptions day = new TrainingOptions(null, 10, Duration.ofDays(1), null, false);

    RunEstimate estimate =
        useCase(store).estimate(new EstimateRequest(List.of(), ATLAS, day, 0.9), Progress.none());

    assertEquals(Basis.FEW_RUNS, plugin(estimate, "apt").basis());
    assertEquals(2, plugin(estimate, "apt").leading().get().runs());
  }

  @Test
  void leavesTargetsThatWereNeverMeasuredOut() {
    RunEstimate estimate = estimate();

    assertTrue(plugin(estimate, "apt").prediction(Target.CPU_TIME).isEmpty());
    assertTrue(estimate.total(Target.CPU_TIME).isEmpty());
  }

  @Test
  void trainsWhatIsMissingAndKeepsIt() {
    assertEquals(2, estimate().trained());
    assertEquals(2, store.findAll(List.of(key("apt"), key("flatpak"), key("snap"))).size());
  }

  @Test
  void trainsNothingThatStillFits() {
    estimate();

    assertEquals(0, estimate().trained());
  }

  @Test
  void trainsAnewOnceThereIsAnotherRun() {
    estimate();
    histories.with("atlas", "apt", 21);

    assertEquals(1, estimate().trained());
  }

  @Test
  void trainsAnewWhenAskedForOtherOptions() {
    estimate();
    TrainingOptions logarithm = new TrainingOptions(null, 10, null, null, true);

    RunEstimate estimate =
        useCase(store)
            .estimate(new EstimateRequest(List.of(), ATLAS, logarithm, 0.9), Progress.none());

    assertEquals(2, estimate.trained());
  }

  @Test
  void takesNoKeptModelOfFewerRunsThanAskedFor() {
    estimate();
    TrainingOptions more = new TrainingOptions(null, 1_000, null, null, false);

    RunEstimate estimate =
        useCase(store).estimate(new EstimateRequest(List.of(), ATLAS, more, 0.9), Progress.none());

    assertTrue(estimate.plugins().stream().allMatch(each -> each.basis() != Basis.MODEL));
  }

  @Test
  void trainsAnewWhereAKeptModelCannotBeRead() {
    estimate();
    TrainedModel kept = store.findAll(List.of(key("apt"))).values().iterator().next();
    store.saveAll(List.of(new TrainedModel(kept.key(), kept.provenance(), "damaged")));

    RunEstimate estimate = estimate();

    assertEquals(1, estimate.trained());
    assertEquals(Basis.MODEL, plugin(estimate, "apt").basis());
  }

  @Test
  void estimatesAllTheSameWhereModelsCannotBeKept() {
    ModelStore readOnly = mock(ModelStore.class);
    when(readOnly.findAll(any())).thenReturn(Map.of());
    doThrow(new HistoryUnavailable("it is read-only")).when(readOnly).saveAll(any());

    RunEstimate estimate = useCase(readOnly).estimate(request(0.9), Progress.none());

    assertEquals(Basis.MODEL, plugin(estimate, "apt").basis());
    assertEquals(
        List.of("The trained models could not be kept: it is read-only"), estimate.warnings());
  }

  @Test
  void writesNothingWhenNothingWasTrained() {
    estimate();
    ModelStore watched = mock(ModelStore.class);
    when(watched.findAll(any())).thenReturn(store.findAll(List.of(key("apt"), key("flatpak"))));

    useCase(watched).estimate(request(0.9), Progress.none());

    verify(watched, never()).saveAll(any());
  }

  @Test
  void namesPluginsThatTheHistoryDoesNotKnow() {
    PluginName strange = new PluginName("nosuchplugin");

    RunEstimate estimate = useCase(store).estimate(request(0.9, strange), Progress.none());

    assertEquals(List.of(strange), estimate.unknown());
    assertTrue(estimate.plugins().isEmpty());
    assertTrue(estimate.totals().isEmpty());
  }

  @Test
  void totalsTheTimesOfAllPluginsOfWhichOneIsKnown() {
    TotalPrediction total = estimate().total(Target.WALL_CLOCK).get();

    assertEquals(
        List.of("apt", "flatpak", "pipx", "snap"),
        total.included().stream().map(PluginName::value).toList());
    assertTrue(total.missing().isEmpty());
  }

  @Test
  void tellsAPluginThatIsKnownOnAnotherHostAloneFromThere() {
    histories.with("hermes", "cargo", 6);
    PluginName cargo = new PluginName("cargo");

    RunEstimate estimate = useCase(store).estimate(request(0.9, cargo), Progress.none());

    assertEquals(List.of(), estimate.unknown());
    assertEquals(Basis.PRIOR, plugin(estimate, "cargo").basis());
    assertEquals(key("cargo"), plugin(estimate, "cargo").leading().get().key());
    assertTrue(plugin(estimate, "cargo").prediction(Target.MEMORY_PEAK).isEmpty());
  }

  @Test
  void foretellsAPluginThatHasFailedEachTimeByWhatItTookToFail() {
    double before = estimate().total(Target.WALL_CLOCK).get().point();
    histories.withEnding(ExecutionStatus.FAILED, "atlas", "cargo", 3, 1.0);

    RunEstimate estimate = estimate();
    Prediction cargo = plugin(estimate, "cargo").leading().get();

    assertEquals(Basis.FAILED_RUNS, cargo.basis());
    assertEquals(1.0, cargo.point());
    assertEquals(3, cargo.runs());
    assertEquals(before + 1, estimate.total(Target.WALL_CLOCK).get().point(), 1e-9);
  }

  @Test
  void twoFailuresAreTooFewToGoBy() {
    histories.withEnding(ExecutionStatus.FAILED, "atlas", "cargo", 2, 1.0);

    assertEquals(Basis.PRIOR, plugin(estimate(), "cargo").basis());
  }

  @Test
  void aPluginThatHasSucceededIsForetoldByThatHoweverOftenItFailed() {
    histories
        .withEnding(ExecutionStatus.FAILED, "atlas", "cargo", 9, 1.0)
        .withEnding(ExecutionStatus.SUCCESS, "atlas", "cargo", 1, 40.0);

    assertEquals(Basis.FEW_RUNS, plugin(estimate(), "cargo").basis());
    assertEquals(40.0, plugin(estimate(), "cargo").leading().get().point());
  }

  @Test
  void saysNothingOfPluginsOfOtherHostsThatWereNotAskedFor() {
    histories.with("hermes", "cargo", 6);

    assertEquals(4, estimate().plugins().size());
  }

  @Test
  void toldThatNothingIsKnownItTakesADefaultThatIsNoPartOfTheTotal() {
    Histories unmeasured = Histories.empty().withUnmeasured("atlas", "pipx");

    RunEstimate estimate =
        new EstimateResources(
                unmeasured.history(),
                new NaiveModelTrainer(Histories.CLOCK),
                store,
                ledger,
                new LevelByLevelForecaster(),
                new DiscountingRiskForecaster(),
                Histories.CLOCK)
            .estimate(request(0.9), Progress.none());

    assertEquals(Basis.DEFAULT, plugin(estimate, "pipx").basis());
    assertEquals(Set.of(Target.WALL_CLOCK), plugin(estimate, "pipx").predictions().keySet());
    assertTrue(estimate.totals().isEmpty());
  }

  @Test
  void takesTheAnnouncedDownloadWhereNoRunMeasuredOne() {
    PluginName apt = new PluginName("apt");
    Covariates announced = Covariates.of(Covariates.DOWNLOAD_BYTES, 5e6);

    RunEstimate estimate =
        useCase(store)
            .estimate(
                new EstimateRequest(
                    List.of(apt), ATLAS, TrainingOptions.defaults(), 0.9, Map.of(apt, announced)),
                Progress.none());

    Prediction download = plugin(estimate, "apt").prediction(Target.DOWNLOAD_SIZE).get();
    assertEquals(Basis.ANNOUNCED, download.basis());
    assertEquals(5e6, download.point(), 1);
    assertEquals(Basis.MODEL, plugin(estimate, "apt").basis());
  }

  @Test
  void readsTheHistoryASecondTimeOnlyWhereOthersMayTellMore() {
    InMemoryRunHistory watched = spy(Histories.empty().with("atlas", "apt", 20).history());
    EstimateResources useCase =
        new EstimateResources(
            watched,
            new NaiveModelTrainer(Histories.CLOCK),
            store,
            ledger,
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK);

    useCase.estimate(request(0.9, new PluginName("apt")), Progress.none());

    verify(watched, never()).trainingTables(eq(HistoryFilter.everything()), any());
  }

  @Test
  void tellsFewRunsByWhatOtherHostsHaveSeen() {
    ModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));
    histories.with("hermes", "snap", 6);

    new EstimateResources(
            histories.history(),
            trainer,
            store,
            ledger,
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK)
        .estimate(request(0.9, new PluginName("snap")), Progress.none());

    ArgumentCaptor<Kindred> kindred = ArgumentCaptor.forClass(Kindred.class);
    verify(trainer).predictFromFewRuns(any(), kindred.capture(), any());
    assertEquals(
        Set.of("apt on atlas", "flatpak on atlas", "snap on hermes"),
        kindred.getValue().series().stream()
            .map(TrainingSeries::key)
            .map(key -> key.plugin() + " on " + key.host().hostname())
            .collect(Collectors.toSet()));
  }

  @Test
  void tellsTheJointForecasterHowPastRunsWentTogether() {
    JointForecaster joint = spy(new LevelByLevelForecaster());

    RunEstimate estimate =
        new EstimateResources(
                Histories.empty()
                    .withTogether("atlas", 20, "apt", "flatpak")
                    .with("atlas", "snap", 20)
                    .history(),
                new NaiveModelTrainer(Histories.CLOCK),
                store,
                ledger,
                joint,
                new DiscountingRiskForecaster(),
                Histories.CLOCK)
            .estimate(request(0.9), Progress.none());

    ArgumentCaptor<JointRun> asked = ArgumentCaptor.forClass(JointRun.class);
    verify(joint).totals(asked.capture());
    List<Map<PluginName, Double>> runs = asked.getValue().history(Target.WALL_CLOCK).runs();
    PluginName snap = new PluginName("snap");
    assertEquals(19 + 19, runs.size());
    PluginName apt = new PluginName("apt");
    PluginName flatpak = new PluginName("flatpak");
    assertEquals(
        19, runs.stream().filter(run -> run.keySet().equals(Set.of(apt, flatpak))).count());
    assertEquals(19, runs.stream().filter(run -> run.keySet().equals(Set.of(snap))).count());
    assertEquals(estimate.plugins(), asked.getValue().plugins());
    assertTrue(asked.getValue().history(Target.CPU_TIME).runs().isEmpty());
    assertEquals(PastTotals.NONE, asked.getValue().pastTotals(Target.WALL_CLOCK));
  }

  @Test
  void tellsTheJointForecasterHowPastTotalsFared() {
    JointForecaster joint = spy(new LevelByLevelForecaster());
    Histories together = Histories.empty().withTogether("atlas", 20, "apt", "flatpak");
    Run last = together.history().recent(HistoryFilter.everything(), 1).get(0);
    List<RecordedPrediction> predictions =
        new ArrayList<>(Foretellings.run(1, last.startTime(), "apt", "flatpak").predictions());
    predictions.add(Foretellings.total(100, 140));
    ledger.enter(new ForetoldRun(last.runId(), last.startTime(), predictions));

    new EstimateResources(
            together.history(),
            new NaiveModelTrainer(Histories.CLOCK),
            store,
            ledger,
            joint,
            new DiscountingRiskForecaster(),
            Histories.CLOCK)
        .estimate(request(0.9), Progress.none());

    ArgumentCaptor<JointRun> asked = ArgumentCaptor.forClass(JointRun.class);
    verify(joint).totals(asked.capture());
    PastTotal total = asked.getValue().pastTotals(Target.WALL_CLOCK).totals().get(0);
    assertEquals(
        last.executions().stream().mapToDouble(each -> each.wallClockSeconds().get()).sum(),
        total.actual());
    assertEquals(120, total.median());
  }

  @Test
  void letsPluginsRunAsTheScheduleSays() {
    EstimateRequest atOnce =
        new EstimateRequest(
            List.of(), ATLAS, TrainingOptions.defaults(), 0.9, Map.of(), Schedule.parallel(4));

    RunEstimate estimate = useCase(store).estimate(atOnce, Progress.none());

    assertEquals(Schedule.parallel(4), estimate.schedule());
    double longest = 0;
    for (ResourceEstimate plugin : estimate.plugins()) {
      longest =
          Math.max(
              longest, plugin.prediction(Target.WALL_CLOCK).map(p -> p.point()).getOrElse(0.0));
    }
    assertEquals(longest, estimate.total(Target.WALL_CLOCK).get().point(), 1e-9);
    assertTrue(estimate().total(Target.WALL_CLOCK).get().point() > 1.5 * longest);
  }

  @Test
  void tellsTheRiskOfEachPlugin() {
    RunRisk risk = estimate().risk();

    assertEquals(
        List.of("apt", "flatpak", "pipx", "snap"),
        risk.plugins().stream().map(each -> each.plugin().value()).toList());
    assertEquals(20, risk.of(new PluginName("apt")).get().outcomes().runs());
    assertTrue(risk.anyFailure() > risk.plugins().get(0).failure().probability());
  }

  @Test
  void tellsTheSameRiskWhicheverPluginsAreAskedFor() {
    PluginName snap = new PluginName("snap");

    RunRisk alone = useCase(store).estimate(request(0.9, snap), Progress.none()).risk();

    assertEquals(1, alone.plugins().size());
    assertEquals(estimate().risk().of(snap), alone.of(snap));
  }

  @Test
  void tellsHowFarItHasCome() {
    Progress progress = mock(Progress.class);

    useCase(store).estimate(request(0.9), progress);

    verify(progress).begin("Estimating", 3);
    verify(progress, times(3)).advance();
    verify(progress).end();
  }

  @Test
  void goesOnFromAKeptModelThatNoLongerFits() {
    estimate();
    TrainedModel kept = store.findAll(List.of(key("apt"))).get(key("apt"));
    histories.with("atlas", "apt", 21);
    ModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));

    new EstimateResources(
            histories.history(),
            trainer,
            store,
            ledger,
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK)
        .estimate(request(0.9, new PluginName("apt")), Progress.none());

    verify(trainer).update(eq(kept), any(), any(), eq(0.9));
  }

  @Test
  void asksForTheHourAndWithWhatIsKnownOfARun() {
    ModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));
    Covariates packages = Covariates.of(Covariates.PACKAGES, 14);
    PluginName apt = new PluginName("apt");

    new EstimateResources(
            histories.history(),
            trainer,
            store,
            ledger,
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK)
        .estimate(
            new EstimateRequest(
                List.of(apt), ATLAS, TrainingOptions.defaults(), 0.9, Map.of(apt, packages)),
            Progress.none());

    Instant hour = Histories.CLOCK.instant().truncatedTo(ChronoUnit.HOURS);
    verify(trainer).predict(any(), eq(Upcoming.at(hour, packages)));
  }

  @Test
  void estimatesNothingFromNothing() {
    RunEstimate estimate =
        new EstimateResources(
                Histories.empty().history(),
                new NaiveModelTrainer(Histories.CLOCK),
                store,
                ledger,
                new LevelByLevelForecaster(),
                new DiscountingRiskForecaster(),
                Histories.CLOCK)
            .estimate(request(0.9), Progress.none());

    assertTrue(estimate.plugins().isEmpty());
    assertTrue(estimate.warnings().isEmpty());
  }

  @Test
  void refusesALevelThatNoIntervalIsKnownOf() {
    assertThrows(IllegalArgumentException.class, () -> request(0.995));
    assertThrows(IllegalArgumentException.class, () -> request(0));
  }

  private RunEstimate estimate() {
    return useCase(store).estimate(request(0.9), Progress.none());
  }

  private EstimateResources useCase(ModelStore models) {
    return new EstimateResources(
        histories.history(),
        new NaiveModelTrainer(Histories.CLOCK),
        models,
        ledger,
        new LevelByLevelForecaster(),
        new DiscountingRiskForecaster(),
        Histories.CLOCK);
  }

  private static EstimateRequest request(double level, PluginName... plugins) {
    return new EstimateRequest(Arrays.asList(plugins), ATLAS, TrainingOptions.defaults(), level);
  }

  private static ResourceEstimate plugin(RunEstimate estimate, String name) {
    return estimate.plugins().stream()
        .filter(each -> each.plugin().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SeriesKey key(String plugin) {
    return new SeriesKey(new PluginName(plugin), ATLAS, Target.WALL_CLOCK);
  }
}
