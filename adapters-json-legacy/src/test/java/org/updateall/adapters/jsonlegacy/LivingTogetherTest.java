package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;

/**
 * A history.json that we and the Python program use in turns: nobody loses what the other wrote.
 */
class LivingTogetherTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);

  private static final String OF_PYTHON =
      """
      {"id": "9c41e7ab", "start_time": "2026-01-03T06:15:02.118204+00:00", "end_time": null,
          "plugins": [ {"name": "apt", "status": "Completed", "packages_updated": 3.0,
            "mood":  [1e999999999, {"a" : "\\u017c\\ud800"}], "mood2": {}} ],
         "note": { "kept":true } , "x":-0.0}""";

  private static final List<String> ODD =
      List.of(
          "null",
          "3.50",
          "\"a [ ] { } , \\\" text\"",
          "{\"id\":\"no start\",  \"plugins\":\t[]}",
          "{\"start_time\": \"2026-01-01\", \"plugins\": [{\"name\": \"apt\", \"status\": \"odd\"}]}",
          "[[ ]]",
          "true");

  @TempDir private Path directory;
  private Path file;
  private RunHistory store;

  @BeforeEach
  void openStore() {
    file = directory.resolve("history.json");
    store = LegacyStores.history(file, CLOCK);
  }

  @Test
  void recordsThatCannotBeReadSurviveAsTheyStand() throws IOException {
    write("[" + String.join(" ,\n", ODD) + "\n]\n");

    store.record(Runs.complete());
    store.record(run(2).build());
    store.record(run(2).on("elsewhere").build());
    store.delete(List.of(Runs.id(1)));

    String text = Files.readString(file);
    int from = 0;
    for (String odd : ODD) {
      from = text.indexOf("\n  " + odd + ",\n", from) + 1;
      assertTrue(from > 0, odd + " is not in " + text);
    }
    assertEquals(new HistoryCounts(1, 0, 0, 0), store.counts());
  }

  @Test
  void recordsOfOthersStayToTheByteUntilTheyAreChanged() throws IOException {
    write("[" + OF_PYTHON + "]");

    store.record(Runs.complete());

    assertTrue(Files.readString(file).startsWith("[\n  " + OF_PYTHON + ",\n  {\n"));
  }

  @Test
  void aChangedRecordKeepsItsIdAndEveryFieldThatIsNotRead() throws IOException {
    write("[" + OF_PYTHON + "]");
    Run known = store.recent(HistoryFilter.everything(), 1).get(0);

    store.revise(known.runId(), run -> with(run, "snap"));

    String text = Files.readString(file);
    assertTrue(text.contains("\"id\": \"9c41e7ab\""), text);
    assertTrue(text.contains("\"note\": { \"kept\":true }"), text);
    assertTrue(text.contains("\"x\": -0.0"), text);
    assertTrue(text.contains("\"mood\": [1e999999999, {\"a\" : \"\\u017c\\ud800\"}]"), text);
    assertTrue(text.contains("\"mood2\": {}"), text);
    Run revised = store.find(known.runId()).get();
    assertEquals(2, revised.totalPlugins());
    assertEquals(
        known.executions().get(0).executionId(), revised.executions().get(0).executionId());
  }

  @Test
  void aChangedRecordStaysWhereItStood() throws IOException {
    write("[" + OF_PYTHON + ", null]");
    Run known = store.recent(HistoryFilter.everything(), 1).get(0);

    store.revise(known.runId(), run -> with(run, "snap"));

    assertTrue(Files.readString(file).endsWith(",\n  null\n]"));
  }

  @Test
  void aRunKeepsItsIdentityThoughWhatItIsDerivedFromChanges() throws IOException {
    write("[" + OF_PYTHON + "]");
    RunId id = store.recent(HistoryFilter.everything(), 1).get(0).runId();

    store.revise(id, run -> run.without(run.executions().get(0).executionId()));
    store.revise(id, run -> with(run, "brew"));

    assertEquals(1, store.counts().runs());
    assertEquals("brew", store.find(id).get().executions().get(0).pluginName().value());
  }

  @Test
  void deletingARunRemovesEveryRecordOfIt() throws IOException {
    write("[%s, %s, %s]".formatted(OF_PYTHON, ODD.get(0), OF_PYTHON));
    RunId id = store.recent(HistoryFilter.everything(), 1).get(0).runId();

    assertEquals(new HistoryCounts(1, 1, 0, 0), store.delete(List.of(id)));

    assertEquals("[\n  null\n]", Files.readString(file));
  }

  @Test
  void anUnchangedRunIsNotWrittenAgain() throws IOException {
    write("[" + OF_PYTHON + "]");
    Run known = store.recent(HistoryFilter.everything(), 1).get(0);

    assertEquals(RecordOutcome.UNCHANGED, store.record(known));
    assertEquals("[" + OF_PYTHON + "]", Files.readString(file));
  }

  @Test
  void aByteOrderMarkAndBlanksAreNoHindrance() throws IOException {
    write("\uFEFF \n[ ]\n");

    store.record(run().build());

    assertTrue(Files.readString(file).startsWith("[\n  {\n    \"id\""));
    assertEquals(1, store.counts().runs());
  }

  @Test
  void aDamagedFileIsRefusedAndNeverOverwritten() throws IOException {
    for (String damaged : List.of("", "{}", "[{\"id\": \"x\"", "[1,]", "[]x", "\u0000")) {
      write(damaged);
      for (Runnable use :
          List.<Runnable>of(
              store::counts,
              () -> store.record(run().build()),
              () -> store.recordAll(List.of(run().build()).iterator()),
              () -> store.delete(List.of(Runs.id(1))),
              () -> store.find(Runs.id(1)))) {
        String complaint = Complaint.of(use::run);
        assertTrue(complaint.contains(file.toString()), complaint);
        assertTrue(complaint.contains("left untouched"), complaint);
        assertEquals(damaged, Files.readString(file));
      }
    }
  }

  @Test
  void aFileThatIsBeingWrittenIsReadOnceItIsWhole() throws IOException {
    write("[" + OF_PYTHON.substring(0, 40));
    RunHistory patient = storeWithPauses(() -> write("[" + OF_PYTHON + "]"));

    assertEquals(1, patient.counts().runs());
  }

  @Test
  void whatThePythonProgramWritesMeanwhileIsNotLost() throws IOException {
    write("[]");
    List<Integer> tries = new ArrayList<>();

    store.recordAll(List.of(run(1).build()).iterator());
    store.revise(
        Runs.id(1),
        run -> {
          tries.add(1);
          if (tries.size() == 1) {
            append(OF_PYTHON);
          }
          return with(run, "apt");
        });

    assertEquals(2, tries.size());
    assertEquals(2, store.counts().runs());
    assertTrue(Files.readString(file).contains(OF_PYTHON));
    assertEquals(1, store.find(Runs.id(1)).get().totalPlugins());
  }

  @Test
  void aFileThatIsDamagedWhileItIsChangedIsRefused() throws IOException {
    store.record(run(1).build());

    Complaint.of(
        () ->
            store.revise(
                Runs.id(1),
                run -> {
                  write("[");
                  return with(run, "apt");
                }));

    assertEquals("[", Files.readString(file));
  }

  @Test
  void aRunThatNoRecordCanHoldIsRefusedAndNothingIsStored() {
    Run endless =
        run()
            .executing(
                Collections.nCopies(10_001, execution("apt")).toArray(ExecutionBuilder[]::new))
            .build();

    String complaint = Complaint.of(() -> store.record(endless));

    assertTrue(complaint.contains("cannot be kept in a history.json"), complaint);
    assertTrue(complaint.contains("plugins holds more than 10000"), complaint);
    assertFalse(Files.exists(file));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    try (FileChannel sparse =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.wrap(new byte[] {']'}), LegacyStore.MAX_BYTES);
    }

    assertTrue(Complaint.of(store::counts).contains("Bring it into a database"));
  }

  @Test
  void aFileThatIsNoFileIsRefused() throws IOException {
    Files.createDirectory(file);

    assertTrue(Complaint.of(store::counts).contains("it is a directory"));
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws IOException {
    write("[]");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

    assertTrue(Complaint.of(store::counts).contains("for want of permission"));
  }

  @Test
  void runsOfThePythonProgramHaveNoCreationTimeUntilTheyChange() throws IOException {
    write("[" + OF_PYTHON + "]");
    Run known = store.recent(HistoryFilter.everything(), 1).get(0);
    assertEquals(null, known.createdAt());

    store.revise(known.runId(), run -> with(run, "b"));
    assertEquals(CLOCK.instant(), store.find(known.runId()).get().createdAt());
  }

  @Test
  void leavesNothingBesideTheFileButItsLock() throws IOException {
    store.record(Runs.complete());
    assertThrows(
        IllegalStateException.class,
        () ->
            store.revise(
                Runs.id(1),
                run -> {
                  throw new IllegalStateException();
                }));
    store.recordAll(Runs.many(3).iterator());

    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of("history.json", "history.json.lock"),
          files.map(each -> each.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void letsTheOwnerAloneUseTheLock() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    store.record(Runs.complete());

    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(directory.resolve("history.json.lock")));
  }

  @Test
  void letsTheOwnerAloneReadTheFile() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    write("[]");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    store.record(run().build());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void readingMakesNothing() throws IOException {
    RunHistory nowhere = LegacyStores.history(directory.resolve("none/history.json"), CLOCK);

    assertEquals(HistoryCounts.NONE, nowhere.counts());
    assertEquals(HistoryCounts.NONE, nowhere.delete(List.of(Runs.id(1))));
    assertTrue(nowhere.revise(Runs.id(1), run -> run).isEmpty());
    assertEquals(0, nowhere.recordAll(List.<Run>of().iterator()).total());
    assertFalse(Files.exists(directory.resolve("none")));
  }

  @Test
  void oneRecordSaysAllThatAPlainReaderNeeds() throws IOException {
    store.record(
        run()
            .executing(execution("apt", 1.5).updating(2, 9).ending(ExecutionStatus.TIMEOUT))
            .build());

    assertEquals(
        """
        [
          {
            "id": "01900000-0000-7001-8000-000000000000",
            "start_time": "2026-01-05T12:00:00+00:00",
            "end_time": "2026-01-05T12:01:00+00:00",
            "hostname": "workstation",
            "plugins": [
              {
                "name": "apt",
                "status": "timeout",
                "packages_updated": 2,
                "error_message": null,
                "start_time": null,
                "end_time": null,
                "packages_total": 9,
                "update_all": {
                  "execution_id": "EXECUTION",
                  "created_at": "2026-02-01T08:00:00+00:00",
                  "steps": [
                    {
                      "step_no": 0,
                      "step_name": "update",
                      "phase": "EXECUTE",
                      "wall_clock_seconds": 1.5,
                      "created_at": "2026-02-01T08:00:00+00:00"
                    }
                  ]
                }
              }
            ],
            "update_all": {
              "created_at": "2026-02-01T08:00:00+00:00"
            }
          }
        ]"""
            .replace(
                "EXECUTION",
                store.find(Runs.id(1)).get().executions().get(0).executionId().toString()),
        Files.readString(file));
  }

  private static Run with(Run run, String plugin) {
    ExecutionId id = new ExecutionId(new UUID(0x7000, plugin.hashCode()));
    return run.with(
        PluginExecution.builder(id, run.runId(), new PluginName(plugin), ExecutionStatus.SUCCESS)
            .build());
  }

  private RunHistory storeWithPauses(Runnable pause) {
    JsonLegacySettings settings =
        new JsonLegacySettings(file, LegacyFiles.READING, Duration.ofSeconds(5));
    return new JsonLegacyRunHistory(new LegacyStore(settings, pause::run), CLOCK);
  }

  /** As the Python program does: the whole text anew, in place. */
  private void append(String record) {
    try {
      String text = Files.readString(file);
      String open = text.substring(0, text.lastIndexOf(']')).stripTrailing();
      write(open + (open.equals("[") ? "" : ", ") + record + "]");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
