package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link LegacyHistory} promises, sentence by sentence. */
public abstract class LegacyHistoryContract {

  protected static final LegacyReading READING = new LegacyReading(ZoneOffset.UTC, "atlas");

  private static final Instant START = Instant.parse("2026-01-03T06:15:02.118204Z");

  /** The history under test. */
  protected abstract LegacyHistory legacyHistory();

  /** A new file that holds those runs, each with its identity, in that order. */
  protected abstract Path fileOf(List<Run> runs);

  /** A new file of three records, the second of which cannot be read. */
  protected abstract Path fileWithAnUnreadableRecordBetween(Run first, Run last);

  /** A new file that cannot be taken as an old history. */
  protected abstract Path fileThatIsNoHistory();

  /** Puts other runs into a file. */
  protected abstract void change(Path file, List<Run> runs);

  /** A directory that need not exist yet. */
  protected abstract Path directory();

  @Test
  void surveysRunsAndExecutions() {
    LegacySurvey survey =
        survey(fileOf(List.of(run(1, "apt", "snap"), run(2), run(3, "apt", "apt"))));
    assertEquals(3, survey.records());
    assertEquals(3, survey.runs());
    assertEquals(4, survey.executions());
    assertEquals(0, survey.repeated());
    assertEquals(0, survey.quarantinedCount());
    assertTrue(survey.bytes() > 0);
    assertTrue(survey.sha256().matches("[0-9a-f]{64}"));
  }

  @Test
  void givesTheRunsInTheOrderOfTheFile() {
    List<Run> runs = List.of(run(3, "apt"), run(1, "snap", "apt"), run(2));
    assertEquals(described(runs), described(runs(fileOf(runs))));
  }

  @Test
  void keepsEveryFieldThatTheOldFormatHas() {
    Run full = run(1, "apt");
    PluginExecution execution =
        PluginExecution.builder(
                new ExecutionId(new UUID(7, 7)),
                full.runId(),
                new PluginName("пакеты 包"),
                ExecutionStatus.TIMEOUT)
            .times(START.plusSeconds(1), START.plusSeconds(2).plusNanos(1000))
            .packages(3, 400)
            .errorMessage("timed out after\n300s \uD83D\uDE00")
            .exitCode(-9)
            .build();
    Run run =
        new Run(
            full.runId(),
            START,
            START.plusSeconds(9),
            "hôte",
            "ann",
            "c0ffee",
            List.of(execution),
            null);
    assertEquals(described(List.of(run)), described(runs(fileOf(List.of(run)))));
  }

  @Test
  void leavesAbsentWhatTheRecordDoesNotTell() {
    Run run = runs(fileOf(List.of(bare(1)))).get(0);
    PluginExecution execution = run.executions().get(0);
    assertEquals(null, run.endTime());
    assertEquals(null, run.username());
    assertEquals(null, run.createdAt());
    assertEquals(null, execution.packagesUpdated());
    assertEquals(null, execution.exitCode());
    assertEquals(List.of(), execution.steps());
  }

  @Test
  void takesIdenticalRecordsForOne() {
    Path file = fileOf(List.of(run(1, "apt"), run(2, "apt"), run(1, "apt")));
    LegacySurvey survey = survey(file);
    assertEquals(2, survey.runs());
    assertEquals(2, survey.executions());
    assertEquals(1, survey.repeated());
    assertEquals(List.of(id(2), id(1)), ids(runs(file)));
  }

  @Test
  void letsTheLastOfSeveralRecordsOfOneIdentityStand() {
    Path file = fileOf(List.of(run(1, "apt"), run(2), run(1, "apt", "snap"), run(1, "brew")));
    LegacySurvey survey = survey(file);
    assertEquals(4, survey.records());
    assertEquals(2, survey.runs());
    assertEquals(1, survey.executions());
    assertEquals(2, survey.repeated());
    assertEquals(described(List.of(run(2), run(1, "brew"))), described(runs(file)));
  }

  @Test
  void givesTheSameIdentitiesAtAnyTimeAndInAnyOrder() {
    List<Run> forth = runs(fileOf(List.of(run(1, "apt", "snap"), run(2, "apt"))));
    List<Run> back = new ArrayList<>(runs(fileOf(List.of(run(2, "apt"), run(1, "apt", "snap")))));
    Collections.reverse(back);
    assertEquals(forth, back);
  }

  @Test
  void quarantinesARecordWithoutStoppingTheRest() {
    Path file = fileWithAnUnreadableRecordBetween(run(1, "apt"), run(2, "apt"));
    LegacySurvey survey = survey(file);
    assertEquals(3, survey.records());
    assertEquals(2, survey.runs());
    assertEquals(1, survey.quarantinedCount());
    assertEquals(2, survey.quarantined().get(0).number());
    assertFalse(survey.quarantined().get(0).reasons().isEmpty());
    assertEquals(List.of(id(1), id(2)), ids(runs(file)));
  }

  @Test
  void surveysAFileWithoutRuns() {
    Path file = fileOf(List.of());
    assertEquals(0, survey(file).records());
    assertEquals(List.of(), runs(file));
  }

