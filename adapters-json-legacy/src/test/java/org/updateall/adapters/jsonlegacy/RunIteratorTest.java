package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.LegacyFileChanged;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.Run;

class RunIteratorTest {

  private final LegacyFiles files;
  private final LegacySurvey survey;

  RunIteratorTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
    survey =
        files.survey(
            files.fileOfRecords(
                "{\"start_time\": \"2026-01-03\"}", "{\"start_time\": \"2026-01-04\"}"));
  }

  @Test
  void namesTheFileThatHasChanged() throws IOException {
    Files.writeString(survey.file(), "[]");
    LegacyFileChanged failure = assertThrows(LegacyFileChanged.class, () -> runs().hasNext());
    assertTrue(String.valueOf(failure.getMessage()).contains(survey.file().toString()));
  }

  @Test
  void tellsTheFailureAgainInsteadOfAnEnd() throws IOException {
    String content = Files.readString(survey.file());
    Files.writeString(survey.file(), content.replace("01-04", "01-05"));
    Iterator<Run> runs = runs();
    runs.next();
    runs.next();
    assertThrows(LegacyFileChanged.class, runs::hasNext);
    assertThrows(LegacyFileChanged.class, runs::hasNext);
    assertThrows(LegacyFileChanged.class, runs::next);
  }

  @Test
  void takesAFileThatIsNoLongerJsonForAChangedOne() throws IOException {
    Files.writeString(survey.file(), "[{\"start_time\": \"2026-01-03\"}, ?");
    Iterator<Run> runs = runs();
    runs.next();
    assertThrows(LegacyFileChanged.class, runs::next);
  }

  @Test
  void failsIfTheFileIsGone() throws IOException {
    Files.delete(survey.file());
    assertThrows(UncheckedIOException.class, () -> runs().hasNext());
  }

  @Test
  void canBeAskedAnyNumberOfTimesWhetherThereIsMore() {
    Iterator<Run> runs = runs();
    assertTrue(runs.hasNext());
    assertTrue(runs.hasNext());
    runs.next();
    assertEquals("2026-01-04T00:00:00Z", runs.next().startTime().toString());
    assertFalse(runs.hasNext());
    assertFalse(runs.hasNext());
  }

  private Iterator<Run> runs() {
    return files.history().runs(survey, LegacyFiles.READING);
  }
}
