package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link LegacyHistoryWriter} promises; every implementation runs it whole. */
public abstract class LegacyHistoryWriterContract {

  private static final LegacyReading READING = new LegacyReading(ZoneOffset.UTC, "reader");

  protected abstract LegacyHistoryWriter writer();

  /** Reads what the writer wrote. */
  protected abstract LegacyHistory reader();

  /** Where nothing is yet, not even the directory. */
  protected abstract Path newFile();

  @Test
  void givesBackWhatWasWrittenInItsOrderAndSaysHowMany() {
    List<Run> runs = List.of(run(3).build(), run(1).on("a").build(), run(2).build());
    Path file = newFile();

    assertEquals(3, write(file, runs));
    assertEquals(runs, runsOf(file));
  }

  @Test
  void writesAHistoryWithoutRuns() {
    Path file = newFile();

    assertEquals(0, write(file, List.of()));
    assertEquals(List.of(), runsOf(file));
  }

  @Test
  void writesEveryFieldThatTheOldFormatHas() {
    Path file = newFile();
    write(file, List.of(Runs.complete(), Runs.run(2).unended().executing(execution("b")).build()));

    List<Run> runs = runsOf(file);
    assertEquals(described(Runs.complete()), described(runs.get(0)));
    assertEquals(null, runs.get(1).endTime());
    assertEquals(null, runs.get(1).username());
    assertEquals(null, runs.get(1).executions().get(0).packagesUpdated());
    assertEquals(null, runs.get(1).executions().get(0).errorMessage());
  }

  @Test
  void leavesOutWhatTheOldFormatHasNoFieldFor() {
    Path file = newFile();
    write(file, List.of(Runs.complete().createdAt(Runs.NOON)));

    Run read = runsOf(file).get(0);
    assertEquals(read.withoutCreationTimes(), read);
    assertTrue(read.executions().stream().allMatch(each -> each.steps().isEmpty()));
    assertTrue(read.executions().stream().allMatch(each -> each.estimates().isEmpty()));
  }

  @Test
  void writesEveryStatus() {
    ExecutionBuilder[] all =
        Arrays.stream(ExecutionStatus.values())
            .map(status -> execution("apt").ending(status))
            .toArray(ExecutionBuilder[]::new);
    Path file = newFile();
    write(file, List.of(run().executing(all).build()));

    assertEquals(
        List.of(ExecutionStatus.values()),
        runsOf(file).get(0).executions().stream().map(PluginExecution::status).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999Z",
        "2026-01-05T12:00:00.000001Z",
        "2026-10-25T00:30:00.1Z",
        "9999-12-31T23:58:59.999999Z"
      })
  void writesTimesToTheMicrosecond(String time) {
    Path file = newFile();
    Run run = run().startingAt(time).build();
    write(file, List.of(run));

    assertEquals(List.of(run), runsOf(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "\u0001\u001f\u007f\u0080",
        "line\nbreak\r\n\ttab\f\b",
        "\"quoted\" \\ \\n / </script>",
        "😀 שלום Zażółć 中文 \uFEFF\uFFFF\u2028"
      })
  void writesTextsInAnyScript(String text) {
    Path file = newFile();
    Run run = run().by(text).executing(execution("😀中").failingWith(text, 1)).build();
    write(file, List.of(run));

    assertEquals(described(run), described(runsOf(file).get(0)));
  }

  @Test
  void replacesWhatWasThere() {
    Path file = newFile();
    write(file, List.of(run(1).build(), run(2).build()));

    assertEquals(1, write(file, List.of(run(3).build())));
    assertEquals(List.of(run(3).build()), runsOf(file));
  }

  @Test
  void leavesTheFileAsItWasIfTheSourceFailsAndPassesTheFailureOn() {
    Path file = newFile();
    write(file, List.of(run(1).build()));
    IllegalStateException failure = new IllegalStateException("the disk caught fire");

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                writer()
                    .write(
                        file,
                        visitor -> {
                          visitor.accept(run(2).build());
                          throw failure;
                        }));

    assertSame(failure, thrown);
    assertEquals(List.of(run(1).build()), runsOf(file));
  }

  @Test
  void makesNoFileIfTheSourceFailsAtOnce() {
    Path file = newFile();

    assertThrows(
        IllegalStateException.class,
        () ->
            writer()
                .write(
                    file,
                    visitor -> {
                      throw new IllegalStateException();
                    }));

    assertTrue(reader().survey(file, READING).isLeft());
  }

  @Test
  void writesAThousandRuns() {
    List<Run> thousand = Runs.many(1000);
    Path file = newFile();

    assertEquals(1000, write(file, thousand));
    assertEquals(
        thousand.stream().map(LegacyHistoryWriterContract::described).toList(),
        runsOf(file).stream().map(LegacyHistoryWriterContract::described).toList());
  }

  @Test
  void mayBeAskedAgainWithTheSameRunsAnyNumberOfTimes() {
    Run stepped = run().executing(execution("apt").with(step("a"))).build();
    Path file = newFile();
    write(file, List.of(stepped));
    List<Run> once = runsOf(file);
    write(file, once);

    assertEquals(once, runsOf(file));
  }

  private long write(Path file, List<Run> runs) {
    return writer().write(file, runs::forEach);
  }

  private List<Run> runsOf(Path file) {
    List<Run> runs = new ArrayList<>();
    LegacySurvey survey =
        reader()
            .survey(file, READING)
            .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
    assertEquals(0, survey.quarantinedCount());
    reader().runs(survey, READING).forEachRemaining(runs::add);
    return runs;
  }

  /** What the old format says of a run. */
  private static List<Object> described(Run run) {
    List<Object> said = new ArrayList<>();
    said.add(
        Arrays.asList(
            run.runId(),
            run.startTime(),
            run.endTime(),
            run.hostname(),
            run.username(),
            run.configHash()));
    for (PluginExecution each : run.executions()) {
      said.add(
          Arrays.asList(
              each.pluginName(),
              each.status(),
              each.startTime(),
              each.endTime(),
              each.packagesUpdated(),
              each.packagesTotal(),
              each.errorMessage(),
              each.exitCode()));
    }
    return said;
  }
}
