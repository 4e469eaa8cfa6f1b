package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.QuarantinedRecord;

/** Each reason for which a record is put aside instead of being guessed at. */
class QuarantineTest {

  private final LegacyFiles files;

  QuarantineTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | is null, not a run",
        "\"run\" | is the text \"run\", not a run",
        "7 | is the number 7, not a run",
        "true | is true, not a run",
        "[{}] | is a list, not a run"
      })
  void aRecordThatIsNoObject(String record, String reason) {
    assertEquals(List.of(reason), files.reasons(record));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | start_time is missing",
        "{\"start_time\": null} | start_time is empty",
        "{\"start_time\": \"\"} | start_time is empty",
        "{\"start_time\": \"soon\"} | start_time is not a time: \"soon\"",
        "{\"start_time\": \" 2026-01-03\"} | start_time is not a time: \" 2026-01-03\"",
        "{\"start_time\": 1767420902} | start_time is the number 1767420902, not a text",
        "{\"start_time\": [2026]} | start_time is a list, not a text"
      })
  void aStartThatIsNotKnown(String record, String reason) {
    assertEquals(List.of(reason), files.reasons(record));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"end_time\": \"late\" | end_time is not a time: \"late\"",
        "\"end_time\": false | end_time is false, not a text",
        "\"end_time\": \"2026-01-02\" | end_time 2026-01-02T00:00:00Z is before start_time"
            + " 2026-01-03T00:00:00Z",
        "\"hostname\": 5 | hostname is the number 5, not a text",
        "\"hostname\": \"\" | hostname cannot be kept: host name is empty",
        "\"hostname\": \"a\\u0007\" | hostname cannot be kept: host name holds the control"
            + " character U+0007",
        "\"hostname\": \"\\ud800\" | hostname holds half a character: \"\uFFFD\"",
        "\"username\": {} | username is an object, not a text",
        "\"config_hash\": 1 | config_hash is the number 1, not a text",
        "\"id\": [] | id is a list, not a text",
        "\"id\": true | id is true, not a text",
        "\"plugins\": null | plugins is null, not a list",
        "\"plugins\": {} | plugins is an object, not a list",
        "\"plugins\": [null] | plugin 1 is null, not an object",
        "\"plugins\": [[], \"apt\"] | plugin 1 is a list, not an object"
      })
  void aFieldOfTheRunThatIsNotWhatItShouldBe(String field, String reason) {
    assertEquals(
        reason, files.reasons("{\"start_time\": \"2026-01-03\", %s}".formatted(field)).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | plugin 1: name is missing",
        "{\"name\": null} | plugin 1: name is null",
        "{\"name\": \"\"} | plugin 1: name cannot be kept: plugin name is empty",
        "{\"name\": 3} | plugin 1: name is the number 3, not a text",
        "{\"name\": \"a\\nb\"} | plugin 1 (a\uFFFDb): name cannot be kept: plugin name holds the"
            + " control character U+000A",
        "{\"name\": \"a\\udfff\"} | plugin 1 (a\uFFFD): name holds half a character:"
            + " \"a\uFFFD\""
      })
  void aPluginWithoutAUsableName(String plugin, String reason) {
    assertEquals(List.of(reason), pluginReasons(plugin));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\": \"cancelled\" | status is unknown: \"cancelled\"",
        "\"status\": \"\" | status is unknown: \"\"",
        "\"status\": \" success \" | status is unknown: \" success \"",
        "\"status\": 0 | status is the number 0, not a text",
        "\"status\": false | status is false, not a text",
        "\"start_time\": \"soon\" | start_time is not a time: \"soon\"",
        "\"end_time\": 5 | end_time is the number 5, not a text",
        "\"start_time\": \"2026-01-03\", \"end_time\": \"2026-01-02\" | end_time"
            + " 2026-01-02T00:00:00Z is before start_time 2026-01-03T00:00:00Z",
        "\"error_message\": {\"a\": 1} | error_message is an object, not a text",
        "\"error_message\": 1 | error_message is the number 1, not a text",
        "\"packages_updated\": -1 | packages_updated is negative: -1",
        "\"packages_total\": -1 | packages_total is negative: -1",
        "\"packages_updated\": 3.7 | packages_updated is not a whole number: 3.7",
        "\"packages_updated\": 1e-999999999 | packages_updated is not a whole number:"
            + " 1e-999999999",
        "\"packages_updated\": \"3\" | packages_updated is the text \"3\", not a number",
        "\"packages_updated\": true | packages_updated is true, not a number",
        "\"packages_updated\": NaN | packages_updated is not a finite number: NaN",
        "\"packages_updated\": -Infinity | packages_updated is not a finite number: -Infinity",
        "\"packages_updated\": 1e400 | packages_updated does not fit into 32 bits: 1e400",
        "\"packages_total\": 2147483648 | packages_total does not fit into 32 bits: 2147483648",
        "\"exit_code\": -2147483649 | exit_code does not fit into 32 bits: -2147483649",
        "\"exit_code\": 1e999999999 | exit_code does not fit into 32 bits: 1e999999999",
        "\"exit_code\": 1e99999999999 | exit_code does not fit into 32 bits: 1e99999999999",
        "\"exit_code\": [0] | exit_code is a list, not a number"
      })
  void aFieldOfAPluginThatIsNotWhatItShouldBe(String field, String reason) {
    assertEquals(
        List.of("plugin 1 (apt): " + reason),
        pluginReasons("{\"name\": \"apt\", %s}".formatted(field)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 5000, 300_000})
  void aNumberOfThousandsOfDigits(int digits) {
    String plugin = "{\"name\": \"apt\", \"exit_code\": %s}".formatted("9".repeat(digits));
    assertEquals(
        List.of(
            "plugin 1 (apt): exit_code does not fit into 32 bits: %s… (%d characters)"
                .formatted("9".repeat(60), digits)),
        pluginReasons(plugin));
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    assertEquals(
        List.of(
            "id is an object, not a text",
            "start_time is not a time: \"now\"",
            "hostname is the number 1, not a text",
            "plugin 1 is null, not an object",
            "plugin 2 (apt): status is unknown: \"?\"",
            "plugin 2 (apt): packages_updated is negative: -5",
            "plugin 2 (apt): exit_code is not a finite number: NaN",
            "plugin 3: name is missing"),
        files.reasons(
            """
            {"id": {}, "start_time": "now", "hostname": 1, "plugins": [null,
             {"name": "apt", "status": "?", "packages_updated": -5, "exit_code": NaN}, {}]}"""));
  }

  @Test
  void beyondFiftyReasonsTheRestIsCounted() {
    List<String> reasons = pluginReasons(String.join(",", Collections.nCopies(80, "0")));
    assertEquals(Reasons.MAX_LISTED + 1, reasons.size());
    assertEquals("and 30 more reasons", reasons.get(Reasons.MAX_LISTED));
  }

  @Test
  void aRunOfMorePluginsThanAnyMachineHas() {
    assertEquals(
        List.of("plugins holds more than 10000"),
        pluginReasons(String.join(",", Collections.nCopies(20_000, "{\"name\": \"a\"}"))));
  }

  @Test
  void halfARunIsNeverKept() {
    LegacySurvey survey =
        files.survey(
            files.fileOfRecords(
                "{\"start_time\": \"2026-01-03\", \"plugins\": [{\"name\": \"apt\"}, {}]}",
                "{\"start_time\": \"2026-01-04\", \"plugins\": [{\"name\": \"apt\"}]}"));
    assertEquals(2, survey.records());
    assertEquals(1, survey.runs());
    assertEquals(1, survey.executions());
    assertEquals(1, survey.quarantinedCount());
  }

  @Test
  void theRecordIsToldByPlaceAndId() {
    Path file =
        files.fileOfRecords("{\"start_time\": \"2026-01-03\"}", "{\"id\": \"9c41e7ab\"}", "{}");
    List<QuarantinedRecord> records = files.survey(file).quarantined();
    assertEquals(2, records.get(0).number());
    assertEquals(2, records.get(0).line());
    assertEquals("9c41e7ab", records.get(0).id());
    assertEquals(3, records.get(1).line());
    assertNull(records.get(1).id());
  }

  @Test
  void ofVeryManyTheFirstAreListedAndAllAreCounted() {
    String[] records = Collections.nCopies(10_500, "{}").toArray(String[]::new);
    LegacySurvey survey = files.survey(files.fileOfRecords(records));
    assertEquals(10_500, survey.quarantinedCount());
    assertEquals(LegacySurvey.MAX_QUARANTINED, survey.quarantined().size());
    assertTrue(files.runs(survey.file(), LegacyFiles.READING).isEmpty());
  }

  private List<String> pluginReasons(String plugins) {
    return files.reasons("{\"start_time\": \"2026-01-03\", \"plugins\": [%s]}".formatted(plugins));
  }
}
