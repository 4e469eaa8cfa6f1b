package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.Run;

/** Old history files in a directory of a test, and what the adapter makes of them. */
final class LegacyFiles {

  static final LegacyReading READING = new LegacyReading(ZoneOffset.UTC, "here");

  private final Path directory;
  private final LegacyHistory history = new JsonLegacyHistory();
  private int count;

  LegacyFiles(Path directory) {
    this.directory = directory;
  }

  LegacyHistory history() {
    return history;
  }

  /** A new file of that content. */
  Path file(byte[] content) {
    try {
      return Files.write(directory.resolve("history-%d.json".formatted(++count)), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A new file of that text in UTF-8. */
  Path file(String content) {
    return file(content.getBytes(UTF_8));
  }

  /** A new file that lists those records. */
  Path fileOfRecords(String... records) {
    return file("[" + String.join(",\n", records) + "]");
  }

  LegacySurvey survey(Path file) {
    return history
        .survey(file, READING)
        .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
  }

  FileRefused refusal(Path file) {
    return history.survey(file, READING).getLeft();
  }

  FileRefused refusal(String content) {
    return refusal(file(content));
  }

  /** Why the only record of that text is quarantined. */
  List<String> reasons(String record) {
    LegacySurvey survey = survey(fileOfRecords(record));
    if (survey.quarantined().size() != 1) {
      throw new AssertionError("expected one quarantined record, found " + survey);
    }
    return survey.quarantined().get(0).reasons();
  }

  List<Run> runs(Path file, LegacyReading reading) {
    LegacySurvey survey = history.survey(file, reading).get();
    List<Run> runs = new ArrayList<>();
    history.runs(survey, reading).forEachRemaining(runs::add);
    return runs;
  }

  List<Run> runsOf(String... records) {
    return runs(fileOfRecords(records), READING);
  }

  Run runOf(String record) {
    return runsOf(record).get(0);
  }

  Run runOf(String record, ZoneId zone) {
    return runs(fileOfRecords(record), new LegacyReading(zone, "here")).get(0);
  }
}
