package org.updateall.application.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.updateall.application.Histories;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.OutputListener;
import org.updateall.domain.retrieval.HistoryQueries;

final class RecordCommandTest {

  private static final PluginName APT = new PluginName("apt");
  private static final Command UPGRADE = Command.of(List.of("apt-get", "upgrade"));
  private static final ResourceUsage USAGE =
      ResourceUsage.builder().wallClockSeconds(61.5).cpuSeconds(3.0, 0.5).build();

  private final Histories histories = Histories.empty().with("workstation", "apt", 20);
  private final InMemoryRunJournal.Place place = new InMemoryRunJournal.Place(histories.history());
  private final InMemoryRunJournal journal = new InMemoryRunJournal(place, 1);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();
  private final TimeOrderedIds ids = new TimeOrderedIds(Histories.CLOCK, new SplittableRandom(3));
  private RunJournal usedJournal = journal;
  private HistoryQueries queries = histories.history();
  private Duration patience = Duration.ofSeconds(30);

  @Test
  void remembersWhatTheCommandTookWithItsAnnouncement() throws Exception {
    CommandToRecord command =
        new CommandToRecord(APT, "upgrade", StepPhase.DOWNLOAD, 12, 5_000_000L, true, UPGRADE);

    RecordedCommand recorded = record(command, ended(0, ""));

    assertTrue(recorded.isRemembered());
    PluginExecution execution = kept(recorded);
    assertEquals(ExecutionStatus.SUCCESS, execution.status());
    assertEquals(12, execution.packagesUpdated());
    assertEquals(0, execution.exitCode());
    StepMetrics step = execution.steps().get(0);
    assertEquals("upgrade", step.stepName());
    assertEquals(StepPhase.DOWNLOAD, step.phase());
    assertEquals(USAGE.toBuilder().downloadSizeBytes(5_000_000L).build(), step.usage());
    assertEquals(12, execution.estimates().get(0).packageCount());
    assertEquals(5_000_000L, execution.estimates().get(0).downloadBytes());
    Metering metering = recorded.outcome().usage().metering();
    assertEquals(MeteringMethod.REPORTED, metering.methods().get(Figure.DOWNLOAD));
    assertEquals(MeteringMethod.SHELL_TIMES, metering.methods().get(Figure.CPU));
    assertEquals(Map.of(Figure.IO, "not readable"), metering.absences());
  }

  @Test
  void foretellsBeforeTheCommandBegins() throws Exception {
    List<Boolean> foretold = new ArrayList<>();

    RecordedCommand recorded =
        record(
            CommandToRecord.of(APT, UPGRADE),
            command -> {
              foretold.add(ledger.foretold(null).size() == 1);
              return outcome(Ending.ENDED, 0, null, "");
            });

    assertEquals(List.of(true), foretold);
    assertEquals(List.of(), recorded.warnings());
    assertEquals(
        recorded.foretold().get().plugins().get(0).prediction(Target.WALL_CLOCK).get().point(),
        ledger.find(recorded.runId()).get().predictions().get(0).point());
  }

  @Test
  void aCommandThatIsNotToBeForetoldIsNot() throws Exception {
    RecordedCommand recorded = record(unforetold(), ended(0, ""));

    assertTrue(recorded.foretold().isEmpty());
    assertEquals(List.of(), recorded.warnings());
    assertEquals(List.of(), ledger.foretold(null));
    assertTrue(recorded.isRemembered());
  }

  @Test
  void theFirstCommandOfAPluginIsRememberedWithoutAPrediction() throws Exception {
    RecordedCommand recorded =
        record(CommandToRecord.of(new PluginName("nix"), UPGRADE), ended(0, ""));

    assertEquals(List.of(new PluginName("nix")), recorded.foretold().get().unknown());
    assertEquals(List.of(), recorded.warnings());
    assertEquals(CommandToRecord.DEFAULT_STEP, kept(recorded).steps().get(0).stepName());
    assertEquals(List.of(), kept(recorded).estimates());
  }

  @Test
  void aFailedCommandIsKeptWithTheLastThatItSaidAndNotItsAnnouncementsAsOutcomes()
      throws Exception {
    CommandToRecord command =
        new CommandToRecord(APT, "upgrade", StepPhase.EXECUTE, 12, 99L, true, UPGRADE);

    PluginExecution execution =
        kept(record(command, ended(100, "Reading lists\nE: Could not get lock\n \n")));

    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertEquals("exit code 100: E: Could not get lock", execution.errorMessage());
    assertEquals(100, execution.exitCode());
    assertEquals(null, execution.packagesUpdated());
    assertEquals(USAGE, execution.steps().get(0).usage());
    assertEquals(12, execution.estimates().get(0).packageCount());
  }

