package org.updateall.application.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.application.recording.CollectRun;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.progress.MinusElapsedForecaster;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.ScriptedPlugin;
import org.updateall.domain.updating.StepOutcome;

@Timeout(60)
final class RunUpdatesTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName NPM = new PluginName("npm");
  private static final PluginName SNAP = new PluginName("snap");

  private final InMemoryRunHistory history =
      Histories.empty().with("atlas", "apt", 20).with("atlas", "npm", 20).history();
  private final InMemoryRunJournal journal =
      new InMemoryRunJournal(new InMemoryRunJournal.Place(history), 1);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();
  private final InMemoryPreflightCache cache = new InMemoryPreflightCache();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final TimeOrderedIds ids = new TimeOrderedIds(Histories.CLOCK, new Random(7));
  private final ScriptedRunner runner = new ScriptedRunner();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void runsEachPluginRecordsItAndKnewWhatToExpect() throws Exception {
    AnnouncedWork work =
        AnnouncedWork.ofCount(5).or(AnnouncedWork.ofBytes(700, DownloadPrecision.EXACT));
    catalogue
        .add(
            ScriptedPlugin.with("apt", work)
                .telling(new StepOutcome(2, 300L))
                .planning(
                    ScriptedPlugin.planOf(
                        Map.of(),
                        Set.of(),
                        Set.of(),
                        ScriptedPlugin.step("refresh", "say", "hello"),
                        ScriptedPlugin.step("upgrade", "say", "40%"))))
        .add(ScriptedPlugin.with("snap", AnnouncedWork.ofCount(1)));

    UpdateResult result = run(request(1, true));

    assertTrue(result.succeeded());
    assertEquals(List.of(APT, SNAP), List.copyOf(result.ends().keySet()));
    Run stored = history.find(result.run().runId()).get();
    PluginExecution apt = execution(stored, APT);
    assertEquals(ExecutionStatus.SUCCESS, apt.status());
    assertEquals(4, apt.packagesUpdated());
    assertEquals(600L, apt.downloadSizeBytes().get());
    assertEquals(2, apt.steps().size());
    assertEquals(3.0, apt.cpuSeconds().get());
    assertEquals(5, apt.estimates().get(0).packageCount());
    assertEquals(700L, apt.estimates().get(0).downloadBytes());
    assertEquals("ada", stored.username());
    assertTrue(ledger.find(stored.runId()).isDefined());
    assertEquals(
        List.of("apt started", "apt refresh", "apt: hello", "apt upgrade", "apt: 40%", "apt 40%"),
        heard.subList(0, 6));
    assertTrue(heard.contains("apt success"));
  }

  @Test
  void goesOnAfterAFailureUnlessToldNotTo() throws Exception {
    catalogue.add(plugin("apt", "exit", "3")).add(plugin("npm", "true"));

    UpdateResult gone = run(request(1, true));

    assertFalse(gone.succeeded());
    assertEquals(ExecutionStatus.SUCCESS, end(gone, NPM));
    PluginExecution apt = execution(gone.run(), APT);
    assertEquals(3, apt.exitCode());
    assertEquals("step update ended with exit code 3: it went wrong", apt.errorMessage());

    UpdateResult stopped = run(request(1, false));

    assertEquals(ExecutionStatus.SKIPPED, end(stopped, NPM));
    assertEquals(ExecutionStatus.SKIPPED, execution(stopped.run(), NPM).status());
    assertTrue(heard.contains("npm skipped"));
  }

  @Test
  void saysWhyAStepDidNotEndWell() throws Exception {
    catalogue.add(plugin("apt", "slow")).add(plugin("npm", "missing"));

    UpdateResult result = run(request(1, true));

    assertEquals(ExecutionStatus.TIMEOUT, end(result, APT));
    assertEquals(
        "step update did not end within 60 s", execution(result.run(), APT).errorMessage());
    assertEquals(
        "step update could not be started: not found", execution(result.run(), NPM).errorMessage());
  }

  @Test
  void asManyRunAtATimeAsMayAndWhatIsLeftIsKnown() throws Exception {
    catalogue
        .add(plugin("apt", "wait", "one"))
        .add(plugin("npm", "wait", "two"))
        .add(plugin("snap", "true"));
    UpdatesUnderWay underWay = start(request(2, true));
    while (!runner.isRunning("wait one") || !runner.isRunning("wait two")) {
      assertFalse(underWay.await(5));
    }

    assertTrue(underWay.state().of(APT) instanceof PluginState.Running);
    assertTrue(underWay.remaining().whole().isDefined());
    assertEquals(ExecutionStatus.RUNNING, execution(underWay.run(), APT).status());
    assertTrue(underWay.remaining().of(APT).get().point() > 0);
    runner.latch("one").countDown();
    runner.latch("two").countDown();

    UpdateResult result = underWay.finish();
    assertTrue(result.succeeded());
    assertEquals(2, runner.mostAtATime());
    assertEquals(result.run(), underWay.finish().run());
    assertFalse(underWay.now().isBefore(result.run().startTime()));
  }

  @Test
  void whatIsStoppedIsRecordedAsFarAsItCame() throws Exception {
    catalogue.add(plugin("apt", "hang")).add(plugin("npm", "true"));
    UpdatesUnderWay underWay = start(request(1, true));
    while (!runner.isRunning("hang")) {
      assertFalse(underWay.await(5));
    }

    underWay.stop();
    UpdateResult result = underWay.finish();

    assertTrue(result.stopped());
    assertFalse(result.succeeded());
    Run stored = history.find(result.run().runId()).get();
    assertEquals(ExecutionStatus.FAILED, execution(stored, APT).status());
    assertEquals("step update was stopped", execution(stored, APT).errorMessage());
    assertEquals(ExecutionStatus.SKIPPED, execution(stored, NPM).status());
  }

  @Test
  void aDefectEndsTheRunAndIsTold() throws Exception {
    catalogue.add(plugin("apt", "true")).add(plugin("npm", "true"));
    UpdatesUnderWay underWay =
        useCase()
            .start(
                plan(request(1, true), WayToRoot.UNASKED),
                "atlas",
                "ada",
                new RunListener() {
                  @Override
                  public void stepStarted(PluginName plugin, PluginStep step) {
                    if (plugin.equals(APT)) {
                      throw new IllegalArgumentException("a listener that fails");
                    }
                  }
                });

    IllegalStateException told = assertThrows(IllegalStateException.class, () -> underWay.finish());
    assertEquals(
        "java.lang.IllegalArgumentException: a listener that fails",
        String.valueOf(told.getCause()));
    Run stored = history.find(underWay.run().runId()).get();
    assertEquals(ExecutionStatus.FAILED, execution(stored, APT).status());
    assertEquals(ExecutionStatus.SUCCESS, execution(stored, NPM).status());
  }

  @Test
  void leavesOutWhatDoesNotApplyAndWhatNobodyKnows() throws Exception {
    catalogue
        .add(
            new ScriptedPlugin(
                APT, limit -> PreflightReport.notApplicable(APT, "no apt here", limit)))
        .add(plugin("npm", "true"))
        .disable(SNAP);

    PlannedRun plan = plan(request(1, true, "apt", "npm", "snap", "dnf", "npm"), WayToRoot.UNASKED);

    assertEquals(List.of(NPM), plan.plugins().stream().map(PlannedPlugin::name).toList());
    assertEquals(
        List.of(
            new LeftOut(SNAP, "it is switched off in the configuration"),
            new LeftOut(APT, "no apt here")),
        plan.leftOut());
    assertEquals(List.of(new PluginName("dnf")), plan.unknown());
    assertTrue(plan.estimate().isRight());
    assertEquals(List.of(), runner.commands());
  }

  @Test
  void thoseThatTakeLongestBeginFirstWhereSeveralRunAtATime() throws Exception {
    catalogue.add(plugin("aardvark", "true")).add(plugin("npm", "true"));

    assertEquals(
        List.of("npm", "aardvark"),
        plan(request(2, true), WayToRoot.UNASKED).plugins().stream()
            .map(each -> each.name().value())
            .toList());
    assertEquals(
        List.of("aardvark", "npm"),
        plan(request(1, true), WayToRoot.UNASKED).plugins().stream()
            .map(each -> each.name().value())
            .toList());
  }

  @Test
  void whatNeedsRootIsLeftOutWhereThereIsNoWayToIt() throws Exception {
    catalogue.add(needingRoot("apt")).add(plugin("npm", "true"));
    runner.answer("id -u", 0, "1000\n").answer("sudo -n true", 1, "");

    PlannedRun plan = plan(request(1, true), WayToRoot.UNASKED);

    assertEquals(List.of(NPM), plan.plugins().stream().map(PlannedPlugin::name).toList());
    assertTrue(plan.leftOut().get(0).reason().startsWith("it needs root"));
    assertFalse(runner.commands().contains(List.of("sudo", "-v")));
    assertEquals(2, plan(request(1, true), WayToRoot.UNNEEDED).plugins().size());
  }

  @Test
  void sudoIsAskedBeforeAnythingRunsAndThenRunsTheStep() throws Exception {
    catalogue.add(needingRoot("apt"));
    runner.answer("id -u", 0, "1000\n").answer("sudo -n true", 1, "").answer("sudo -v", 0, "");

    PlannedRun plan = plan(request(1, true), WayToRoot.ASKED);
    assertEquals(1, plan.plugins().size());
    runner.answer("sudo -n true", 0, "");
    assertTrue(useCase().start(plan, "atlas", null, RunListener.NONE).finish().succeeded());

    assertTrue(
        runner
            .commands()
            .contains(List.of("sudo", "-n", "--", "env", "LC_ALL=C", "apt-get", "$(upgrade)")));

    assertEquals(
        Set.of(Command.Input.INHERITED, Command.Input.NOTHING_AT_TERMINAL),
        runner.inputsOf("sudo"));
    assertEquals(Set.of(Command.Input.NOTHING), runner.inputsOf("id"));
  }

  @Test
  void rootNeedsNoSudo() throws Exception {
    catalogue.add(needingRoot("apt"));
    runner.answer("id -u", 0, "0\n");

    assertTrue(run(request(1, true)).succeeded());

    assertTrue(runner.commands().contains(List.of("apt-get", "$(upgrade)")));
  }

  @Test
  void nothingToRunIsNoEstimateOfEverything() throws Exception {
    PlannedRun plan = plan(request(1, true), WayToRoot.UNASKED);

    assertEquals(List.of(), plan.plugins());
    assertEquals("no plugin will run", plan.estimate().getLeft());
    assertTrue(useCase().start(plan, "atlas", null, RunListener.NONE).finish().succeeded());
  }

  @Test
  void refusesRequestsThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> request(0, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new UpdateRequest(List.of(), host(), 0.9, 1, 0L, true, Duration.ofSeconds(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new UpdateRequest(List.of(), host(), 0.9, 1, null, true, Duration.ZERO));
  }

  private static ExecutionStatus end(UpdateResult result, PluginName plugin) {
    return Option.of(result.ends().get(plugin)).get().status();
  }

  private static PluginExecution execution(Run run, PluginName plugin) {
    return run.executions().stream()
        .filter(each -> each.pluginName().equals(plugin))
        .findFirst()
        .orElseThrow();
  }

  private static ScriptedPlugin plugin(String name, String... command) {
    return ScriptedPlugin.with(name, AnnouncedWork.ofCount(1))
        .planning(
            ScriptedPlugin.planOf(
                Map.of(), Set.of(), Set.of(), ScriptedPlugin.step("update", command)));
  }

  private static ScriptedPlugin needingRoot(String name) {
    PluginStep step =
        new PluginStep(
            "upgrade",
            StepPhase.EXECUTE,
            List.of("apt-get", "$(upgrade)"),
            Map.of("LC_ALL", "C"),
            true,
            Duration.ofMinutes(1),
            PluginStep.ZERO);
    return ScriptedPlugin.with(name, AnnouncedWork.ofCount(1))
        .planning(ScriptedPlugin.planOf(Map.of(), Set.of(), Set.of(), step));
  }

  private UpdateResult run(UpdateRequest request) throws InterruptedException {
    return start(request).finish();
  }

  private UpdatesUnderWay start(UpdateRequest request) throws InterruptedException {
    return useCase().start(plan(request, WayToRoot.UNASKED), "atlas", "ada", new Listening());
  }

  private PlannedRun plan(UpdateRequest request, WayToRoot root) throws InterruptedException {
    return new PlanRun(catalogue, runner, estimates(), ids, new AskPlugins(cache, Histories.CLOCK))
        .plan(request, root, Progress.none());
  }

  private RunUpdates useCase() {
    return new RunUpdates(
        new CollectRun(journal, ids, Histories.CLOCK, System::nanoTime),
        new ForetellRun(estimates(), ledger, Histories.CLOCK),
        runner,
        new MinusElapsedForecaster());
  }

  private EstimateResources estimates() {
    return new EstimateResources(
        history,
        new NaiveModelTrainer(Histories.CLOCK),
        new InMemoryModelStore(),
        ledger,
        new LevelByLevelForecaster(),
        new DiscountingRiskForecaster(),
        Histories.CLOCK);
  }

  private static UpdateRequest request(int workers, boolean continueOnError, String... plugins) {
    return new UpdateRequest(
        List.of(plugins).stream().map(PluginName::new).toList(),
        host(),
        0.9,
        workers,
        null,
        continueOnError,
        Duration.ofSeconds(30));
  }

  private static HostScope host() {
    return HostScope.only("atlas");
  }

  private final class Listening implements RunListener {

    @Override
    public void started(PluginName plugin, Instant time) {
      heard.add(plugin + " started");
    }

    @Override
    public void stepStarted(PluginName plugin, PluginStep step) {
      heard.add(plugin + " " + step.name());
    }

    @Override
    public void printed(PluginName plugin, Channel channel, byte[] bytes, int length) {
      heard.add(plugin + ": " + new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    @Override
    public void told(PluginName plugin, ProgressEvent event) {
      if (event instanceof ProgressEvent.Advanced advanced) {
        @Nullable String message = advanced.message();
        heard.add(plugin + " " + message);
      }
    }

    @Override
    public void ended(PluginName plugin, ExecutionEnd end, Instant time) {
      heard.add(plugin + " " + end.status().wireName());
    }
  }
}
