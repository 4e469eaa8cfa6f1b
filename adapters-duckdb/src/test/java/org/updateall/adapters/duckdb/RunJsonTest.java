package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00.000001Z");

  @Test
  void givesBackEveryFieldOfARun() {
    for (Run run : List.of(Runs.complete(), Runs.sparse(), Runs.run().build())) {
      assertEquals(run, read(written(run)));
      assertEquals(run.createdAt(NOW), read(written(run.createdAt(NOW))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"start_time\":\"2026-01-05T12:00:00.000001Z\"|\"start_time\":\"2026-01-05T12:00:00\"|"
            + "start_time is no time with a zone",
        "\"hostname\":\"workstation\"|\"hostname\":null|hostname is missing",
        "\"hostname\":\"workstation\"|\"hostname\":7|hostname is not a text: 7",
        "\"step_no\":5|\"step_no\":5.5|plugins[0].steps[2]: step_no is not an integer: 5.5",
        "\"step_no\":5|\"step_no\":1|plugins[0]: step ordinals do not ascend",
        "\"phase\":\"CHECK\"|\"phase\":\"WAIT\"|plugins[0].steps[0]: phase 'WAIT' is unknown",
        "\"status\":\"skipped\"|\"status\":\"lost\"|plugins[1]: status 'lost' is unknown",
        "\"plugin_name\":\"cargo\"|\"plugin\":\"cargo\"|plugins[1]: plugin_name is missing",
        "\"confidence\":0.75|\"confidence\":7.5|plugins[0].estimates[0]: confidence is above 1",
        "\"username\":\"ada\"|\"user\":\"ada\"|user is not known here",
        "\"download_size_bytes\":17|\"download_size_bytes\":1e400|download_size_bytes is not an",
        "\"wall_clock_seconds\":0.1|\"wall_clock_seconds\":1e400|wall clock seconds",
      })
  void saysWhereAndWhyADocumentIsNoRun(String right, String wrong, String reason) {
    String document = written(Runs.complete()).replace(right, wrong);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> read(document));
    Messages.assertSays(refusal, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|is no object",
        "{}|run_id is missing",
        "{\"run_id\": \"1-1-1-1-1\"}|run_id is no UUID",
        "{\"run_id\": \"x\"}|run_id is no UUID",
      })
  void refusesWhatIsNoRunAtAll(String document, String reason) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> read(document));
    Messages.assertSays(refusal, reason);
  }

  private static String written(Run run) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      RunJson.write(run, json);
    }
    return text.toString();
  }

  private static Run read(String document) {
    return RunJson.read(MAPPER.readTree(document));
  }
}