  @Test
  void aLongLastLineIsCutBetweenCharacters() throws Exception {
    String message = kept(record(unforetold(), ended(1, "😀".repeat(600)))).errorMessage();

    assertEquals("exit code 1: " + "😀".repeat(500) + "…", message);
  }

  @Test
  void aCommandThatTakesTooLongHasTimedOut() throws Exception {
    CommandToRecord command = CommandToRecord.of(APT, UPGRADE.within(Duration.ofMinutes(2)));

    RecordedCommand recorded =
        record(command, unused -> outcome(Ending.TIMED_OUT, 124, null, "noise"));

    assertEquals(124, recorded.outcome().exitCode());
    assertEquals(ExecutionStatus.TIMEOUT, kept(recorded).status());
    assertEquals("not done in PT2M", kept(recorded).errorMessage());
    assertEquals(USAGE, kept(recorded).steps().get(0).usage());
  }

  @Test
  void aCommandThatNeverBeganLeavesNothing() throws Exception {
    RecordedCommand recorded =
        record(
            CommandToRecord.of(APT, UPGRADE),
            command -> outcome(Ending.NOT_STARTED, 127, "not found", ""));

    assertFalse(recorded.isRemembered());
    assertEquals(List.of(), recorded.warnings());
    assertEquals(20, histories.history().counts().runs());
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void anInterruptedCommandIsKeptAsFailedAndTheInterruptStays() throws Exception {
    RecordedCommand recorded =
        record(
            unforetold(),
            command -> {
              Thread.currentThread().interrupt();
              return outcome(Ending.STOPPED, 130, null, "");
            });

    assertTrue(Thread.interrupted());
    assertEquals(ExecutionStatus.FAILED, kept(recorded).status());
    assertEquals("interrupted", kept(recorded).errorMessage());
    assertEquals(130, kept(recorded).exitCode());
  }

  @Test
  void anInterruptBeforeTheBeginningLeavesNothing() {
    Thread.currentThread().interrupt();

    assertThrows(
        InterruptedException.class, () -> record(CommandToRecord.of(APT, UPGRADE), ended(0, "")));

    assertEquals(20, histories.history().counts().runs());
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void theCommandIsUnderWayWhileItRuns() throws Exception {
    List<Run> underWay = new ArrayList<>();
    RecordedCommand recorded =
        record(
            unforetold(),
            command -> {
              underWay.add(journal.runsUnderWay().get(0).run());
              return outcome(Ending.ENDED, 0, null, "");
            });

    assertEquals(recorded.runId(), underWay.get(0).runId());
    assertEquals(ExecutionStatus.RUNNING, underWay.get(0).executions().get(0).status());
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void aHistoryThatCannotBeReadOrWrittenIsAWarningAndTheCommandEndsAsItDoes() throws Exception {
    queries = mock(HistoryQueries.class, broken("the database is damaged"));
    usedJournal = mock(RunJournal.class, broken("the disk is full"));

    RecordedCommand recorded = record(CommandToRecord.of(APT, UPGRADE), ended(3, ""));

    assertEquals(3, recorded.outcome().exitCode());
    assertFalse(recorded.isRemembered());
    assertEquals("the disk is full", recorded.lost());
    assertEquals(List.of("nothing was foretold: the database is damaged"), recorded.warnings());
  }

  @Test
  void aBusyStoreIsNotWaitedFor() throws Exception {
    place.busy(true);

    RecordedCommand recorded = record(unforetold(), ended(0, ""));

    assertTrue(recorded.isRemembered());
    assertEquals(1, journal.settle().stored());
  }

  @Test
  void aCommandDoesNotWaitLongToBeForetold() throws Exception {
    patience = Duration.ofMillis(20);
    CountDownLatch free = new CountDownLatch(1);
    queries =
        mock(
            HistoryQueries.class,
            call -> {
              free.await();
              return call.getMethod().invoke(histories.history(), call.getArguments());
            });

    RecordedCommand recorded = record(CommandToRecord.of(APT, UPGRADE), ended(0, ""));

    assertTrue(recorded.isRemembered());
    assertEquals(List.of("nothing was foretold: it was not known in time"), recorded.warnings());
    free.countDown();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("foretelling")) {
        thread.join();
      }
    }
    assertEquals(List.of(), ledger.foretold(null));
  }

  @Test
  void aDefectOfTheRunnerIsToldAndTheRunKeptAsInterrupted() {
    assertThrows(
        ArithmeticException.class,
        () ->
            record(
                unforetold(),
                command -> {
                  throw new ArithmeticException("defect");
                }));

    assertEquals(21, histories.history().counts().runs());
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void theListenerIsToldWhatIsPrinted() throws Exception {
    StringBuilder printed = new StringBuilder();
    recordCommand(
            (command, listener) -> {
              listener.printed(Channel.OUTPUT, "hello".getBytes(UTF_8), 4);
              return outcome(Ending.ENDED, 0, null, "");
            })
        .record(
            unforetold(),
            (channel, bytes, length) ->
                printed.append(channel).append(new String(bytes, 0, length, UTF_8)));

    assertEquals("OUTPUThell", printed.toString());
  }

  @Test
  void refusesWhatTheHistoryCouldNotKeepBeforeAnythingRuns() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CommandToRecord(APT, " ", StepPhase.EXECUTE, null, null, true, UPGRADE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CommandToRecord(APT, "x", StepPhase.EXECUTE, -1, null, true, UPGRADE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CommandToRecord(APT, "x", StepPhase.EXECUTE, null, -1L, true, UPGRADE));
  }

  @Test
  void whatIsKnownBeforehandIsWhatAnEstimateMayKnow() {
    CommandToRecord command =
        new CommandToRecord(APT, "x", StepPhase.EXECUTE, 3, 70L, true, UPGRADE);

    assertEquals(
        Covariates.of(Map.of(Covariates.PACKAGES, 3.0, Covariates.DOWNLOAD_BYTES, 70.0)),
        command.known());
    assertEquals(Covariates.NONE, unforetold().known());
  }

  private static Answer<Object> broken(String how) {
    return call -> {
      throw new HistoryUnavailable(how);
    };
  }

  private static CommandToRecord unforetold() {
    return new CommandToRecord(APT, "run", StepPhase.EXECUTE, null, null, false, UPGRADE);
  }

  private PluginExecution kept(RecordedCommand recorded) {
    return histories.history().find(recorded.runId()).get().executions().get(0);
  }

  private static Function<Command, CommandOutcome> ended(int exitCode, String error) {
    return command -> outcome(Ending.ENDED, exitCode, null, error);
  }

  private static CommandOutcome outcome(
      Ending ending, int exitCode, @Nullable String problem, String error) {
    byte[] bytes = error.getBytes(UTF_8);
    return new CommandOutcome(
        ending,
        exitCode,
        problem,
        Histories.NOW,
        Histories.NOW.plusSeconds(62),
        new MeasuredUsage(
            USAGE,
            new Metering(
                Map.of(Figure.CPU, MeteringMethod.SHELL_TIMES),
                Map.of(Figure.IO, "not readable", Figure.DOWNLOAD, "nobody told"),
                List.of())),
        KeptOutput.NOTHING,
        KeptOutput.of(bytes, bytes.length));
  }

  private RecordedCommand record(CommandToRecord command, Function<Command, CommandOutcome> running)
      throws InterruptedException {
    return recordCommand((asked, listener) -> running.apply(asked))
        .record(command, OutputListener.NONE);
  }

  /** How a command runs in a test. */
  private interface Running {

    CommandOutcome run(Command command, OutputListener listener);
  }

  private RecordCommand recordCommand(Running running) {
    CommandRunner runner =
        new CommandRunner() {
          @Override
          public CommandOutcome run(Command command, OutputListener listener) {
            return running.run(command, listener);
          }

          @Override
          public Metering metering() {
            return new Metering(Map.of(), Map.of(), List.of());
          }
        };
    CollectRun collectRun = new CollectRun(usedJournal, ids, Histories.CLOCK, System::nanoTime);
    EstimateResources estimates =
        new EstimateResources(
            queries,
            new NaiveModelTrainer(Histories.CLOCK),
            new InMemoryModelStore(),
            new InMemoryPredictionLedger(),
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK);
    return new RecordCommand(
        runner,
        runId -> collectRun.start(runId, "workstation", "ada", null),
        new ForetellRun(estimates, ledger, Histories.CLOCK),
        new ChooseHost(queries, "workstation"),
        ids,
        patience);
  }
}