  @Test
  void readsAThousandRuns() {
    List<Run> thousand = IntStream.range(0, 1000).mapToObj(i -> run(i, "apt")).toList();
    assertEquals(described(thousand), described(runs(fileOf(thousand))));
  }

  @Test
  void refusesAFileThatIsNoHistory() {
    FileRefused refusal = legacyHistory().survey(fileThatIsNoHistory(), READING).getLeft();
    assertFalse(refusal.place().isBlank());
    assertFalse(refusal.reason().isBlank());
    assertFalse(refusal.remedy().isBlank());
  }

  @Test
  void refusesAFileThatIsMissing() {
    Path missing = directory().resolve("missing.json");
    assertEquals(missing, legacyHistory().survey(missing, READING).getLeft().file());
  }

  @Test
  void failsIfTheFileIsNoLongerTheOneSurveyed() {
    Path file = fileOf(List.of(run(1, "apt")));
    LegacySurvey survey = survey(file);
    change(file, List.of(run(1, "apt"), run(2, "apt")));
    Iterator<Run> runs = legacyHistory().runs(survey, READING);
    assertThrows(LegacyFileChanged.class, () -> runs.forEachRemaining(run -> {}));
  }

  @Test
  void endsWithNoSuchElement() {
    Iterator<Run> runs = legacyHistory().runs(survey(fileOf(List.of(run(1)))), READING);
    assertEquals(id(1), runs.next().runId());
    assertThrows(NoSuchElementException.class, runs::next);
  }

  @Test
  void backsUpWhatWasSurveyed() {
    LegacySurvey original = survey(fileOf(List.of(run(1, "apt"), run(2, "snap"))));
    Path copy = legacyHistory().backUp(original, directory());
    assertEquals(directory(), copy.getParent());
    assertEquals(original.sha256(), survey(copy).sha256());
    assertEquals(original.runs(), survey(copy).runs());
  }

  @Test
  void backsUpTheSameContentOnce() {
    LegacySurvey survey = survey(fileOf(List.of(run(1, "apt"))));
    LegacySurvey same = survey(fileOf(List.of(run(1, "apt"))));
    LegacySurvey other = survey(fileOf(List.of(run(2, "apt"))));
    Path copy = legacyHistory().backUp(survey, directory());
    assertEquals(copy, legacyHistory().backUp(same, directory()));
    assertNotEquals(copy, legacyHistory().backUp(other, directory()));
  }

  @Test
  void backsUpNothingButWhatWasSurveyed() {
    Path file = fileOf(List.of(run(1, "apt")));
    LegacySurvey survey = survey(file);
    change(file, List.of(run(2, "apt")));
    assertThrows(LegacyFileChanged.class, () -> legacyHistory().backUp(survey, directory()));
  }

  /** The survey of a file that is expected to be one. */
  protected final LegacySurvey survey(Path file) {
    return legacyHistory()
        .survey(file, READING)
        .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
  }

  /** The runs of a file that is expected to be one. */
  protected final List<Run> runs(Path file) {
    List<Run> runs = new ArrayList<>();
    legacyHistory().runs(survey(file), READING).forEachRemaining(runs::add);
    return runs;
  }

  /** A finished run, told by its number, of those plugins. */
  protected static Run run(int number, String... plugins) {
    Instant start = START.plusSeconds(86_400L * number);
    List<PluginExecution> executions = new ArrayList<>();
    for (String plugin : plugins) {
      executions.add(
          PluginExecution.builder(
                  new ExecutionId(new UUID(number, executions.size())),
                  id(number),
                  new PluginName(plugin),
                  ExecutionStatus.SUCCESS)
              .times(start, start.plusSeconds(60))
              .packages(number, null)
              .build());
    }
    return new Run(id(number), start, start.plusSeconds(90), "atlas", null, null, executions, null);
  }

  private static Run bare(int number) {
    PluginExecution pending =
        PluginExecution.builder(
                new ExecutionId(new UUID(number, 0)),
                id(number),
                new PluginName("apt"),
                ExecutionStatus.PENDING)
            .build();
    return new Run(id(number), START, null, "atlas", null, null, List.of(pending), null);
  }

  private static RunId id(int number) {
    return new RunId(new UUID(0x0123_4567_89AB_4DEFL, 0x8000_0000_0000_0000L | number));
  }

  private static List<RunId> ids(List<Run> runs) {
    return runs.stream().map(Run::runId).toList();
  }

  /** Everything about runs but the identities of executions, which the adapter derives. */
  private static List<String> described(List<Run> runs) {
    return runs.stream().map(LegacyHistoryContract::described).toList();
  }

  private static String described(Run run) {
    List<String> executions =
        run.executions().stream().map(LegacyHistoryContract::described).toList();
    return text(
        run.runId(),
        run.startTime(),
        run.endTime(),
        run.hostname(),
        run.username(),
        run.configHash(),
        executions);
  }

  private static String described(PluginExecution execution) {
    return text(
        execution.runId(),
        execution.pluginName(),
        execution.status(),
        execution.startTime(),
        execution.endTime(),
        execution.packagesUpdated(),
        execution.packagesTotal(),
        execution.errorMessage(),
        execution.exitCode(),
        execution.steps(),
        execution.estimates());
  }

  private static String text(@Nullable Object... parts) {
    return Arrays.toString(parts);
  }
}
