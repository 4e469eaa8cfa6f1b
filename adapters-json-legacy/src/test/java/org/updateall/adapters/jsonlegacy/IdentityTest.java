package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/** The same record gives the same run, whatever stands around it and whenever it is read. */
class IdentityTest {

  private static final String APT = "{\"name\": \"apt\", \"status\": \"success\"}";
  private static final String SNAP = "{\"name\": \"snap\", \"status\": \"failed\"}";
  private static final String UUID = "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11";

  private final LegacyFiles files;

  IdentityTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
  }

  @Test
  void staysWhatItHasAlwaysBeen() {
    Run run = files.runOf(record("9c41e7ab", "2026-01-03T06:15:02.118204+00:00", APT, SNAP));
    assertEquals("3b71420e-01de-3b02-a191-f573ba5fd0a0", run.runId().toString());
    assertEquals(
        "3114f998-1a75-3a6a-b36d-2989f89b939e", run.executions().get(0).executionId().toString());
  }

  @Test
  void doesNotDependOnTheOrderOfRecords() {
    List<String> records =
        IntStream.range(1, 20).mapToObj(day -> record("a" + day, date(day), APT, SNAP)).toList();
    List<Run> forth = files.runsOf(records.toArray(String[]::new));
    List<String> reversed = new ArrayList<>(records);
    Collections.reverse(reversed);
    List<Run> back = new ArrayList<>(files.runsOf(reversed.toArray(String[]::new)));
    Collections.reverse(back);
    assertEquals(forth, back);
  }

  @Test
  void doesNotDependOnHowTheInstantIsWritten() {
    RunId expected = idOf(record("a", "2026-01-03T06:15:02+00:00", APT));
    assertEquals(expected, idOf(record("a", "2026-01-03T06:15:02Z", APT)));
    assertEquals(expected, idOf(record("a", "2026-01-03 07:15:02.000000+01:00", APT)));
    assertEquals(expected, idOf(record("a", "20260103T061502", APT)));
  }

  @Test
  void doesNotDependOnTheOrderOfPlugins() {
    Run forth = files.runOf(record("a", date(3), APT, SNAP));
    Run back = files.runOf(record("a", date(3), SNAP, APT));
    assertEquals(forth.runId(), back.runId());
    assertEquals(forth.executions().get(0), back.executions().get(1));
    assertEquals(forth.executions().get(1), back.executions().get(0));
  }

  @Test
  void tellsRecordsApartByIdStartAndPlugins() {
    RunId one = idOf(record("a", date(3), APT));
    assertNotEquals(one, idOf(record("b", date(3), APT)));
    assertNotEquals(one, idOf(record("a", date(4), APT)));
    assertNotEquals(one, idOf(record("a", date(3), SNAP)));
    assertNotEquals(one, idOf(record("a", date(3), APT, APT)));
    assertNotEquals(one, idOf(record("a", date(3))));
  }

  @Test
  void keepsTheExecutionsOfAChangedRecord() {
    Run running = files.runOf(record("a", date(3), "{\"name\": \"apt\", \"status\": \"running\"}"));
    Run ended = files.runOf(record("a", date(3), APT));
    assertEquals(running.runId(), ended.runId());
    assertEquals(executionIds(running), executionIds(ended));
  }

  @Test
  void takesAMissingNullOrEmptyIdForTheSame() {
    String rest = "\"start_time\": \"2026-01-03\"}";
    RunId missing = idOf("{" + rest);
    assertEquals(missing, idOf("{\"id\": null, " + rest));
    assertEquals(missing, idOf("{\"id\": \"\", " + rest));
    assertEquals(idOf("{\"id\": \"7\", " + rest), idOf("{\"id\": 7, " + rest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UUID,
        "2F0C7B52-6D0E-4A53-9A3E-0C9F0A4F7C11",
        "2f0c7b526d0e4a539a3e0c9f0a4f7c11",
        "{" + UUID + "}",
        "urn:uuid:" + UUID
      })
  void keepsAFullUuidInAnySpelling(String id) {
    assertEquals(UUID, idOf(record(id, date(3), APT)).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c1",
        "g f0c7b526d0e4a539a3e0c9f0a4f7c11"
      })
  void takesWhatIdentifiesNothingForText(String id) {
    assertNotEquals(idOf(record(id, date(3), APT)), idOf(record(id, date(4), APT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Warsaw", "UTC"})
  void doesNotDependOnTheZoneOfTheMachine(String zone) {
    String[] records = {
      record("a", "2026-07-03T06:15:02", APT), record("b", "2025-11-02T01:30:00+00:00", SNAP)
    };
    List<Run> here = files.runsOf(records);
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      assertEquals(here, files.runsOf(records));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void survivesAWalkWithAnotherReadingAndAnotherObject() {
    String[] records = {record("a", date(3), APT), record("b", date(4)), record("a", date(3), APT)};
    LegacySurvey survey = files.survey(files.fileOfRecords(records));
    LegacyReading elsewhere = new LegacyReading(ZoneOffset.UTC, "elsewhere");
    List<String> hosts = new ArrayList<>();
    new JsonLegacyHistory()
        .runs(survey, elsewhere)
        .forEachRemaining(run -> hosts.add(run.hostname()));
    assertEquals(List.of("elsewhere", "elsewhere"), hosts);
  }

  @Test
  void countsRepetitionsAmongMany() {
    String[] records =
        IntStream.range(0, 5000)
            .mapToObj(i -> record("id " + i % 1500, date(3), APT))
            .toArray(String[]::new);
    LegacySurvey survey = files.survey(files.fileOfRecords(records));
    assertEquals(1500, survey.runs());
    assertEquals(3500, survey.repeated());
    assertEquals(1500, survey.executions());
    assertEquals(1500, files.runs(survey.file(), LegacyFiles.READING).size());
  }

  private RunId idOf(String record) {
    return files.runOf(record).runId();
  }

  private static List<ExecutionId> executionIds(Run run) {
    return run.executions().stream().map(PluginExecution::executionId).toList();
  }

  private static String date(int day) {
    return "2026-01-%02dT00:00:00Z".formatted(day);
  }

  private static String record(String id, String start, String... plugins) {
    String list = String.join(",", plugins);
    return "{\"id\": \"%s\", \"start_time\": \"%s\", \"plugins\": [%s]}".formatted(id, start, list);
  }
}
