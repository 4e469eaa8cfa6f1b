package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/** Golden records of every kind that the Python system writes, or has left behind. */
class FormatVariantsTest {

  private static final String AS_SAVED =
      """
      {"id": "9c41e7ab", "start_time": "2026-01-03T06:15:02.118204+00:00",
       "end_time": "2026-01-03T06:21:40.900117+00:00",
       "plugins": [
        {"name": "apt", "status": "success", "packages_updated": 14, "error_message": null,
         "start_time": "2026-01-03T06:15:02.301000+00:00",
         "end_time": "2026-01-03T06:19:55.010400+00:00"},
        {"name": "snap", "status": "timeout", "packages_updated": 0,
         "error_message": "timed out after 300s",
         "start_time": "2026-01-03T06:19:55.011000+00:00",
         "end_time": "2026-01-03T06:21:40.899000+00:00"}]}""";

  private static final String AS_EXPORTED =
      """
      {"id": "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11", "start_time": "2026-01-03T07:15:02.118204",
       "end_time": null, "hostname": "atlas", "username": "ann",
       "plugins": [{"name": "apt", "status": "running", "packages_updated": 0,
        "error_message": null, "start_time": "2026-01-03T07:15:02.301000", "end_time": null}]}""";

  private final LegacyFiles files;

  FormatVariantsTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
  }

  @Test
  void readsARecordAsTheRunHistoryWroteIt() {
    Run run = files.runOf(AS_SAVED);
    assertEquals(Instant.parse("2026-01-03T06:15:02.118204Z"), run.startTime());
    assertEquals(Instant.parse("2026-01-03T06:21:40.900117Z"), run.endTime());
    assertEquals("here", run.hostname());
    assertNull(run.username());
    PluginExecution snap = run.executions().get(1);
    assertEquals("snap", snap.pluginName().value());
    assertEquals(ExecutionStatus.TIMEOUT, snap.status());
    assertEquals(0, snap.packagesUpdated());
    assertEquals("timed out after 300s", snap.errorMessage());
    assertEquals(Instant.parse("2026-01-03T06:19:55.011Z"), snap.startTime());
  }

  @Test
  void readsARecordAsTheExportWroteIt() {
    Run run = files.runOf(AS_EXPORTED, ZoneId.of("Europe/Warsaw"));
    assertEquals("2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11", run.runId().toString());
    assertEquals(Instant.parse("2026-01-03T06:15:02.118204Z"), run.startTime());
    assertNull(run.endTime());
    assertEquals("atlas", run.hostname());
    assertEquals("ann", run.username());
    assertEquals(ExecutionStatus.RUNNING, run.executions().get(0).status());
  }

  @Test
  void readsARecordMadeByHand() {
    Run run =
        files.runOf(
            """
            {"start_time": "2025-11-30T22:10:00", "plugins": [
              {"name": "flatpak", "status": "Completed", "packages_updated": null}]}""");
    assertEquals(Instant.parse("2025-11-30T22:10:00Z"), run.startTime());
    PluginExecution flatpak = run.executions().get(0);
    assertEquals(ExecutionStatus.SUCCESS, flatpak.status());
    assertNull(flatpak.packagesUpdated());
    assertNull(flatpak.startTime());
  }

  @Test
  void quarantinesTheHandMadeRecordWithANamelessPluginAndAnUnknownStatus() {
    assertEquals(
        List.of("plugin 2: name is missing", "plugin 3 (pipx): status is unknown: \"cancelled\""),
        files.reasons(
            """
            {"start_time": "2025-11-30T22:10:00", "plugins": [
              {"name": "flatpak", "status": "Completed", "packages_updated": null},
              {"status": "success"}, {"name": "pipx", "status": "cancelled"}]}"""));
  }

  @Test
  void quarantinesTheSmallestObjectThatOlderReadersTook() {
    assertEquals(List.of("start_time is missing"), files.reasons("{\"id\": \"x\"}"));
  }

  @Test
  void readsFieldsThatOnlyTheReaderKnows() {
    Run run =
        files.runOf(
            """
            {"id": 77, "start_time": "2026-01-03", "config_hash": "abc", "total_plugins": 9,
             "plugins": [{"name": "apt", "packages_total": 1200.0, "exit_code": -15,
                          "steps": [{"deep": [1, 2, {}]}]}]}""");
    assertEquals("abc", run.configHash());
    assertEquals(1, run.totalPlugins());
    assertEquals(1200, run.executions().get(0).packagesTotal());
    assertEquals(-15, run.executions().get(0).exitCode());
    assertEquals(ExecutionStatus.PENDING, run.executions().get(0).status());
  }

  @Test
  void readsARunWithoutPlugins() {
    assertEquals(List.of(), files.runOf("{\"start_time\": \"2026-01-03\"}").executions());
  }

  @Test
  void takesTheGivenHostWhereTheRecordSaysNull() {
    assertEquals(
        "here", files.runOf("{\"start_time\": \"2026-01-03\", \"hostname\": null}").hostname());
  }

  @Test
  void takesTheLastOfAFieldWrittenTwice() {
    Run run =
        files.runOf(
            """
            {"start_time": "soon", "start_time": "2026-01-03",
             "plugins": [{"name": "a"}, {"name": "b"}], "plugins": [{"name": "c"}]}""");
    assertEquals("c", run.executions().get(0).pluginName().value());
    assertEquals(1, run.totalPlugins());
  }

  @Test
  void takesAPluginListedTwiceForTwoExecutions() {
    Run run =
        files.runOf(
            "{\"start_time\": \"2026-01-03\", \"plugins\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}");
    assertEquals(2, run.executions().stream().map(PluginExecution::executionId).distinct().count());
  }

  @Test
  void replacesWhatNoStoreCanKeepInFreeText() {
    Run run =
        files.runOf(
            """
            {"start_time": "2026-01-03", "username": "a\\u0000b", "config_hash": "\\udc00",
             "plugins": [{"name": "apt", "error_message": "\\ud800 \\ud83d\\ude00 \\t"}]}""");
    assertEquals("a\uFFFDb", run.username());
    assertEquals("\uFFFD", run.configHash());
    assertEquals("\uFFFD \uD83D\uDE00 \t", run.executions().get(0).errorMessage());
  }

  @Test
  void readsRawAndEscapedTextAlike() {
    String raw = "{\"start_time\": \"2026-01-03\", \"hostname\": \"żółw 亀\"}";
    String escaped =
        "{\"start_time\": \"2026-01-03\", \"hostname\": \"\\u017c\\u00f3\\u0142w \\u4e80\"}";
    assertEquals(files.runOf(raw), files.runOf(escaped));
  }

  @Test
  void readsAByteOrderMarkAndAnyWhiteSpace() {
    Path file =
        files.file("\uFEFF \r\n\t[\r\n" + AS_SAVED.replace("\n", "\r\n") + "\r\n]\r\n \t\r\n");
    assertEquals(files.runsOf(AS_SAVED), files.runs(file, LegacyFiles.READING));
  }

  @Test
  void saysOnWhichLineAQuarantinedRecordBegins() {
    Path file = files.file("\uFEFF[\r\n" + AS_SAVED + ",\r\n\r\n  {\"id\": \"bad\"}]");
    assertEquals(13, files.survey(file).quarantined().get(0).line());
    assertEquals("bad", files.survey(file).quarantined().get(0).id());
  }

  @ParameterizedTest
  @CsvSource({
    "success, SUCCESS",
    "Succeeded, SUCCESS",
    "COMPLETED, SUCCESS",
    "failed, FAILED",
    "ERROR, FAILED",
    "Skipped, SKIPPED",
    "timeout, TIMEOUT",
    "running, RUNNING",
    "PENDING, PENDING"
  })
  void readsEveryWordForAStatus(String word, ExecutionStatus status) {
    String plugin = "{\"name\": \"apt\", \"status\": \"%s\"}".formatted(word);
    assertEquals(status, execution(plugin).status());
  }

  @Test
  void takesNoStatusForPending() {
    assertEquals(ExecutionStatus.PENDING, execution("{\"name\": \"a\"}").status());
    assertEquals(
        ExecutionStatus.PENDING, execution("{\"name\": \"a\", \"status\": null}").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3.0", "3e0", "0.3E1", "3.000", "300e-2"})
  void readsAWholeNumberInAnySpelling(String number) {
    String plugin = "{\"name\": \"apt\", \"packages_updated\": %s}".formatted(number);
    assertEquals(3, execution(plugin).packagesUpdated());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-0.0", "0e999999999"})
  void readsZeroInAnySpelling(String number) {
    String plugin = "{\"name\": \"apt\", \"packages_updated\": %s}".formatted(number);
    assertEquals(0, execution(plugin).packagesUpdated());
  }

  @Test
  void takesAnEmptyOptionalTimeForNone() {
    assertNull(execution("{\"name\": \"apt\", \"end_time\": \"\"}").endTime());
  }

  private PluginExecution execution(String plugin) {
    return files
        .runOf("{\"start_time\": \"2026-01-03\", \"plugins\": [%s]}".formatted(plugin))
        .executions()
        .get(0);
  }
}
