package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.Run;

/** A user's language, its digits and its letters, change neither what is read nor what is said. */
class LocaleTest {

  private final Locale usual = Locale.getDefault();
  private final LegacyFiles files;

  LocaleTest(@TempDir Path directory) {
    this.files = new LegacyFiles(directory);
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "tr-TR", "th-TH-u-nu-thai"})
  void changesNothing(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    assertEquals(
        Option.some(Instant.parse("2025-12-31T00:00:00Z")),
        PythonTime.parse("2026-W01-3", ZoneOffset.UTC));
    Run run =
        files.runOf(
            "{\"start_time\": \"2026-W01-3\", \"plugins\": [{\"name\": \"apt\", \"status\":"
                + " \"FAILED\"}]}");
    assertEquals(ExecutionStatus.FAILED, run.executions().get(0).status());
    assertEquals(
        List.of("plugin 1 is the number 5, not an object"),
        files.reasons("{\"start_time\": \"2026-01-03\", \"plugins\": [5]}"));
  }
}
